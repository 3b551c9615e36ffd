/** Does something as often as it is wanted, one at a time; who comes meanwhile shares the next. */
export class OneAtATime {
  #runs: Promise<void> | null = null;
  #wanted = false;

  constructor(private readonly work: () => Promise<void>) {}

  /** Done when nobody wants it any more. */
  again(): Promise<void> {
    this.#wanted = true;
    this.#runs ??= this.#run();
    return this.#runs;
  }

  async #run() {
    try {
      while (this.#wanted) {
        this.#wanted = false;
        await this.work();
      }
    } finally {
      this.#runs = null;
    }
  }
}
