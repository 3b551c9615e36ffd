export type Theme = 'auto' | 'light' | 'dark';
const themes: Theme[] = ['auto', 'light', 'dark'];

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

  constructor() {
    this.#show();
  }

  nextTheme() {
    this.theme = themes[(themes.indexOf(this.theme) + 1) % themes.length]!;
    remember('theme', this.theme);
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
