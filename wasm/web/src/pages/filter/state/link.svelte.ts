import { isShared, readFragment, type Shared } from '../../../browser/link';

/** Links with a config that come while the page is open. */
export class Link {
  /** A config that waits for an answer: it would replace an edit. */
  waiting = $state.raw<Shared | null>(null);
  #before = '';

  /** Whether there is an edit, how a config is opened, and how something is told. */
  constructor(private readonly edited: () => boolean,
              private readonly open: (shared: Shared) => Promise<void>,
              private readonly tell: (notice: string) => void) {}

  /** Another fragment came into the address of this tab. */
  async arrive({ oldURL, newURL }: HashChangeEvent) {
    const { hash } = new URL(newURL);
    if (!isShared(hash)) return;
    const shared = await readFragment(hash);
    if (typeof shared === 'string') this.tell(shared);
    if (shared === null || typeof shared === 'string') return;
    this.#before = oldURL;
    if (this.edited()) this.waiting = shared;
    else await this.open(shared);
  }

  async accept() {
    const shared = this.waiting;
    this.waiting = null;
    if (shared) await this.open(shared);
  }

  /** The address is again what is shown, so that a reload does not bring the other config. */
  refuse() {
    if (this.waiting) history.replaceState(null, '', this.#before);
    this.waiting = null;
  }
}
