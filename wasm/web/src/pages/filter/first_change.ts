import type { Bound } from '../../../.cache/engine';

/** A change of the config at hand that shows what the page is for. */
export interface FirstChange {
  path: string;
  key: string;
  from: number;
  to: number;
}

/** A selection that asks for a rating is to ask for more; where none does, there is nothing. */
export function firstChange(bounds: Bound[]): FirstChange | null {
  const bound = bounds.find(each => each.measure === 'rating' && each.lower &&
    each.path.startsWith('selections'));
  if (!bound) return null;
  const { path, value: from } = bound;
  const to = from + 1 > 10 ? from - 1 : from + 1;
  return { path, key: path.slice(path.lastIndexOf('.') + 1), from, to };
}
