import { verdictWords } from '../../../.cache/engine';

const filtered = verdictWords.indexOf('filtered');

/** How many of counts in the order of the verdicts are not filtered. */
export const wantedOf = (counts: number[]): number =>
  counts.reduce((sum, each, at) => (at === filtered ? sum : sum + each), 0);

export const totalOf = (counts: number[]): number => counts.reduce((sum, each) => sum + each, 0);
