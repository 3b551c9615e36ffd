import type { Core } from '../../../engine/core';
import type { Judged } from '../../../engine/protocol';
import type { Changes, JudgeAnswer } from '../../../../.cache/engine';
import { CloserLook } from './closer_look.svelte';

const clock = () => new Date().toTimeString().slice(0, 5);

/** The present text, its verdicts on the shows, and how they differ from a baseline. */
export class Judging {
  text = $state('');
  judgedText = $state('');
  answer = $state.raw<JudgeAnswer | null>(null);
  /** The last answer to a text that could be judged. */
  good = $state.raw<JudgeAnswer | null>(null);
  changes = $state.raw<Changes | null>(null);
  judgeMs = $state(0);
  compareMs = $state(0);
  /** Grows with each judged text; views of shows ask again then. */
  revision = $state(0);
  /** Milliseconds from the opening of the page to the first verdict. */
  firstMs = $state(0);
  pinnedAs = $state('as opened');
  readonly closer = new CloserLook();

  /** Whether the verdicts are those of the present text. */
  settled = $derived(this.judgedText === this.text);
  /** Whether the present text could be judged; else all counts are of an earlier one. */
  current = $derived(this.answer?.judged ?? false);
  /** Whether the present text cannot be judged. */
  broken = $derived(this.answer !== null && !this.answer.judged);
  /** The first thing that keeps the text from being judged. */
  obstacle = $derived(this.broken ?
    this.answer?.problems.find(each => each.severity === 'error') : undefined);
  /** Shows that are wanted now, were not, and do not enter before they have a TVDB id. */
  waiting = $derived((this.changes?.groups ?? []).reduce((sum, group) =>
    group.shift === 'added' ? sum + group.no_tvdb : sum, 0));
  /** Problems of the judged text, and advice about it. */
  problems = $derived([...this.answer?.problems ?? [],
                       ...(this.closer.adviceText === this.judgedText ? this.closer.advice : [])]);

  #core: Core | null = null;
  #pinsLater: string | null = null;
  #judging = false;
  #stale = false;
  readonly #broken: (failure: unknown) => void;

  constructor(text: string, broken: (failure: unknown) => void) {
    this.text = text;
    this.#broken = broken;
  }

  edit(text: string) {
    this.text = text;
    void this.judge();
  }

  /** Begins to judge, now that there are shows. */
  async begin(core: Core) {
    this.#core = core;
    await this.judge();
  }

  /** Other shows, or none for a while: nothing is judged until begin(). */
  pause() {
    this.#core = null;
    this.good = null;
    this.judgedText = '';
  }

  /** Waits until the present text is judged. */
  async judged() {
    while (this.judgedText !== this.text && this.#core)
      await new Promise(done => setTimeout(done, 5));
  }

  /** Makes the present verdicts the baseline. */
  async pin(name = `now, ${clock()}`) {
    if (!this.#core) return;
    // Nothing can be compared with a text that could not be judged; the next one may be.
    this.#pinsLater = this.broken ? name : null;
    if (this.broken) return;
    this.changes = await this.#core.ask('pin');
    this.pinnedAs = name;
  }

  /** Makes another text the baseline; says what is wrong with it where it cannot be judged. */
  async pinText(text: string, name: string): Promise<string> {
    if (!this.#core) return '';
    const { answer, changes } = await this.#core.ask('pinConfig', text);
    if (!answer.judged) {
      const wrong = answer.problems.find(each => each.severity === 'error');
      return `${name} cannot be compared with: ${wrong?.at ? `line ${wrong.at.line}: ` : ''}` +
        (wrong?.message ?? 'it is no config');
    }
    this.changes = changes;
    this.pinnedAs = name;
    this.revision += 1;
    return '';
  }

  /** One run at a time; what was typed meanwhile is judged next, and nothing between. */
  async judge() {
    if (!this.#core) return;
    this.#stale = true;
    if (this.#judging) return;
    this.#judging = true;
    try {
      while (this.#stale && this.#core) {
        this.#stale = false;
        const text = this.text;
        this.#take(text, await this.#core.ask('judge', text));
      }
    } catch (failure) {
      this.#broken(failure);
    } finally {
      this.#judging = false;
    }
  }

  #take(text: string, judged: Judged) {
    this.judgedText = text;
    this.answer = judged.answer;
    if (!judged.answer.judged || !this.#core) return;
    this.good = judged.answer;
    this.changes = judged.changes;
    this.judgeMs = judged.judgeMs;
    this.compareMs = judged.compareMs;
    this.revision += 1;
    this.firstMs ||= performance.now();
    this.closer.begin(this.#core, text).catch(this.#broken);
    if (this.#pinsLater !== null) this.pin(this.#pinsLater).catch(this.#broken);
  }
}
