import { activityKindLabels } from '../../../.cache/words';
import type { Activity } from '../../../.cache/api';
import { showItem } from '../items';

/** What sorts of things happen: how they are called when somebody chooses among them. */
export const kinds = activityKindLabels;
export const kindNames = Object.keys(kinds) as Activity['kind'][];

/** What the drawer can show about something that happened; empty where there is nothing. */
export function itemOfActivity({ refs }: Activity): string {
  const [show] = refs.shows;
  if (show !== undefined && refs.shows.length === 1) return showItem(show);
  return refs.cycle === undefined ? '' : `run:${refs.cycle}`;
}
