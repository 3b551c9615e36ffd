import type { ReviewLine } from '../../../.cache/api';

/** By what the queue can be put in order. */
export const orders = [
  { key: 'rating', name: 'rating' }, { key: 'popularity', name: 'popularity' },
  { key: 'premiered', name: 'newest' }, { key: 'title', name: 'title' },
] as const;

const measures: Record<string, (line: ReviewLine) => number> = {
  rating: line => line.show.rating ?? -1,
  popularity: line => line.show.weight ?? -1,
  premiered: line => Date.parse(line.show.premiered ?? '') || 0,
};

/** The greatest first; titles as the alphabet has them. */
export function inOrder(lines: ReviewLine[], by: string): ReviewLine[] {
  const measure = measures[by];
  const names = (a: ReviewLine, b: ReviewLine) => a.show.title.localeCompare(b.show.title);
  return [...lines].sort((a, b) =>
    (measure ? measure(b) - measure(a) : 0) || names(a, b));
}
