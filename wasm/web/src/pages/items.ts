import type { Component } from 'svelte';
import type { Daemon } from '../api/client.svelte';

/** What the drawer can show: a kind, and which one of that kind. */
export interface Item {
  kind: keyof typeof kinds;
  id: string;
}
export interface ItemGiven {
  daemon: Daemon;
  id: string;
  close: () => void;
}
type Load = () => Promise<{ default: Component<ItemGiven> }>;

/** The kinds of ?item=kind:id. */
const kinds = {
  tvmaze: () => import('./show/ShowDrawer.svelte'),
  run: () => import('./activity/RunDrawer.svelte'),
} satisfies Record<string, Load>;

export function itemOf(text: string): Item | null {
  const [kind = '', ...rest] = text.split(':');
  const id = rest.join(':');
  return Object.hasOwn(kinds, kind) && id !== '' ? { kind: kind as Item['kind'], id } : null;
}

export const loadItem = (kind: Item['kind']): ReturnType<Load> => kinds[kind]();

/** The item of a show. */
export const showItem = (id: number): string => `tvmaze:${id}`;
