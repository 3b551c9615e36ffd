import type { RowQuery } from '../../../../.cache/engine';

export type View = 'changes' | 'shows' | 'funnel' | 'charts' | 'tests' | 'learn';
export const views: { view: View; name: string }[] = [
  { view: 'changes', name: 'Changes' },
  { view: 'shows', name: 'Shows' },
  { view: 'funnel', name: 'Funnel' },
  { view: 'charts', name: 'Charts' },
  { view: 'tests', name: 'Tests' },
  { view: 'learn', name: 'Learn' },
];

/** On a phone, one of them is in sight. */
export type Side = 'config' | 'result';
export type Panel = 'data' | 'help' | 'share';
export type Stage = 'starting' | 'loading' | 'ready' | 'broken';

/** All shows, as the table begins. */
export const everything: RowQuery = { sort: 'popularity', descending: true };
