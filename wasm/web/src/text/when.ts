const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const units: [string, number][] = [['d', 86_400], ['h', 3600], ['min', 60], ['s', 1]];

/** 21 Nov 2026, 17:40 */
export const when = (time: string | undefined): string =>
  time ? clock.format(new Date(time)) : 'never';

/** "in 12 min", "3 h ago" */
export function fromNow(time: string | undefined, now = Date.now()): string {
  if (!time) return '';
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  const [name, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['s', 1];
  const many = Math.round(Math.abs(seconds) / size);
  if (many === 0) return 'now';
  return seconds > 0 ? `in ${many} ${name}` : `${many} ${name} ago`;
}
