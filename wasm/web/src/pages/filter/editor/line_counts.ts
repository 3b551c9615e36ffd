import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { EditorView, gutter, GutterMarker } from '@codemirror/view';

/** A number beside a line of the filter. */
export interface LineCount {
  at: number;
  part: number;
  text: string;
  title: string;
}

class CountMarker extends GutterMarker {
  constructor(readonly count: LineCount) {
    super();
  }
  override eq(other: CountMarker) {
    return other.count.text === this.count.text && other.count.part === this.count.part;
  }
  override toDOM() {
    const mark = document.createElement('span');
    mark.textContent = this.count.text;
    mark.title = `${this.count.title} (Alt Enter)`;
    return mark;
  }
}

const setCounts = StateEffect.define<LineCount[]>();

const counts = StateField.define<RangeSet<CountMarker>>({
  create: () => RangeSet.empty,
  update(markers, transaction) {
    let now = markers.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(setCounts))
        now = RangeSet.of(effect.value
          .filter(count => count.at <= transaction.state.doc.length)
          .map(count => new CountMarker(count)
            .range(transaction.state.doc.lineAt(count.at).from)), true);
    return now;
  },
});

export const showCounts = (view: EditorView, shown: LineCount[]): void =>
  view.dispatch({ effects: setCounts.of(shown) });

/** The part of the filter whose count stands beside the line from a place on. */
function partAt(view: EditorView, from: number): number | undefined {
  let part: number | undefined;
  view.state.field(counts).between(from, from, (_from, _to, marker) => {
    part = marker.count.part;
  });
  return part;
}

/** The part whose count stands beside the line of the cursor. */
export const askedAtCursor = (view: EditorView): number | undefined =>
  partAt(view, view.state.doc.lineAt(view.state.selection.main.head).from);

/** What each line does, at the right of it; a click asks for more. */
export function lineCounts(chosen: (part: number) => void) {
  return [counts, gutter({
    class: 'cm-counts',
    side: 'after',
    markers: view => view.state.field(counts),
    domEventHandlers: {
      mousedown(view, line) {
        const part = partAt(view, line.from);
        if (part === undefined) return false;
        chosen(part);
        return true;
      },
    },
  })];
}
