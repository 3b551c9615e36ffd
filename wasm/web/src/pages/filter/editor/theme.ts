import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the page's own colours: variables reach into its shadow root. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)',
         fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selection)' },
  '.cm-selectionBackground':
    { backgroundColor: 'var(--selection)' },
  '.cm-activeLine': { backgroundColor: 'var(--line)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--faint)', border: 'none',
                   fontVariantNumeric: 'tabular-nums' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--line)', color: 'var(--ink)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 10px', minWidth: '34px' },
  '.cm-gutters-after': { borderLeft: 'none' },
  '.cm-counts .cm-gutterElement': { padding: '0 10px 0 6px', textAlign: 'right', fontSize: '11px',
    lineHeight: '20.8px', fontFamily: 'var(--sans)', cursor: 'pointer', minWidth: '56px' },
  '.cm-counts .cm-gutterElement:hover span': { color: 'var(--accent)',
                                               textDecoration: 'underline' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)',
                   border: '1px solid var(--edge)', borderRadius: '6px',
                   boxShadow: 'var(--shadow)', fontFamily: 'var(--sans)', fontSize: '13px',
                   overflow: 'hidden' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '13px',
                                     maxHeight: '15em' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', display: 'flex', gap: '16px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)',
                                                         color: 'var(--on-accent)' },
  '.cm-completionLabel': { flex: '1' },
  '.cm-completionDetail': { fontStyle: 'normal', marginLeft: 'auto', color: 'var(--soft)',
                            fontVariantNumeric: 'tabular-nums' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionInfo': { maxWidth: '320px', padding: '8px 10px', lineHeight: '1.45' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--error)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--warning)' },
  '.cm-lintRange-hint, .cm-lintRange-info':
    { backgroundImage: 'none', borderBottom: '2px dotted var(--faint)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--error)' },
  '.cm-diagnostic': { padding: '7px 10px', maxWidth: '420px', lineHeight: '1.45' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--error)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warning)' },
  '.cm-diagnostic-hint, .cm-diagnostic-info': { borderLeft: '3px solid var(--faint)' },
  '.cm-diagnosticAction': { font: 'inherit', backgroundColor: 'var(--accent)',
                            color: 'var(--on-accent)', borderRadius: '4px', padding: '1px 8px',
                            margin: '0 0 0 10px', cursor: 'pointer' },
  '.cm-hover-text': { padding: '8px 10px', maxWidth: '380px', lineHeight: '1.45' },
  '.cm-hover-text .path': { fontFamily: 'var(--mono)', fontSize: '12px', color: 'var(--soft)' },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--ink)',
                  borderColor: 'var(--edge)' },
  '.cm-panels button, .cm-panels input': { font: 'inherit', color: 'inherit',
    background: 'var(--paper)', border: '1px solid var(--edge)', borderRadius: '4px' },
  '.cm-deceiving': { padding: '0 3px', borderRadius: '3px', fontSize: '11px',
                     color: 'var(--error)', backgroundColor: 'var(--error-soft)',
                     outline: '1px solid var(--error)' },
  '.cm-pointed': { backgroundColor: 'var(--pointed)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--yaml-key)' },
  { tag: [tags.string, tags.content], color: 'var(--yaml-word)' },
  { tag: [tags.number, tags.bool, tags.keyword], color: 'var(--yaml-number)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace],
    color: 'var(--soft)' },
]);

export const theme = [look, syntaxHighlighting(colours)];
