import { SvelteMap } from 'svelte/reactivity';
import type { Daemon } from '../../api/client.svelte';
import type { ShowReport, Why } from '../../../.cache/api';

const atOnce = 4;

/** Why shows are asked about, fetched for those in sight, a few at a time. */
class Deciding {
  readonly #known = new SvelteMap<number, Why | null>();
  #wanted: number[] = [];
  #running = 0;

  constructor(private readonly daemon: Daemon) {}

  of = (id: number): Why | null => this.#known.get(id) ?? null;

  want(ids: number[]) {
    this.#wanted = ids;
    while (this.#running < atOnce && this.#next() !== undefined) void this.#run();
  }

  #next = () => this.#wanted.find(id => !this.#known.has(id));

  async #run() {
    this.#running += 1;
    for (let id = this.#next(); id !== undefined; id = this.#next()) {
      this.#known.set(id, null);
      try {
        this.#known.set(id, (await this.daemon.get<ShowReport>(`api/v1/shows/${id}`)).why);
      } catch {
        // The card says less then.
      }
    }
    this.#running -= 1;
  }
}

export const deciding = (daemon: Daemon): Deciding => new Deciding(daemon);
