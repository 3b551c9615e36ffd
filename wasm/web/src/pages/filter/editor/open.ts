import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap,
         lineNumbers } from '@codemirror/view';
import { completions } from './complete';
import { rememberedState, rememberState } from './draft';
import { hovers, type Knowledge } from './hover';
import { lineCounts } from './line_counts';
import { mendAtCursor } from './problems';
import { typeOverSelection } from './replace';
import { theme } from './theme';

export interface Listeners extends Knowledge {
  edited: (text: string) => void;
  /** A count beside a line was clicked. */
  asked: (part: number) => void;
}

/**
 * An editor in a shadow root of its own: there its styles go into adopted sheets, which a policy
 * without unsafe-inline allows.
 */
export function openEditor(host: HTMLElement, text: string, on: Listeners): EditorView {
  const root = host.attachShadow({ mode: 'open' });
  let saving: ReturnType<typeof setTimeout> | undefined;
  const listener = EditorView.updateListener.of(update => {
    if (!update.docChanged) return;
    clearTimeout(saving);
    saving = setTimeout(() => rememberState(update.view.state), 300);
    on.edited(update.state.doc.toString());
  });
  const extensions = [
    lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(),
    history(), indentOnInput(), bracketMatching(), closeBrackets(), highlightSelectionMatches(),
    search({ top: true }), yaml(), theme, typeOverSelection,
    EditorView.lineWrapping,
    EditorState.tabSize.of(2), lineCounts(on.asked),
    completions(on), hovers(on),
    EditorView.contentAttributes.of({ 'aria-label': 'The filter, config.yaml', 'tabindex': '0' }),
    keymap.of([{ key: 'Mod-.', run: mendAtCursor }, ...closeBracketsKeymap, ...defaultKeymap,
               ...searchKeymap, ...historyKeymap,
               ...completionKeymap, ...lintKeymap, indentWithTab]),
    listener,
  ];
  const state = rememberedState(extensions) ?? EditorState.create({ doc: text, extensions });
  addEventListener('pagehide', () => rememberState(view.state));
  const view = new EditorView({ state, parent: root, root });
  return view;
}
