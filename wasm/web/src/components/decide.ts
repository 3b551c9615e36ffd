import type { Daemon } from '../api/client.svelte';
import { plural } from '../format/numbers';
import { messageOf } from '../format/failure';
import { tell } from './toasts.svelte';

export type Decision = 'approve' | 'skip' | 'retry' | 'unskip';
export interface Named {
  id: number;
  title: string;
}

const routes: Record<Decision, string> = {
  approve: 'review/approve', skip: 'skip', retry: 'retry', unskip: 'unskip' };
const done: Record<Decision, string> = {
  approve: 'Approved', skip: 'Skipped', retry: 'Tried again soon:', unskip: 'No longer skipped:' };
/** What brings a show back to where it was; each step is a route. */
const back: Partial<Record<Decision, string[]>> = {
  approve: ['skip', 'unskip'], skip: ['unskip'], unskip: ['skip'] };

const about = (shows: Named[]) =>
  shows.length === 1 ? `“${shows[0]!.title}”` : plural(shows.length, 'show');

async function takeBack(daemon: Daemon, steps: string[], shows: Named[]) {
  const ids = shows.map(each => each.id);
  try {
    for (const step of steps) {
      const error = await daemon.decide(step, ids);
      if (error) return tell(error);
    }
    tell(`${about(shows)} is as before.`.replace(/ is (?=as before)/,
      shows.length === 1 ? ' is ' : ' are '));
  } catch (failure) {
    tell(messageOf(failure));
  }
}

/** Does what a person decided about shows and tells of it, with a way back; false if it failed. */
export async function decide(daemon: Daemon, decision: Decision, shows: Named[]):
    Promise<boolean> {
  try {
    const error = await daemon.decide(routes[decision], shows.map(each => each.id));
    const steps = back[decision];
    tell(error || `${done[decision]} ${about(shows)}.`,
         error || !steps ? undefined : () => takeBack(daemon, steps, shows));
    return error === '';
  } catch (failure) {
    tell(messageOf(failure));
    return false;
  }
}
