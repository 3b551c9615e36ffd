import type { Snippet } from 'svelte';

/** What the view in sight has in the bar at the top: its heading, if it shows none, and tools. */
export const bar = $state<{ heading: string; tools: Snippet | null }>(
  { heading: '', tools: null });
