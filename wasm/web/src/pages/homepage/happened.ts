import type { DaemonEvent } from '../../api/topics';
import { addOutcomeLabels, type Tone } from '../../format/names';
import { plural } from '../../format/numbers';
import type { CyclesPage, JournalPage } from '../../../.cache/api';

/** A line about something that happened. */
export interface Line {
  key: string;
  at: number;
  glyph: string;
  tone: Tone;
  text: string;
  to?: string;
}

function ofEvent(event: DaemonEvent): Line[] {
  const line = (glyph: string, tone: Tone, text: string, to?: string): Line[] => [{
    key: `event ${event.number}`, at: Date.parse(event.at), glyph, tone, text, ...(to && { to }) }];
  const words = [event.where, event.words].filter(Boolean).join(': ');
  if (event.kind === 'trouble') return line('✕', 'broken', words);
  if (event.kind === 'config') return line('◇', 'waiting', words || 'The config was read',
                                           '/settings/config');
  if (event.kind === 'added' && event.add)
    return line(addOutcomeLabels[event.fate ?? 'put_off'].glyph, addOutcomeLabels[event.fate ?? 'put_off'].tone,
      `${event.add.title}: ${event.fate ? addOutcomeLabels[event.fate].name : 'sent'}`,
      `/activity/journal?item=tvmaze:${event.add.show_id}`);
  return [];
}

/** What happened last, the newest first: live events, and cycles that did something. */
export function happened(events: DaemonEvent[], cycles: CyclesPage | undefined,
                         journal: JournalPage | undefined): Line[] {
  const ofCycles = (cycles?.cycles ?? []).flatMap((cycle): Line[] => {
    const base = { key: `cycle ${cycle.id}`, at: Date.parse(cycle.ended ?? cycle.began),
                   to: `/activity/runs?item=run:${cycle.id}` };
    if (cycle.error)
      return [{ ...base, glyph: '✕', tone: 'broken', text: `Cycle ${cycle.id}: ${cycle.error}` }];
    if (!cycle.ended) return [];
    const added = cycle.added > 0;
    return [{ ...base, glyph: '✓', tone: added ? 'done' : 'filtered',
      text: added ? `${plural(cycle.added, 'series', 'series')} added by cycle ${cycle.id}` :
        `Cycle ${cycle.id}: ${plural(cycle.shows_stored, 'show')} new or changed` }];
  });
  const refused = (journal?.entries ?? []).flatMap(({ intent, ending }): Line[] =>
    ending?.fate !== 'refused' ? [] : [{ key: `journal ${intent.id}`, at: Date.parse(ending.at),
      glyph: '✕', tone: 'broken', text: `${intent.instance} refused: ${ending.words}`,
      to: `/activity/journal?item=tvmaze:${intent.show_id}` }]);
  return [...events.flatMap(ofEvent), ...ofCycles, ...refused].sort((a, b) => b.at - a.at);
}
