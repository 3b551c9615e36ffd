const second = 1000;
/** Between two samples, so that how long answers travel makes no rate. */
const apart = 5 * second;

/** What the clock of the server says, whatever the browser's own says. */
export class ServerClock {
  /** Moves each second. */
  now = $state(Date.now());

  #theirs = 0;
  #ours = 0;
  /** Seconds there in one of ours: the clock of a demo is faster. */
  #rate = 1;

  constructor() {
    setInterval(() => (this.now = this.#guess()), second);
  }

  /** What it said just now. */
  hear(time: string) {
    const theirs = new Date(time).getTime();
    const ours = Date.now();
    if (Number.isNaN(theirs)) return;
    const passed = ours - this.#ours;
    if (this.#ours === 0) this.#rate = 1;
    else if (passed >= apart) this.#rate = Math.max(1, Math.round((theirs - this.#theirs) / passed));
    if (this.#ours === 0 || passed >= apart) {
      this.#theirs = theirs;
      this.#ours = ours;
    }
    this.now = theirs;
  }

  #guess(): number {
    return this.#ours === 0 ? Date.now() : this.#theirs + (Date.now() - this.#ours) * this.#rate;
  }
}
