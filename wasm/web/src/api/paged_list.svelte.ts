import { untrack } from 'svelte';
import { messageOf } from '../format/failure';
import type { Daemon } from './client.svelte';
import { OneAtATime } from './one_at_a_time';
import type { Topic } from './topics';

/** A part of a list: its rows, how many there are in all if that is known, and what comes after. */
export interface Part<Row> {
  rows: Row[];
  total?: number | undefined;
  next?: string | number | undefined;
}

/** Asks for a part behind a place; the first part where there is no place. */
export type Ask<Row> = (after: string | number | undefined, limit: number) => Promise<Part<Row>>;

const first = 200;
const most = 1000;

/** A long list of the daemon, of which as much is fetched as somebody has seen. */
export class PagedList<Row> {
  rows = $state.raw<Row[]>([]);
  total = $state<number>();
  /** Whether there has been an answer. */
  known = $state(false);
  trouble = $state('');
  #next = $state.raw<string | number>();
  #wanted = first;
  #ask: Ask<Row> | null = null;
  #fresh = true;
  readonly #fetching = new OneAtATime(() => this.#fetch());

  /** How many rows there are, also those that are not here yet. */
  get length(): number {
    const here = this.rows.length + (this.#next === undefined ? 0 : 1);
    return Math.max(this.total ?? 0, here);
  }

  /** Asks another question; the old rows stay until the new ones are there. */
  turn(ask: Ask<Row>) {
    this.#ask = ask;
    this.#wanted = first;
    this.again();
  }

  again() {
    this.#fresh = true;
    void this.#fetching.again();
  }

  see(_from: number, to: number) {
    if (to <= this.rows.length || this.#next === undefined) return;
    this.#wanted = Math.max(this.#wanted, to);
    void this.#fetching.again();
  }

  /** All rows, fetched as far as they are missing. */
  async all(): Promise<Row[]> {
    this.#wanted = Number.POSITIVE_INFINITY;
    await this.#fetching.again();
    this.#wanted = this.rows.length;
    return this.rows;
  }

  async #fetch() {
    const ask = this.#ask;
    if (!ask) return;
    let [rows, next, known] = this.#fresh ? [[] as Row[], undefined, false] :
      [this.rows, this.#next, true];
    this.#fresh = false;
    try {
      while (!known || (next !== undefined && rows.length < this.#wanted)) {
        const missing = Math.max(first, this.#wanted - rows.length);
        const part = await ask(next, Math.min(most, missing));
        if (ask !== this.#ask) return;
        rows = [...rows, ...part.rows];
        next = part.next;
        known = true;
        this.total = part.total;
        this.rows = rows;
        this.#next = next;
      }
      this.trouble = '';
      this.known = true;
    } catch (failure) {
      if (ask === this.#ask) this.trouble = messageOf(failure);
    }
  }
}

/** A list while a view is shown: asked again when its question changes or a topic moves. */
export function pagedList<Row>(daemon: Daemon, question: () => Ask<Row>,
                               topics: Topic[]): PagedList<Row> {
  const list = new PagedList<Row>();
  const moved = () => daemon.moved(topics);
  let known = untrack(moved);
  $effect(() => {
    const ask = question();
    untrack(() => list.turn(ask));
  });
  $effect(() => {
    const now = moved();
    if (now === known) return;
    known = now;
    untrack(() => list.again());
  });
  return list;
}
