import type { Tone } from '../../../.cache/words';
import type { Activity } from '../../../.cache/api';
import { showItem } from '../items';

type Kind = Activity['kind'];

/** What sorts of things happen: how they are called when somebody chooses among them. */
export const kinds: Record<Kind, { name: string; glyph: string; tone: Tone }> = {
  added: { name: 'added', glyph: '✓', tone: 'done' },
  exists: { name: 'there already', glyph: '=', tone: 'done' },
  not_found: { name: 'not known there', glyph: '◌', tone: 'waiting' },
  refused: { name: 'refused', glyph: '✕', tone: 'broken' },
  decision: { name: 'decisions', glyph: '◐', tone: 'person' },
  config: { name: 'config', glyph: '◇', tone: 'enters' },
  config_refused: { name: 'config refused', glyph: '✕', tone: 'broken' },
  judged: { name: 'judged', glyph: '≈', tone: 'filtered' },
  cycle: { name: 'cycles', glyph: '↻', tone: 'filtered' },
  held: { name: 'held', glyph: '❚', tone: 'person' },
  released: { name: 'released', glyph: '▸', tone: 'enters' },
};
export const kindNames = Object.keys(kinds) as Kind[];

/** What the drawer can show about something that happened; empty where there is nothing. */
export function itemOfActivity({ refs }: Activity): string {
  const [show] = refs.shows;
  if (show !== undefined && refs.shows.length === 1) return showItem(show);
  return refs.cycle === undefined ? '' : `run:${refs.cycle}`;
}
