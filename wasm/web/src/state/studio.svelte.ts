import first from '../../examples/first.yaml?raw';
import type { Core } from '../worker/core';
import type { Judged } from '../worker/protocol';
import type { Answer, Changes, Insight, Loaded, Query, Why } from '../worker/shapes';
import { startCore } from '../worker/start';
import { Pointer } from './pointer.svelte';
import { clearShows, keepShows, keptShows } from './shelf';
import { tick } from 'svelte';

export type View = 'changes' | 'shows' | 'funnel' | 'learn';
/** On a phone, one of them is in sight. */
export type Side = 'config' | 'result';
export const views: { view: View; name: string }[] = [
  { view: 'changes', name: 'Changes' },
  { view: 'shows', name: 'Shows' },
  { view: 'funnel', name: 'Funnel' },
  { view: 'learn', name: 'Learn' },
];
export type Panel = 'data' | 'help' | 'share';
export type Stage = 'starting' | 'loading' | 'ready' | 'broken';

const sampleSeed = 7;
const sampleSize = 5000;
export const everything: Query = { sort: 'popularity', descending: true };

const biggestConfig = 1 << 20;

const firstProblem = (loaded: Loaded) =>
  loaded.problems.problems[0]?.message ?? 'expected JSON, as sievarr export or TVMaze write it';

/** Everything that the page shows: a config, shows, and what the one makes of the other. */
export class Studio {
  stage = $state<Stage>('starting');
  failure = $state('');
  version = $state('');

  text = $state(first);
  judgedText = $state('');
  answer = $state.raw<Answer | null>(null);
  changes = $state.raw<Changes | null>(null);
  judgeMs = $state(0);
  compareMs = $state(0);
  /** Counts what has been judged; whoever shows shows asks again when it moves. */
  revision = $state(0);
  hash = $state('');

  source = $state('sample');
  loaded = $state.raw<Loaded | null>(null);
  progress = $state(0);
  pinnedAs = $state('as opened');

  view = $state<View>('changes');
  side = $state<Side>('config');
  panel = $state<Panel | null>(null);
  /** One sentence about what has just happened, until the next. */
  notice = $state('');
  query = $state.raw<Query>(everything);
  why = $state.raw<Why | null>(null);
  insight = $state.raw<Insight | null>(null);
  insightText = $state('');
  /** The number of the line that is looked at. */
  asked = $state<number | null>(null);
  readonly pointer = new Pointer();

  /** Whether what is shown is of the text as it stands. */
  settled = $derived(this.judgedText === this.text);
  /** Whether the text as it stands could be judged; else all counts are of an earlier one. */
  current = $derived(this.answer?.judged ?? false);

