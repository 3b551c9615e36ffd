import type { WhyLine } from '../../.cache/api';

/** "rating 7.4 ≥ 7": the value that a show has against what a line asks for. */
export function against(line: WhyLine): string {
  const [, least] = /^at least (\S+)$/.exec(line.wanted) ?? [];
  const [, most] = /^at most (\S+)$/.exec(line.wanted) ?? [];
  const [, day] = /^(\S+) or later$/.exec(line.wanted) ?? [];
  const has = line.actual ?? 'unknown';
  const holds = line.answer === 'yes';
  if (least) return `${line.line} ${has} ${holds ? '≥' : '<'} ${least}`;
  if (most) return `${line.line} ${has} ${holds ? '≤' : '>'} ${most}`;
  if (day) return /-01-01$/.test(day) ?
    `${line.line} ${has.slice(0, 4)} ${holds ? '≥' : '<'} ${day.slice(0, 4)}` :
    `${line.line} ${has} ${holds ? '≥' : '<'} ${day}`;
  return `${line.line} ${has}`;
}
