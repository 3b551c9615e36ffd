import type { Daemon } from '../../api/client.svelte';
import { plural } from '../../format/numbers';
import type { ApplyAnswer, PlanReport } from '../../../.cache/api';
import { tell } from '../toasts.svelte';

/** More adds than this take a confirmation. */
export const mostAtOnce = 20;

/** Carries out a plan as it was seen, and says what came of it. */
export async function apply(daemon: Daemon, plan: PlanReport): Promise<void> {
  try {
    const done = await daemon.post<ApplyAnswer>('api/v1/plan/apply', plan);
    tell([`${plural(done.added, 'series', 'series')} added`,
          done.already_there > 0 && `${done.already_there} there already`,
          done.refused > 0 && `${done.refused} refused`].filter(Boolean).join(', '));
  } finally {
    await daemon.decided();
  }
}
