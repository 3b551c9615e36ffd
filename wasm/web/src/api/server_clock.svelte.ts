const second = 1000;
/** Between two samples, so that the travel time of answers does not distort the rate. */
const apart = 5 * second;

/** The clock of the server, whatever the clock of the browser says. */
export class ServerClock {
  /** Updated each second. */
  now = $state(Date.now());

  #last = { theirs: 0, ours: 0 };
  /** The sample that the rate is measured from. */
  #from = { theirs: 0, ours: 0 };
  /** Seconds there in one of ours: the clock of a demo is faster. */
  #rate = 1;

  constructor() {
    setInterval(() => (this.now = this.#guess()), second);
  }

  /** Takes a time that the server has just told. */
  hear(time: string) {
    const said = { theirs: new Date(time).getTime(), ours: Date.now() };
    if (Number.isNaN(said.theirs)) return;
    const passed = said.ours - this.#from.ours;
    if (this.#from.ours > 0 && passed >= apart)
      this.#rate = Math.max(1, Math.round((said.theirs - this.#from.theirs) / passed));
    if (passed >= apart) this.#from = said;
    this.#last = said;
    this.now = said.theirs;
  }

  #guess(): number {
    const { theirs, ours } = this.#last;
    return ours === 0 ? Date.now() : theirs + (Date.now() - ours) * this.#rate;
  }
}
