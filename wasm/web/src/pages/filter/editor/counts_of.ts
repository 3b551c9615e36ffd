import { count, plural } from '../../../format/numbers';
import type { Insight, JudgeAnswer } from '../../../../.cache/engine';
import type { LineCount } from './line_counts';

/** What stands beside the lines: how many each turns away first, how many a selection decides. */
export function countsOf(answer: JudgeAnswer, insight: Insight): LineCount[] {
  const shown: LineCount[] = [];
  for (const { part, first } of insight.lines) {
    const at = answer.parts[part]?.at;
    if (at) shown.push({ at: at.from, part, text: `\u2212${count(first)}`,
                         title: `${plural(first, 'show')} turned away by this line first` });
  }
  for (const [part, { rule, line, at, mode }] of answer.parts.entries()) {
    if (line !== undefined || !at) continue;
    const decided = insight.rules.find(each => each.rule === rule)?.decided ?? 0;
    const sign = mode === 'add' ? '+' : '';
    shown.push({ at: at.from, part, text: `${sign}${count(decided)}`,
                 title: `${plural(decided, 'show')} decided by this selection` });
  }
  return shown;
}
