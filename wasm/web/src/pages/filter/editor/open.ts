import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap,
         lineNumbers, type KeyBinding } from '@codemirror/view';
import { completions } from './complete';
import { rememberedState, rememberState } from './draft';
import { hovers, type Knowledge } from './hover';
import { deceivingLetters } from './deceiving';
import { askedAtCursor, lineCounts } from './line_counts';
import { mendAtCursor } from './problems';
import { typeOverSelection } from './replace';
import { theme } from './theme';

export interface Listeners extends Knowledge {
  edited: (text: string) => void;
  /** A count beside a line was clicked, or asked for by a key. */
  asked: (part: number, how: 'mouse' | 'key') => void;
  /** Somebody wants to be out of the editor. */
  left: () => void;
}

/** What every text of a config has, whether it can be written or not. */
const reading = [
  lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(),
  bracketMatching(), highlightSelectionMatches(), search({ top: true }), yaml(), theme,
  deceivingLetters, EditorView.lineWrapping, EditorState.tabSize.of(2),
];

/**
 * An editor in a shadow root of its own: there its styles go into adopted sheets, which a policy
 * without unsafe-inline allows.
 */
const openIn = (host: HTMLElement, state: EditorState): EditorView => {
  const root = host.attachShadow({ mode: 'open' });
  return new EditorView({ state, parent: root, root });
};

/** A text that can be read and searched, but not written. */
export const openView = (host: HTMLElement, text: string, name: string): EditorView =>
  openIn(host, EditorState.create({ doc: text, extensions: [
    reading, EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': name, 'tabindex': '0' }),
    keymap.of([...searchKeymap, ...defaultKeymap]),
  ] }));

/** Keys of the editor; of those for one key, the first that has something to do does it. */
const keys = (on: Listeners): KeyBinding[] => [
  { key: 'Mod-.', run: mendAtCursor },
  { key: 'Alt-Enter', run: view => {
    const part = askedAtCursor(view);
    if (part !== undefined) on.asked(part, 'key');
    return part !== undefined;
  } },
  ...closeBracketsKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap,
  { key: 'Escape', run: () => (on.left(), true) },
  ...defaultKeymap, ...historyKeymap, indentWithTab,
];

/** The editor that the page writes with. */
export function openEditor(host: HTMLElement, text: string, on: Listeners): EditorView {
  let saving: ReturnType<typeof setTimeout> | undefined;
  const listener = EditorView.updateListener.of(update => {
    if (!update.docChanged) return;
    clearTimeout(saving);
    saving = setTimeout(() => rememberState(update.view.state), 300);
    on.edited(update.state.doc.toString());
  });
  const extensions = [
    reading, history(), indentOnInput(), closeBrackets(), typeOverSelection,
    lineCounts(part => on.asked(part, 'mouse')), completions(on), hovers(on),
    EditorView.contentAttributes.of({ 'aria-label': 'The filter, config.yaml', 'tabindex': '0',
      'aria-description': 'Escape leaves the editor; Alt Enter tells what a line does' }),
    keymap.of(keys(on)),
    listener,
  ];
  const view = openIn(host,
    rememberedState(extensions) ?? EditorState.create({ doc: text, extensions }));
  addEventListener('pagehide', () => rememberState(view.state));
  return view;
}
