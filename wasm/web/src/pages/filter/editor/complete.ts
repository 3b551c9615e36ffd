import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from
  '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { count } from '../../../format/numbers';
import type { Proposal } from '../../../../.cache/engine';
import type { Knowledge } from './hover';

function optionOf(proposal: Proposal): Completion {
  const known = proposal.shows === undefined ? undefined : count(proposal.shows);
  return {
    label: proposal.label,
    ...(known !== undefined && { detail: known }),
    ...(proposal.detail !== undefined && { info: proposal.detail }),
    apply(view: EditorView, _: Completion, from: number, to: number) {
      view.dispatch({
        changes: { from, to, insert: proposal.insert },
        selection: { anchor: from + proposal.caret },
        userEvent: 'input.complete',
      });
    },
  };
}

/** What the core proposes, in its order; typing on narrows it. */
export function completions(knows: Knowledge) {
  async function source(context: CompletionContext): Promise<CompletionResult | null> {
    const before = context.state.sliceDoc(context.pos - 1, context.pos);
    if (!context.explicit && !/[\p{L}\p{N}[{:,\s-]/u.test(before)) return null;
    const found = await knows.complete(context.state.doc.toString(), context.pos);
    if (!found || found.proposals.length === 0) return null;
    if (!context.explicit && found.from === found.to && /\s/.test(before)) return null;
    return {
      from: found.from,
      ...(found.to > context.pos && { to: found.to }),
      options: found.proposals.map((proposal, at) => (
        { ...optionOf(proposal), boost: Math.max(-99, 99 - at) })),
    };
  }
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 });
}
