/** What the core answers. The glue over the module has the descriptions. */

export type { Answer, Bound, Case, Change, Changes, Completion, Examined, Facts as Row, Group,
              GroupBy, Histogram, Hover, Insight, Loaded, Measure, Part, PartEffect, Proposal,
              Query, Remark as Problem, Rewriting, Shift, ShiftGroup, SortBy, Spot, Tally,
              Verdict, Why, WhyLine, WhySelection } from './engine.js';

/** In the order in which they are shown. */
export const verdicts = ['add', 'review', 'filtered', 'no_tvdb'] as const;
export const shifts = ['added', 'dropped', 'rerouted', 'reviewed', 'reasoned'] as const;
