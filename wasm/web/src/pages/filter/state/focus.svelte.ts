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

  #back: (() => void) | null = null;

  /** The engine, and how to get into the editor. */
  constructor(private readonly core: () => Core | null, private readonly write: () => void) {}

  turn(side: Side) {
    this.side = side;
    this.close();
  }

  /** Closes the show or the line that is explained; who asked for it by a key is back there. */
  close() {
    this.why = this.asked = null;
    this.#back?.();
    this.#back = null;
  }

  /** Opens the table with the cursor in its search field. */
  async search() {
    this.view = 'shows';
    await tick();
    document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  }

  async explain(id: number) {
    this.why = await this.core()?.ask('why', { id }) ?? null;
    if (this.why) this.asked = null;
  }

  /** Explains a line of the filter; who asks by a key is led to what is told. */
  async ask(part: number, how: 'mouse' | 'key' = 'mouse') {
    this.asked = part;
    this.why = null;
    this.#back = how === 'key' ? this.write : null;
    if (how === 'mouse') return;
    await tick();
    document.querySelector<HTMLElement>('section[aria-label="Line"] [role="region"]')?.focus();
  }

  /** Lists the shows that match a query. */
  list(query: Partial<RowQuery>) {
    this.query = { ...everything, ...query };
    this.view = 'shows';
  }
}
