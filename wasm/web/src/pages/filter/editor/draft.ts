import { historyField } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { recall, remember } from '../../../browser/settings.svelte';

const fields = { history: historyField };
const mostRemembered = 1 << 21;

/** The draft that this browser keeps, with its undo; null the first time. */
export function rememberedState(extensions: Extension): EditorState | null {
  const saved = recall('draft');
  if (saved === null) return null;
  try {
    return EditorState.fromJSON(JSON.parse(saved), { extensions }, fields);
  } catch {
    return null;
  }
}

/** Keeps a text with its undo, or without it where that is too much. */
export function rememberState(state: EditorState): void {
  const whole = JSON.stringify(state.toJSON(fields));
  remember('draft', whole.length <= mostRemembered ? whole : JSON.stringify(state.toJSON()));
}
