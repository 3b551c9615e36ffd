import type { ServerClock } from './server_clock.svelte';

const second = 1000;
/** A daemon that was silent for so long is asked for its status. */
const silence = 20 * second;
const longestWait = 16;

export type Reach = 'connecting' | 'live' | 'gone' | 'out';

/** Whether the daemon can be reached: the one place that says so, from events and requests. */
export class Connection {
  state = $state<Reach>('connecting');
  /** When that began, by the clock of the server. */
  since = $state(0);
  /** When the daemon was last heard, by its clock; the page shows its state of then. */
  asOf = $state(0);
  /** Seconds until the next try. */
  wait = $state(0);

  #heard = 0;
  #failures = 0;
  #trying = false;
  readonly #clock: ServerClock;
  readonly #reach: () => Promise<boolean>;

  /** Reach asks the daemon something small, and says whether it answered. */
  constructor(clock: ServerClock, reach: () => Promise<boolean>) {
    this.#clock = clock;
    this.#reach = reach;
    setInterval(() => this.#tick(), second);
    // A page that comes back into view shows how it is now, not how it was.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.tryNow();
    });
  }

  /** An answer or an event has come. */
  hear() {
    this.#heard = Date.now();
    this.#failures = 0;
    this.asOf = this.#clock.now;
    if (this.state === 'connecting' || this.state === 'gone') this.#become('live');
  }

  /** A request was not answered, or the events have ended: it may be gone. */
  suspect() {
    if (this.state === 'live') this.#become('connecting');
    if (this.state === 'connecting') void this.tryNow();
  }

  /** Nobody is signed in any more. */
  leave() {
    this.#become('out');
  }

  /** Somebody has signed in. */
  enter() {
    if (this.state === 'out') this.#become('connecting');
  }

  async tryNow() {
    if (this.#trying || this.state === 'out') return;
    this.#trying = true;
    const reached = await this.#reach();
    this.#trying = false;
    if (!reached) this.#miss();
  }

  #miss() {
    if (this.state === 'out') return;
    this.#failures += 1;
    this.wait = Math.min(2 ** this.#failures, longestWait);
    if (this.state !== 'gone') this.#become('gone');
  }

  #become(state: Reach) {
    this.state = state;
    this.since = Math.max(this.#clock.now, this.asOf);
  }

  #tick() {
    if (this.state === 'live' && Date.now() - this.#heard > silence) void this.tryNow();
    if (this.state !== 'gone' || this.#trying) return;
    this.wait = Math.max(0, this.wait - 1);
    if (this.wait === 0) void this.tryNow();
  }
}
