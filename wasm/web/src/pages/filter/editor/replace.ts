import { EditorView } from '@codemirror/view';

/**
 * Typing over a selection is done here and not by the browser, which would keep the look of what it
 * removes in style attributes, and complain that the policy does not let it.
 */
export const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main } = view.state.selection;
    if (event.inputType !== 'insertText' || event.data === null || main.empty) return false;
    if (view.composing || view.state.selection.ranges.length > 1) return false;
    event.preventDefault();
    const text = event.data;
    const insert = () => view.state.update(view.state.replaceSelection(text),
                                           { userEvent: 'input.type', scrollIntoView: true });
    for (const handler of view.state.facet(EditorView.inputHandler))
      if (handler(view, main.from, main.to, text, insert)) return true;
    view.dispatch(insert());
    return true;
  },
});
