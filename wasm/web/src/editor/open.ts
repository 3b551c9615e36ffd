import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap,
         lineNumbers } from '@codemirror/view';
import { typeOverSelection } from './replace';
import { theme } from './theme';

/**
 * An editor in a shadow root of its own: there its styles go into adopted sheets, which a policy
 * without unsafe-inline allows.
 */
export function openEditor(host: HTMLElement, text: string,
                           edited: (text: string) => void): EditorView {
  const root = host.attachShadow({ mode: 'open' });
  const listener = EditorView.updateListener.of(update => {
    if (update.docChanged) edited(update.state.doc.toString());
  });
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(),
      history(), indentOnInput(), bracketMatching(), closeBrackets(), highlightSelectionMatches(),
      search({ top: true }), yaml(), theme, typeOverSelection,
      EditorView.lineWrapping,
      EditorState.tabSize.of(2),
      EditorView.contentAttributes.of({ 'aria-label': 'The filter, config.yaml' }),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap,
                 ...completionKeymap, ...lintKeymap, indentWithTab]),
      listener,
    ],
  });
  return new EditorView({ state, parent: root, root });
}
