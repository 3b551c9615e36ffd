export type Theme = 'auto' | 'light' | 'dark';
export const themes: Theme[] = ['auto', 'light', 'dark'];

/** What the browser keeps; where it keeps nothing (private windows), nothing is remembered. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`sievarr.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`sievarr.${key}`);
    else localStorage.setItem(`sievarr.${key}`, value);
  } catch {
    // Full or forbidden: the page works as well without a memory.
  }
}

/** How the page looks, as the person wants it. */
export class Settings {
  theme = $state<Theme>((recall('theme') as Theme | null) ?? 'auto');
  greeted = $state(recall('greeted') !== null);
  /** Whether the rail shows icons only; a narrow window has no room for more. */
  narrow = $derived.by(() => this.#folded || this.#tight);

  #folded = $state(recall('rail') === 'narrow');
  #tight = $state(false);
  readonly #room = matchMedia('(max-width: 1199px)');

  constructor() {
    this.#show();
    const fit = () => (this.#tight = this.#room.matches && recall('rail') !== 'wide');
    this.#room.addEventListener('change', fit);
    fit();
  }

  /** Shows the rail with its names, or without them where it has them. */
  fold() {
    const narrow = !this.narrow;
    remember('rail', narrow ? 'narrow' : 'wide');
    this.#folded = narrow;
    this.#tight = false;
  }

  nextTheme() {
    this.choose(themes[(themes.indexOf(this.theme) + 1) % themes.length]!);
  }

  choose(theme: Theme) {
    this.theme = theme;
    remember('theme', theme);
    this.#show();
  }

  greet() {
    this.greeted = true;
    remember('greeted', 'yes');
  }

  #show() {
    const root = document.documentElement;
    if (this.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = this.theme;
  }
}