  core: Core | null = null;
  #judging = false;
  #stale = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  async open() {
    try {
      this.core = await startCore(version => (this.version = version));
      const kept = await keptShows();
      if (kept) await this.#read(kept.files, kept.name);
      if (!this.loaded?.shows) await this.#sample(sampleSize);
      await this.#judge();
      await this.pin('as opened');
    } catch (failure) {
      this.#break(failure);
    }
  }

  edit(text: string) {
    this.text = text;
    void this.#judge();
  }

  /** Makes what is shown now what later changes are compared with. */
  async pin(name: string) {
    if (!this.core) return;
    this.changes = await this.core.ask('pin');
    this.pinnedAs = name;
  }

  pinNow(): Promise<void> {
    return this.pin(`now, ${new Date().toTimeString().slice(0, 5)}`);
  }

  /** Files that were picked or dropped: shows, or a config. */
  async openFiles(files: File[]) {
    const configs = files.filter(file => /\.ya?ml$/i.test(file.name));
    const shows = files.filter(file => !configs.includes(file));
    if (configs[0]) await this.#openConfig(configs[0]);
    if (shows.length === 0 || this.stage !== 'ready') return;
    const name = shows.length === 1 ? shows[0]!.name : `${shows.length} files`;
    await this.#again(() => this.#read(shows, name));
    const kept = this.loaded?.shows ? await keepShows({ name, files: shows }) : true;
    if (!kept) this.notice = 'the browser has no room for these shows: they are gone on reload';
  }

  async openSample(size: number) {
    await clearShows();
    await this.#again(() => this.#sample(size));
  }

  async #openConfig(file: File) {
    if (file.size > biggestConfig) {
      this.notice = `${file.name} has more than 1 MiB, so it is no config`;
      return;
    }
    await this.study(await file.text());
  }

  /** Opens a text in the place of the present one, which undo brings back. */
  async study(config: string) {
    this.pointer.replace(config);
    await this.judged();
    await this.pin('as opened');
  }

  turn(side: Side) {
    this.side = side;
    this.why = this.asked = null;
  }

  /** Shows the table, ready to type what is searched. */
  async search() {
    this.view = 'shows';
    await tick();
    document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  }

  async explain(id: number) {
    this.why = await this.core?.ask('why', id) ?? null;
    if (this.why) this.asked = null;
  }

  /** Looks at a line of the filter. */
  ask(part: number) {
    this.asked = part;
    this.why = null;
  }

  /** Shows the shows that fit, all of them. */
  list(query: Partial<Query>) {
    this.query = { ...everything, ...query };
    this.view = 'shows';
  }

  async #sample(size: number) {
    this.stage = 'loading';
    this.#loaded(await this.core!.ask('loadSample', sampleSeed, size), 'sample');
  }

  async #read(files: Blob[], name: string) {
    this.stage = 'loading';
    this.progress = 0;
    const loaded = await this.core!.follow(share => (this.progress = share), 'loadFiles', files);
    if (loaded.shows > 0) return this.#loaded(loaded, name);
    // The engine has no shows then: what was shown stays useful only with some.
    await this.#sample(sampleSize);
    this.notice = `there are no shows in ${name}: ${firstProblem(loaded)}`;
  }

  /** Other shows, the same text: everything is judged again. */
  async #again(load: () => Promise<void>) {
    if (!this.core) return;
    this.notice = '';
    await load();
    this.judgedText = '';
    await this.#judge();
    await this.pin('as opened');
  }

  #loaded(loaded: Loaded, source: string) {
    this.loaded = loaded;
    this.source = source;
    this.stage = 'ready';
    this.why = null;
  }

  /** Waits until the text as it stands is judged. */
  async judged() {
    while (this.judgedText !== this.text && this.stage === 'ready')
      await new Promise(done => setTimeout(done, 5));
  }

  /** One run at a time; what was typed meanwhile is judged next, and nothing between. */
  async #judge() {
    if (this.stage !== 'ready' || !this.core) return;
    this.#stale = true;
    if (this.#judging) return;
    this.#judging = true;
    try {
      while (this.#stale) {
        this.#stale = false;
        const text = this.text;
        this.#take(text, await this.core.ask('judge', text));
      }
    } catch (failure) {
      this.#break(failure);
    } finally {
      this.#judging = false;
    }
  }

  #take(text: string, judged: Judged) {
    this.judgedText = text;
    this.answer = judged.answer;
    if (!judged.answer.judged) return;
    this.changes = judged.changes;
    this.judgeMs = judged.judgeMs;
    this.compareMs = judged.compareMs;
    this.revision += 1;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#lookCloser(), 120);
  }

  /** What takes longer than to judge is worked out when nobody types. */
  async #lookCloser() {
    if (!this.core) return;
    const revision = this.revision;
    const insight = await this.core.ask('insight');
    if (revision === this.revision) {
      this.insight = insight;
      this.insightText = this.judgedText;
    }
    if (this.why) await this.explain(this.why.show.id);
    const hash = await this.core.ask('hash');
    if (revision === this.revision) this.hash = hash;
  }

  #break(failure: unknown) {
    this.stage = 'broken';
    this.failure = failure instanceof Error ? failure.message : String(failure);
  }
}
