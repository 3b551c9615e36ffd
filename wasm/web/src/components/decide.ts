import type { Daemon } from '../api/client.svelte';
import { plural } from '../format/numbers';
import { messageOf } from '../format/failure';
import { tell } from './toasts.svelte';

export type Decision = 'approve' | 'skip' | 'later' | 'retry' | 'unskip';
export interface Named {
  id: number;
  title: string;
}

/** What the queue of decisions is asked to do; the rest is done to any show. */
const routeOf = (decision: Decision) =>
  decision === 'approve' || decision === 'later' ? `review/${decision}` : decision;
/** How it is told what was done. */
const done = new Map<Decision, string>([
  ['approve', 'Approved'], ['skip', 'Skipped'], ['later', 'In 30 days you are asked again about'],
  ['retry', 'Tried again soon:'], ['unskip', 'No longer skipped:']]);
/** What brings shows back to where they were; a search that has begun cannot be taken back. */
const wayBack = (decision: Decision) =>
  decision === 'retry' ? undefined : decision === 'unskip' ? 'skip' : 'review/undo';

const about = (shows: Named[]) =>
  shows.length === 1 ? `“${shows[0]!.title}”` : plural(shows.length, 'show');

async function takeBack(daemon: Daemon, route: string, shows: Named[]) {
  try {
    const error = await daemon.decide(route, shows.map(each => each.id));
    tell(error || `${about(shows)} ${shows.length === 1 ? 'is' : 'are'} as before.`);
  } catch (failure) {
    tell(messageOf(failure));
  }
}

/** Does what a person decided about shows and tells of it, with a way back; false if it failed. */
export async function decide(daemon: Daemon, decision: Decision, shows: Named[]):
    Promise<boolean> {
  try {
    const error = await daemon.decide(routeOf(decision), shows.map(each => each.id));
    const way = wayBack(decision);
    tell(error || `${done.get(decision)} ${about(shows)}.`,
         error || !way ? undefined : () => takeBack(daemon, way, shows));
    return error === '';
  } catch (failure) {
    tell(messageOf(failure));
    return false;
  }
}
