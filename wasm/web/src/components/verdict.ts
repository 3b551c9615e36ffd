import type { Verdict } from '../../.cache/engine';

export const verdictName: Record<Verdict, string> = {
  add: 'add', review: 'review', filtered: 'filtered', no_tvdb: 'no TVDB id',
};

/** A shape a verdict, so that nobody has to tell colours apart. */
export const verdictMark: Record<Verdict, string> = {
  add: '●', review: '◐', filtered: '○', no_tvdb: '◌',
};
