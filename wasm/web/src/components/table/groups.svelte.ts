import { SvelteSet } from 'svelte/reactivity';
import type { Place, Rows } from './table';

/** Rows that belong together, below a heading. */
export interface Group<Row> {
  key: string;
  rows: Row[];
}

/** Groups of rows that are all there, one below the other, each folded or not. */
export class GroupedRows<Row> implements Rows<Row> {
  groups = $state.raw<Group<Row>[]>([]);
  readonly folded = new SvelteSet<string>();
  #tops = $derived.by(() => {
    const tops = [0];
    for (const { key, rows } of this.groups)
      tops.push(tops.at(-1)! + 1 + (this.folded.has(key) ? 0 : rows.length));
    return tops;
  });

  get length(): number {
    return this.#tops.at(-1)!;
  }

  place(index: number): Place {
    const tops = this.#tops;
    let section = 0;
    while (section + 1 < this.groups.length && tops[section + 1]! <= index) ++section;
    const below = index - tops[section]!;
    const before = this.groups.slice(0, section)
      .reduce((sum, { rows }) => sum + rows.length, 0);
    return below === 0 ? { at: before, section } : { at: before + below - 1 };
  }

  rowAt({ at }: Place): Row | undefined {
    let left = at;
    for (const { rows } of this.groups) {
      if (left < rows.length) return rows[left];
      left -= rows.length;
    }
    return undefined;
  }

  see() {}
  isFolded = (section: number): boolean => this.folded.has(this.groups[section]?.key ?? '');
  inside = (section: number): number => this.groups[section]?.rows.length ?? 0;

  fold(section: number) {
    const key = this.groups[section]?.key ?? '';
    if (!this.folded.delete(key)) this.folded.add(key);
  }
}
