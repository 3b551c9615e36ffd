import { tick } from 'svelte';
import type { Core } from '../../../engine/core';
import type { RowQuery, Why } from '../../../../.cache/engine';
import { everything, type Panel, type Side, type View } from './views';

/** What somebody looks at: a view, a list of shows, one show or one line. */
export class Looking {
  view = $state<View>('changes');
  side = $state<Side>('config');
  panel = $state<Panel | null>(null);
  query = $state.raw<RowQuery>(everything);
  why = $state.raw<Why | null>(null);
  /** The number of the line that is looked at. */
  asked = $state<number | null>(null);

  readonly #core: () => Core | null;

  constructor(core: () => Core | null) {
    this.#core = core;
  }

  turn(side: Side) {
    this.side = side;
    this.away();
  }

  /** Away from the show or the line that is looked at. */
  away() {
    this.why = this.asked = null;
  }

  /** Shows the table, ready to type what is searched. */
  async search() {
    this.view = 'shows';
    await tick();
    document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  }

  async explain(id: number) {
    this.why = await this.#core()?.ask('why', { id }) ?? null;
    if (this.why) this.asked = null;
  }

  /** Looks at a line of the filter. */
  ask(part: number) {
    this.asked = part;
    this.why = null;
  }

  /** Shows the shows that fit, all of them. */
  list(query: Partial<RowQuery>) {
    this.query = { ...everything, ...query };
    this.view = 'shows';
  }
}
