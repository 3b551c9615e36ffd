import type { Group } from '../../components/table/groups.svelte';
import type { PlanReport } from '../../../.cache/api';
import { causeLabels, type Cause, type Tone } from '../../../.cache/words';

/** A line of the plan: a show that is added next, or one that waits. */
export interface PlanRow {
  id: number;
  title: string;
  selection: string;
  where: string;
  why: string;
}

/** The group of those that are added next. */
export const next = 'next';
const refused = 'refused';
/** What a person can decide comes first, then what is broken, then what comes by itself. */
const tones: Tone[] = ['person', 'broken', 'enters', 'waiting', 'filtered'];
const causes = Object.keys(causeLabels) as Cause[];
const of = (wanted: Tone) => causes.filter(cause => causeLabels[cause].tone === wanted)
  .sort((a, b) => Number(b === 'held') - Number(a === 'held'));
const order: string[] = tones.flatMap(tone => tone === 'broken' ?
  [next, refused, ...of(tone)] : of(tone));

/** The plan by what its shows wait for, what a person can decide first. */
export function groupsOf(plan: PlanReport): Group<PlanRow>[] {
  const groups = new Map<string, PlanRow[]>();
  const put = (key: string, row: PlanRow) => {
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  };
  for (const { show_id: id, title, selection, route } of plan.adds)
    put(next, { id, title, selection: selection ?? 'always', why: '',
      where: [route.instance, route.root_folder, route.quality_profile].filter(Boolean)
        .join(', ') });
  for (const { show_id: id, title, selection, instance, words, cause } of plan.waiting)
    put(cause, { id, title, selection: selection ?? '', where: instance ?? '', why: words });
  for (const { show_id: id, title, instance, words } of plan.refused)
    put(refused, { id, title, selection: '', where: instance ?? '', why: words });
  return [...groups].map(([key, rows]) => ({ key, rows }))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}
