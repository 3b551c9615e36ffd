/** Ticks of an axis: whole numbers in steps that people count in, from one end to the other. */
export function ticksOf(low: number, high: number, most = 6): number[] {
  const least = Math.max(1, (high - low) / most);
  const size = 10 ** Math.floor(Math.log10(least));
  const steps = size === 1 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = steps.map(each => each * size).find(each => each >= least)!;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** A value moved to the nearest step within two ends, without the tail that halves leave. */
export const stepped = (value: number, step: number, low: number, high: number): number =>
  Number((Math.round(Math.min(Math.max(value, low), high) / step) * step).toFixed(4));
