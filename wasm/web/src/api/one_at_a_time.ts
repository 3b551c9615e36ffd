/** Runs a task, never twice at a time; callers that come meanwhile share the next run. */
export class OneAtATime {
  #runs: Promise<void> | null = null;
  #wanted = false;

  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves when no run is wanted any more. */
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
