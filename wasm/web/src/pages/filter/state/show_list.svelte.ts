import type { Core } from '../../../engine/core';
import type { RowFacts, RowQuery } from '../../../../.cache/engine';

const page = 64;

/** What stands at a place of a list: a show, or the heading of a section. */
export interface Place {
  /** The entry of `rows`; for a heading, the first of its section. */
  at: number;
  /** The section that a heading is of. */
  section?: number;
}

/** A long list of shows, perhaps in sections, of which only those in sight are asked for. */
export class ShowList {
  rows = $state.raw<Uint32Array>(new Uint32Array());
  /** Where sections begin. */
  #begins = $state.raw<Uint32Array>(new Uint32Array());
  #folded = $state.raw<ReadonlySet<number>>(new Set());
  /** The place of the heading of each section, and behind them the place behind the last. */
  #tops = $derived.by(() => {
    const tops = [0];
    for (let section = 0; section < this.#begins.length; ++section)
      tops.push(tops[section]! + 1 + (this.#folded.has(section) ? 0 : this.shows(section)));
    return tops;
  });
  /** How many places there are. */
  length = $derived(this.#begins.length > 0 ? this.#tops.at(-1)! : this.rows.length);
  #facts = $state.raw(new Map<number, RowFacts>());
  #from = 0;
  #to = page;
  #turn = 0;

  readonly #core: () => Core;

  constructor(core: () => Core) {
    this.#core = core;
  }

  /** How many shows a section has. */
  shows(section: number): number {
    return (this.#begins[section + 1] ?? this.rows.length) - this.#begins[section]!;
  }

  isFolded = (section: number): boolean => this.#folded.has(section);

  fold(section: number) {
    const folded = new Set(this.#folded);
    if (!folded.delete(section)) folded.add(section);
    this.#folded = folded;
    void this.#fill();
  }

  place(index: number): Place {
    if (this.#begins.length === 0) return { at: index };
    let [section, end] = [0, this.#begins.length];
    while (end - section > 1) {
      const middle = (section + end) >> 1;
      if (this.#tops[middle]! <= index) section = middle;
      else end = middle;
    }
    const [begin, below] = [this.#begins[section]!, index - this.#tops[section]!];
    return below === 0 ? { at: begin, section } : { at: begin + below - 1 };
  }

  factsAt(place: Place): RowFacts | undefined {
    return this.#facts.get(this.rows[place.at]!);
  }

  /** Asks again; the old rows stay until the new ones are there. */
  async ask(query: RowQuery) {
    const turn = ++this.#turn;
    const { rows, sections } = await this.#core().ask('rows', query);
    if (turn !== this.#turn) return;
    const same = this.#begins.length === sections.length;
    const facts = await this.#fetch(rows.subarray(0, sections.length > 0 ? 0 : undefined));
    if (turn !== this.#turn) return;
    this.rows = rows;
    this.#begins = sections;
    if (!same) this.#folded = new Set();
    this.#facts = facts;
    if (sections.length > 0) await this.#fill();
  }

  /** Says which places are in sight. */
  async see(from: number, to: number) {
    const [begin, end] = [Math.floor(from / page) * page, Math.ceil(to / page) * page];
    if (begin === this.#from && end === this.#to) return;
    this.#from = begin;
    this.#to = end;
    await this.#fill();
  }

  /** Asks for what is in sight and not known, and forgets what is far away. */
  async #fill() {
    const turn = this.#turn;
    const near: number[] = [];
    for (let index = Math.max(0, this.#from - page);
      index < Math.min(this.length, this.#to + page); ++index)
      near.push(this.rows[this.place(index).at]!);
    const missing = near.filter(row => !this.#facts.has(row));
    if (missing.length === 0) return;
    const found = await this.#core().ask('facts', { rows: missing });
    if (turn !== this.#turn) return;
    const facts = new Map(found.map(row => [row.row, row]));
    for (const row of near) {
      const known = this.#facts.get(row);
      if (known) facts.set(row, known);
    }
    this.#facts = facts;
  }

  async #fetch(rows: Uint32Array): Promise<Map<number, RowFacts>> {
    const seen = Array.from(rows.subarray(this.#from, this.#to));
    if (seen.length === 0) return new Map();
    const facts = await this.#core().ask('facts', { rows: seen });
    return new Map(facts.map(row => [row.row, row]));
  }
}
