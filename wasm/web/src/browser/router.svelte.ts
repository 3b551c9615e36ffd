import { addressOf, textOf, type Address } from '../format/address';
import { base, isOfDaemon } from './base';
import { isShared } from './link';

export type Changes = Record<string, string | null>;
type Way = 'push' | 'replace';

/**
 * The address of the page: real paths where a daemon serves it, else paths behind the #. It is the
 * only place that reads or writes the address bar.
 */
export class Router {
  path = $state('/');
  query = $state.raw(new URLSearchParams());
  /** The config that the address carries behind its #, if it does. */
  fragment = $state('');
  /** Grows when somebody goes somewhere, by a link or by Back. */
  visits = $state(0);

  readonly #real = isOfDaemon();
  readonly #below = this.#real ? new URL(base(), location.href).pathname : '';

  constructor() {
    this.#read();
    addEventListener('popstate', () => this.#read());
    addEventListener('hashchange', () => this.#read());
  }

  get(name: string): string {
    return this.query.get(name) ?? '';
  }

  /** What a link to an address stands for in this page. */
  href(text: string): string {
    return this.#real ? this.#below + text.slice(1) : `#${text}`;
  }

  /** The address as text, with what is chosen. */
  get here(): string {
    return textOf({ path: this.path, query: this.query });
  }

  go(text: string, way: Way = 'push') {
    const address = addressOf(text);
    if (address) this.#turn(address, way);
  }

  /** The same path with other choices; null takes one away. */
  choose(changes: Changes, way: Way = 'replace') {
    this.#turn({ path: this.path, query: this.#with(changes) }, way);
  }

  /** A link to the same path with other choices. */
  chosen(changes: Changes): string {
    return this.href(textOf({ path: this.path, query: this.#with(changes) }));
  }

  #with(changes: Changes): URLSearchParams {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') query.delete(name);
      else query.set(name, value);
    }
    return query;
  }

  #turn({ path, query }: Address, way: Way) {
    const text = textOf({ path, query });
    if (text === this.here && !isShared(this.fragment)) return;
    const kept = this.#real && path === this.path ? this.fragment : '';
    if (way === 'push') history.pushState(null, '', this.href(text) + kept);
    else history.replaceState(history.state, '', this.href(text) + kept);
    this.#take({ path, query }, kept);
    if (way === 'push') this.visits += 1;
  }

  #read() {
    const { hash, pathname, search } = location;
    this.visits += 1;
    if (this.#real) {
      const inside = pathname.startsWith(this.#below) ? pathname.slice(this.#below.length) : '';
      return this.#take(addressOf(`/${inside}${search}`)!, isShared(hash) ? hash : '');
    }
    if (isShared(hash)) return this.#take({ path: this.path, query: this.query }, hash);
    this.#take(addressOf(hash.slice(1)) ?? { path: '/', query: new URLSearchParams() }, '');
  }

  #take({ path, query }: Address, fragment: string) {
    if (path !== this.path) this.path = path;
    if (query.toString() !== this.query.toString()) this.query = query;
    this.fragment = fragment;
  }
}

let made: Router | undefined;

/** The one router of this page. */
export const router = (): Router => (made ??= new Router());

/** Follows a link inside the page; others are left to the browser. */
export function followed(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey ||
      event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a[data-to]');
  const to = link?.getAttribute('data-to');
  if (!to) return;
  event.preventDefault();
  router().go(to);
}
