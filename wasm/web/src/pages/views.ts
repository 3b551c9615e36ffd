import type { Component } from 'svelte';
import type { Daemon } from '../api/client.svelte';
import type { Settings } from '../browser/settings.svelte';
import HomePage from './homepage/HomePage.svelte';

/** What the view at an address is given. */
export interface Given {
  daemon: Daemon;
  settings: Settings;
}
export type View = Component<Given>;
type Load = () => Promise<{ default: View }>;

/** The view of /activity/journal is activity/JournalPage.svelte, fetched when it is opened. */
const files = import.meta.glob<{ default: View }>(
  ['./*/*Page.svelte', '!./homepage/*', '!./filter/*']);

const named = (word: string) => word.replace(/(^|-)(\w)/g, (_, __, letter: string) =>
  letter.toUpperCase());

/** How the view at an address is loaded; nothing where this page has none. */
export function viewAt(path: string): Load | undefined {
  if (path === '/') return async () => ({ default: HomePage });
  const words = path.slice(1).split('/');
  return files[`./${words[0]}/${named(words.at(-1)!)}Page.svelte`];
}

/** Fetches the code of all views beforehand: they are small, and the daemon may go away. */
export async function fetchViews(): Promise<void> {
  for (const load of Object.values(files)) await load().catch(() => {});
}

export const isFilter = (path: string): boolean => path.startsWith('/filter/');
