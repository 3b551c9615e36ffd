import type { Daemon } from '../api/client.svelte';

/** What waits for a person, by the area where it is decided. */
export function needsOf(daemon: Daemon): Record<string, number> {
  return { Review: daemon.status?.counts.review ?? 0, Plan: daemon.held };
}
