import type { Place, Rows } from './table';

/** What a list without sections has instead of them. */
export const unsectioned: Pick<Rows<unknown>, 'place' | 'isFolded' | 'fold' | 'inside'> = {
  place: (index: number): Place => ({ at: index }),
  isFolded: () => false,
  fold: () => {},
  inside: () => 0,
};
