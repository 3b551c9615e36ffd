import { verdictWords, type Verdict } from '../../.cache/engine';

export const verdictName: Record<Verdict, string> = {
  add: 'add', review: 'review', filtered: 'filtered', no_tvdb: 'no TVDB id',
};

/** The processing statuses of shows, for people. */
export const statusNames = {
  pending: 'to be added', review: 'for review', filtered: 'filtered',
  pending_tvdb: 'wait for an id', added: 'added', exists: 'there already', failed: 'refused',
  skipped: 'skipped',
} as const;
export type Status = keyof typeof statusNames;
export const statuses = Object.keys(statusNames) as Status[];

const filtered = verdictWords.indexOf('filtered');

/** How many of counts in the order of the verdicts are not filtered. */
export const wantedOf = (counts: number[]): number =>
  counts.reduce((sum, each, at) => (at === filtered ? sum : sum + each), 0);

export const totalOf = (counts: number[]): number => counts.reduce((sum, each) => sum + each, 0);
