import type { Core } from '../worker/core';
import type { Query, Row } from '../worker/shapes';

const page = 64;

/** A long list of shows of which only those in sight are asked for. */
export class ShowList {
  rows = $state.raw<Uint32Array>(new Uint32Array());
  #facts = $state.raw(new Map<number, Row>());
  #from = 0;
  #to = page;
  #turn = 0;

  #core: () => Core;

  constructor(core: () => Core) {
    this.#core = core;
  }

  at(index: number): Row | undefined {
    return this.#facts.get(this.rows[index]!);
  }

  /** Asks again; what is in sight stays until its successor is there. */
  async ask(query: Query) {
    const turn = ++this.#turn;
    const rows = await this.#core().ask('rows', query);
    if (turn !== this.#turn) return;
    const facts = await this.#fetch(rows, new Map());
    if (turn !== this.#turn) return;
    this.rows = rows;
    this.#facts = facts;
  }

  /** Says which entries are in sight. */
  async see(from: number, to: number) {
    const [begin, end] = [Math.floor(from / page) * page, Math.ceil(to / page) * page];
    if (begin === this.#from && end === this.#to) return;
    this.#from = begin;
    this.#to = end;
    const turn = this.#turn;
    const facts = await this.#fetch(this.rows, this.#facts);
    if (turn !== this.#turn || facts === this.#facts) return;
    const near = this.rows.subarray(Math.max(0, this.#from - page), this.#to + page);
    for (const row of near) {
      const known = this.#facts.get(row);
      if (known) facts.set(row, known);
    }
    this.#facts = facts;
  }

  async #fetch(rows: Uint32Array, known: Map<number, Row>): Promise<Map<number, Row>> {
    const missing = rows.slice(this.#from, this.#to).filter(row => !known.has(row));
    if (missing.length === 0) return known;
    const facts = new Map<number, Row>();
    for (const row of await this.#core().ask('facts', missing)) facts.set(row.row, row);
    return facts;
  }
}
