import { verdictWords } from '../../.cache/engine';
import { statusLabels, verdictLabels, type Label, type Status } from '../../.cache/words';

/** What people read for each word of one kind. */
export const textsOf = <Word extends string>(labels: Record<Word, Label>) =>
  Object.fromEntries(Object.entries<Label>(labels).map(([word, { text }]) => [word, text])) as
    Record<Word, string>;

export const verdictName = textsOf(verdictLabels);
export type { Status };

/** A label at the beginning of a line. */
export const atBegin = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const statuses = Object.keys(statusLabels) as Status[];

const filtered = verdictWords.indexOf('filtered');

/** How many of counts in the order of the verdicts are not filtered. */
export const wantedOf = (counts: number[]): number =>
  counts.reduce((sum, each, at) => (at === filtered ? sum : sum + each), 0);

export const totalOf = (counts: number[]): number => counts.reduce((sum, each) => sum + each, 0);
