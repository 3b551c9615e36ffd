import type { Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { ByteMap } from '../text/bytes';
import type { Problem } from '../worker/shapes';

/** Puts the edits of a problem into the editor, as one step of undo. */
export function mend(view: EditorView, problem: Problem): void {
  const map = new ByteMap(view.state.doc.toString());
  const changes = (problem.fix ?? []).map(edit => (
    { from: map.unit(edit.begin), to: map.unit(edit.end), insert: edit.text }));
  view.dispatch({ changes, userEvent: 'input.fix' });
  view.focus();
}

/** What a fix is called on its button. */
export function nameOfFix(problem: Problem): string {
  const [only, ...more] = problem.fix ?? [];
  if (!only || more.length > 0) return 'fix';
  const text = only.text.trim();
  if (text === '') return 'remove';
  return text.length > 28 || text.includes('\n') ? 'fix' : `write ${text}`;
}

function rangeOf(problem: Problem, map: ByteMap, length: number): { from: number; to: number } {
  if (problem.begin === undefined) return { from: 0, to: 0 };
  const from = Math.min(map.unit(problem.begin), length);
  const to = Math.min(map.unit(problem.end ?? problem.begin), length);
  return { from, to: Math.max(from, to) };
}

/** The core's problems where the editor underlines them. */
export function diagnosticsOf(problems: Problem[], text: string): Diagnostic[] {
  const map = new ByteMap(text);
  return problems.map(problem => ({
    ...rangeOf(problem, map, text.length),
    severity: problem.severity,
    message: problem.message,
    actions: problem.fix?.length
      ? [{ name: nameOfFix(problem), apply: view => mend(view, problem) }]
      : [],
  }));
}
