import { forEachDiagnostic, type Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Change, Remark } from '../../../../.cache/engine';

/** Puts changes into the editor, as one step of undo. */
export function apply(view: EditorView, changes: Change[]): void {
  view.dispatch({ changes, userEvent: 'input.fix' });
}

/** What a fix is called on its button. */
export function nameOfFix(problem: Remark): string {
  const [only, ...more] = problem.fix ?? [];
  if (!only || more.length > 0) return 'fix';
  const text = only.insert.trim();
  if (text === '') return 'remove';
  return text.length > 28 || text.includes('\n') ? 'fix' : `write ${text}`;
}

/** The fixes that can be made at once: of two that touch the same place, the first. */
export function fixesTogether(problems: Remark[]): { changes: Change[]; fixed: number } {
  const begin = (fix: Change[]) => Math.min(...fix.map(each => each.from));
  const fixes = problems.map(each => each.fix).filter(fix => fix.length > 0)
    .sort((one, other) => begin(one) - begin(other));
  const changes: Change[] = [];
  let [fixed, end] = [0, -1];
  for (const fix of fixes) {
    if (begin(fix) <= end) continue;
    changes.push(...fix);
    end = Math.max(...fix.map(each => each.to));
    fixed += 1;
  }
  return { changes, fixed };
}

/** The core's problems where the editor underlines them. */
export function diagnosticsOf(problems: Remark[], length: number): Diagnostic[] {
  return problems.map(problem => {
    const from = Math.min(problem.at?.from ?? 0, length);
    return {
      from,
      to: Math.min(Math.max(problem.at?.to ?? 0, from), length),
      severity: problem.severity,
      message: problem.message,
      actions: problem.fix?.length
        ? [{ name: nameOfFix(problem), apply: view => apply(view, problem.fix!) }]
        : [],
    };
  });
}

/** Mends the first problem that the cursor touches, or that stands in its line. */
export function mendAtCursor(view: EditorView): boolean {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  let found: Diagnostic | undefined;
  forEachDiagnostic(view.state, (diagnostic, from, to) => {
    const touches = from <= line.to && to >= line.from;
    if (touches && !found && diagnostic.actions?.length) found = { ...diagnostic, from, to };
  });
  found?.actions?.[0]?.apply(view, found.from, found.to);
  return true;
}
