import type { Core } from '../../../engine/core';
import type { Insight, Remark } from '../../../../.cache/engine';

const pause = (ms: number) => new Promise(done => setTimeout(done, ms));

/** The slower answers about a text, which are worked out while nobody types, the slowest last. */
export class CloserLook {
  insight = $state.raw<Insight | null>(null);
  /** The text that this is about. */
  insightText = $state('');
  /** Remarks on a text that only the shows can tell. */
  advice = $state.raw<Remark[]>([]);
  adviceText = $state('');
  /** The hash of all decisions; empty until it is that of the present text. */
  hash = $state('');
  /** Bytes that the core holds. */
  memory = $state(0);
  #turn = 0;

  /** Looks at a text that has just been judged; gives up when the next one is. */
  async begin(core: Core, text: string) {
    const turn = ++this.#turn;
    const isOver = async (ms: number) => (await pause(ms), turn !== this.#turn);
    this.hash = '';
    if (await isOver(150)) return;
    const insight = await core.ask('insight');
    if (turn !== this.#turn) return;
    this.insight = insight;
    this.insightText = text;
    if (await isOver(200)) return;
    const advice = await core.ask('advice');
    if (turn !== this.#turn) return;
    this.advice = advice;
    this.adviceText = text;
    if (await isOver(300)) return;
    const memory = await core.ask('memory');
    const hash = await core.ask('decisionHash');
    if (turn !== this.#turn) return;
    this.memory = memory;
    this.hash = hash;
  }
}
