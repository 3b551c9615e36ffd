/** What the core answers, as its reports describe it. */

export type Verdict = 'add' | 'review' | 'filtered' | 'no_tvdb';
export const verdicts: readonly Verdict[] = ['add', 'review', 'filtered', 'no_tvdb'];

export interface Edit {
  begin: number;
  end: number;
  text: string;
}

export interface Problem {
  source: string;
  line?: number;
  column?: number;
  begin?: number;
  end?: number;
  path: string;
  severity: 'error' | 'warning' | 'hint';
  code: string;
  message: string;
  fix?: Edit[];
}

export interface Problems {
  errors: number;
  warnings: number;
  hints: number;
  problems: Problem[];
}

export interface Loaded {
  shows: number;
  bad: number;
  odd: number;
  problems: Problems;
}

export type Tally = Record<string, number>;

export interface Counts {
  shows: number;
  verdicts: Tally;
  categories: Tally;
  selections: Record<string, Tally>;
}

export interface Answer {
  problems: Problems;
  judged: boolean;
  counts: Counts;
  filter_hash: string;
}
