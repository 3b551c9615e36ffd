const grouped = new Intl.NumberFormat('en-US');

/** 87,412 */
export const count = (value: number): string => grouped.format(value);

/** +312, -40, 0; the minus is a real one. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return (value > 0 ? '+' : '\u2212') + grouped.format(Math.abs(value));
}

/** 1.4 ms, 230 ms, 1.8 s */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 100 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
}

export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;
