const minute = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
const clock = new Intl.DateTimeFormat('en-GB', minute);
const calendar = new Intl.DateTimeFormat('en-GB', { ...minute, year: 'numeric' });
const units: [string, number][] = [['d', 86_400], ['h', 3600], ['min', 60], ['s', 1]];

/** 21 Nov, 17:40; of another year with the year. */
export function when(time: string | undefined, now = new Date()): string {
  if (!time) return 'never';
  const then = new Date(time);
  return (then.getFullYear() === now.getFullYear() ? clock : calendar).format(then);
}

/** 17:40, or with the day where that is another one. */
export function at(time: number, now: number): string {
  const then = new Date(time);
  if (then.toDateString() !== new Date(now).toDateString()) return clock.format(then);
  return then.toTimeString().slice(0, 5);
}

/** "in 12 min", "3 h ago"; now is what the clock of the server says. */
export function fromNow(time: string | undefined, now: number): string {
  if (!time) return '';
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  const [name, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['s', 1];
  const many = Math.round(Math.abs(seconds) / size);
  if (many === 0) return 'now';
  return seconds > 0 ? `in ${many} ${name}` : `${many} ${name} ago`;
}
