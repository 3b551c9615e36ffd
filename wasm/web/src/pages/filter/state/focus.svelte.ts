import { tick } from 'svelte';
import type { Core } from '../../../engine/core';
import type { RowQuery, Why } from '../../../../.cache/engine';
import { everything, type Panel, type Side, type View } from './views';

/** What is in view: a tab, a list of shows, one show or one line. */
export class Focus {
  view = $state<View>('changes');
  side = $state<Side>('config');
  panel = $state<Panel | null>(null);
  query = $state.raw<RowQuery>(everything);
  why = $state.raw<Why | null>(null);
  /** The number of the line that is explained. */
  asked = $state<number | null>(null);

  readonly #core: () => Core | null;

  constructor(core: () => Core | null) {
    this.#core = core;
  }

  turn(side: Side) {
    this.side = side;
    this.close();
  }

  /** Closes the show or the line that is explained. */
  close() {
    this.why = this.asked = null;
  }

  /** Opens the table with the cursor in its search field. */
  async search() {
    this.view = 'shows';
    await tick();
    document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  }

  async explain(id: number) {
    this.why = await this.#core()?.ask('why', { id }) ?? null;
    if (this.why) this.asked = null;
  }

  /** Explains a line of the filter. */
  ask(part: number) {
    this.asked = part;
    this.why = null;
  }

  /** Lists the shows that match a query. */
  list(query: Partial<RowQuery>) {
    this.query = { ...everything, ...query };
    this.view = 'shows';
  }
}
