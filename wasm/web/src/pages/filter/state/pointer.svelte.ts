import type { EditorView } from '@codemirror/view';
import { apply } from '../editor/problems';
import type { Change, Spot } from '../../../../.cache/engine';

/** Points at places of the text, on behalf of whatever else is on the page. */
export class Pointer {
  editor = $state.raw<EditorView>();

  go(at: Spot | undefined) {
    if (at) this.#select(at.from, at.to);
  }

  /** A place as reports write it: config.yaml:12:9. */
  goToPlace(place: string | undefined) {
    const [line, column] = (place ?? '').split(':').slice(-2).map(Number);
    if (!this.editor || !line || line > this.editor.state.doc.lines) return;
    const from = this.editor.state.doc.line(line);
    this.#select(Math.min(from.from + (column ?? 1) - 1, from.to), from.to);
  }

  /** Another text, as one step of undo. */
  replace(text: string) {
    const editor = this.editor;
    if (!editor) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text },
                      selection: { anchor: 0 }, scrollIntoView: true, userEvent: 'input.replace' });
  }

  apply(changes: Change[]) {
    if (this.editor) apply(this.editor, changes);
  }

  #select(from: number, to: number) {
    const editor = this.editor;
    if (!editor) return;
    const end = editor.state.doc.length;
    editor.dispatch({
      selection: { anchor: Math.min(from, end), head: Math.min(Math.max(from, to), end) },
      scrollIntoView: true,
    });
    editor.focus();
  }
}
