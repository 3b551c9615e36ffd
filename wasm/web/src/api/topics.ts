import type { News } from '../../.cache/api';

/** What makes answers old: kinds of news, and what was done from this page. */
export type Topic = 'cycle' | 'added' | 'judged' | 'config' | 'decided';

/** Kinds of news that are listened to. */
export const kinds: News['kind'][] = ['phase', 'advance', 'cycle', 'added', 'judged', 'trouble',
                                      'config', 'lost'];

/** Which answers are old since something happened; a cycle that has only begun changed nothing. */
export function topicOf(news: News): Topic | null {
  if (news.kind === 'cycle') return news.cycle?.ended ? 'cycle' : null;
  if (news.kind === 'added' || news.kind === 'judged' || news.kind === 'config') return news.kind;
  return null;
}

/** What makes a list of shows and what became of them old. */
export const ofShows: Topic[] = ['cycle', 'added', 'judged', 'config', 'decided'];

/** The same for what asks every Sonarr: single adds wait for the end of their cycle. */
export const ofPlans: Topic[] = ['cycle', 'judged', 'config', 'decided'];
