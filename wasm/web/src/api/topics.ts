import type { News } from '../../.cache/api';

/** An event of the daemon; the API calls its type News. */
export type DaemonEvent = News;

/** A reason to ask again: a kind of event, or an action from this page. */
export type Topic = 'cycle' | 'added' | 'judged' | 'config' | 'decided' | 'activity';

/** The kinds of events that the page subscribes to. */
export const kinds: DaemonEvent['kind'][] = ['phase', 'advance', 'cycle', 'added', 'judged',
                                             'trouble', 'config', 'lost', 'activity'];

/** The answers that an event makes old; a cycle that has only begun changes nothing. */
export function topicOf(event: DaemonEvent): Topic | null {
  if (event.kind === 'cycle') return event.cycle?.ended ? 'cycle' : null;
  const { kind } = event;
  return kind === 'added' || kind === 'judged' || kind === 'config' ||
    kind === 'activity' ? kind : null;
}

/** The topics of lists of shows and of their outcomes. */
export const ofShows: Topic[] = ['cycle', 'added', 'judged', 'config', 'decided'];

/** The topics of questions to every Sonarr: single adds wait for the end of their cycle. */
export const ofPlans: Topic[] = ['cycle', 'judged', 'config', 'decided'];
