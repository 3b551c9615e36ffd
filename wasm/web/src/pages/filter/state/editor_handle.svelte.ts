import type { EditorView } from '@codemirror/view';
import { apply } from '../editor/problems';
import type { Change, Spot } from '../../../../.cache/engine';

/** The editor as the rest of the page sees it: leads to places of the text and changes it. */
export class EditorHandle {
  view = $state.raw<EditorView>();
  /** Whether somebody writes in it. */
  focused = $state(false);

  go(at: Spot | undefined) {
    if (at) this.#select(at.from, at.to);
  }

  /** A place as reports write it: config.yaml:12:9. */
  goToPlace(place: string | undefined) {
    const [line, column] = (place ?? '').split(':').slice(-2).map(Number);
    if (!this.view || !line || line > this.view.state.doc.lines) return;
    const from = this.view.state.doc.line(line);
    this.#select(Math.min(from.from + (column ?? 1) - 1, from.to), from.to);
  }

  /** Another text, as one step of undo. */
  replace(text: string) {
    const view = this.view;
    if (!view) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text },
                      selection: { anchor: 0 }, scrollIntoView: true, userEvent: 'input.replace' });
  }

  apply(changes: Change[]) {
    if (this.view) apply(this.view, changes);
  }

  #select(from: number, to: number) {
    const view = this.view;
    if (!view) return;
    const end = view.state.doc.length;
    view.dispatch({
      selection: { anchor: Math.min(from, end), head: Math.min(Math.max(from, to), end) },
      scrollIntoView: true,
    });
    view.focus();
  }
}
