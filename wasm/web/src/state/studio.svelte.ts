import { dayOf } from '../text/day';
import type { Core } from '../worker/core';
import type { Answer, Loaded } from '../worker/shapes';
import { startCore } from '../worker/start';
import first from '../../examples/first.yaml?raw';

export type View = 'changes' | 'shows' | 'funnel' | 'charts' | 'tests' | 'reference';
export type Stage = 'starting' | 'loading' | 'ready' | 'broken';

const sampleSeed = 7;
const sampleSize = 5000;

/** Everything that the page shows: a config, shows, and what the one makes of the other. */
export class Studio {
  text = $state(first);
  stage = $state<Stage>('starting');
  failure = $state('');
  progress = $state(0);
  source = $state('sample');
  loaded = $state.raw<Loaded | null>(null);
  answer = $state.raw<Answer | null>(null);
  judgedText = $state('');
  tookMs = $state(0);
  view = $state<View>('changes');

  /** Whether what is shown is of the text as it stands. */
  settled = $derived(this.judgedText === this.text);

  #core: Core | null = null;
  #judging = false;
  #stale = false;

  async open() {
    try {
      this.#core = await startCore();
      this.stage = 'loading';
      this.loaded = await this.#core.ask('loadSample', sampleSeed, sampleSize);
      this.stage = 'ready';
      await this.#judge();
    } catch (failure) {
      this.stage = 'broken';
      this.failure = failure instanceof Error ? failure.message : String(failure);
    }
  }

  edit(text: string) {
    this.text = text;
    void this.#judge();
  }

  /** One run at a time; what was typed meanwhile is judged next, and nothing between. */
  async #judge() {
    if (this.stage !== 'ready' || !this.#core) return;
    if (this.#judging) {
      this.#stale = true;
      return;
    }
    this.#judging = true;
    do {
      this.#stale = false;
      const text = this.text;
      const judged = await this.#core.ask('judge', text, dayOf());
      this.answer = judged.answer;
      this.judgedText = text;
      this.tookMs = judged.tookMs;
    } while (this.#stale);
    this.#judging = false;
  }
}
