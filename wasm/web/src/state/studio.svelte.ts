import { tick } from 'svelte';
import first from '../../examples/first.yaml?raw';
import type { Core } from '../worker/core';
import type { Judged } from '../worker/protocol';
import type { Answer, Changes, Query, Rewriting, Why } from '../worker/shapes';
import { startCore } from '../worker/start';
import type { World } from '../world/world';
import { Catalogue, sampleSize } from './catalogue.svelte';
import { CloserLook } from './closer_look.svelte';
import { readFragment } from './link';
import { Pointer } from './pointer.svelte';
import { everything, views, type Panel, type Side, type Stage, type View } from './views';

const biggestConfig = 1 << 20;

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
  /** When the first verdict was there, since the page was opened. */
  firstMs = $state(0);
  pinnedAs = $state('as opened');
  readonly catalogue = new Catalogue();
  readonly closer = new CloserLook();

  view = $state<View>('changes');
  side = $state<Side>('config');
  panel = $state<Panel | null>(null);
  /** One sentence about what has just happened, until the next. */
  notice = $state('');
  query = $state.raw<Query>(everything);
  why = $state.raw<Why | null>(null);
  /** The number of the line that is looked at. */
  asked = $state<number | null>(null);
  readonly pointer = new Pointer();

  /** Whether what is shown is of the text as it stands. */
  settled = $derived(this.judgedText === this.text);
  /** Whether the text as it stands could be judged; else all counts are of an earlier one. */
  current = $derived(this.answer?.judged ?? false);

  /** All there is to say about the text that was judged. */
  problems = $derived([...this.answer?.problems ?? [],
                       ...(this.closer.adviceText === this.judgedText ? this.closer.advice : [])]);

  core: Core | null = null;
  #judging = false;
  #stale = false;
  #bound: { path: string; value: number } | null = null;
  #setting = false;

  #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async open() {
    if (this.core) return;
    try {
      await this.#openLink();
      const { core, version } = await startCore();
      this.core = core;
      this.version = version;
      const kept = await this.#world.shows();
      if (kept) await this.#read(kept.files, kept.name);
      if (!this.catalogue.loaded) await this.#sample(sampleSize);
      await this.#openConfig();
      await this.judged();
      await this.pin(this.#world.baseline);
    } catch (failure) {
      this.#break(failure);
    }
  }

  /** The config that the world has comes over what was written here; undo brings that back. */
  async #openConfig() {
    const config = await this.#world.config();
    if (config !== null && this.notice === '' && location.hash === '') this.pointer.replace(config);
    await this.#judge();
  }

  /** A link to a config is opened over what was written here before: undo brings that back. */
  async #openLink() {
    const shared = await readFragment(location.hash);
    if (shared === null) return;
    if (typeof shared === 'string') {
      this.notice = shared;
      return;
    }
    this.pointer.replace(shared.config);
    const view = views.find(each => each.view === shared.view);
    if (view) this.view = view.view;
    this.side = 'result';
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
    this.notice = '';
    const configs = files.filter(file => /\.ya?ml$/i.test(file.name));
    const shows = files.filter(file => !configs.includes(file));
    if (configs[0]) await this.#openConfigFile(configs[0]);
    if (shows.length === 0 || this.stage !== 'ready') return;
    const name = shows.length === 1 ? shows[0]!.name : `${shows.length} files`;
    await this.#again(() => this.#read(shows, name));
    if (this.catalogue.source === name && !await this.#world.keep({ name, files: shows }))
      this.notice = 'the browser has no room for these shows: they are gone on reload';
  }

  /** Shows that the browser kept are forgotten, and a sample takes their place. */
  forget(): Promise<void> {
    return this.openSample(sampleSize);
  }

  async openSample(size: number) {
    this.notice = '';
    await this.#world.forget();
    await this.#again(() => this.#sample(size));
  }

  async #openConfigFile(file: File) {
    if (file.size > biggestConfig) {
      this.notice = `${file.name} has more than 1 MiB, so it is no config`;
      return;
    }
    await this.study(await file.text());
  }

  /** Another value for a bound; one at a time, the last that was wanted wins. */
  async setBound(path: string, value: number) {
    this.#bound = { path, value };
    if (this.#setting || !this.core) return;
    this.#setting = true;
    while (this.#bound) {
      const wanted = this.#bound;
      this.#bound = null;
      this.#rewrite(await this.core.ask('setBound', this.text, wanted.path, wanted.value));
      await this.judged();
    }
    this.#setting = false;
  }

  /** Writes down what becomes of a show now, as an expectation. */
  async pinTest(id: number) {
    if (!this.core) return;
    this.#rewrite(await this.core.ask('pinTest', this.text, id));
  }

  #rewrite(rewriting: Rewriting) {
    this.notice = rewriting.message ?? '';
    if (rewriting.changes.length > 0) this.pointer.apply(rewriting.changes);
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
    await this.catalogue.loadSample(this.core!, size);
    this.stage = 'ready';
  }

  async #read(files: Blob[], name: string) {
    this.stage = 'loading';
    const trouble = await this.catalogue.read(this.core!, files, name);
    if (trouble) this.notice = trouble;
    this.stage = 'ready';
  }

  /** Other shows, the same text: everything is judged again. */
  async #again(load: () => Promise<void>) {
    if (!this.core) return;
    const before = this.catalogue.loaded;
    try {
      await load();
    } catch (failure) {
      return this.#break(failure);
    }
    if (this.catalogue.loaded === before) return;
    this.why = null;
    this.judgedText = '';
    await this.#judge();
    await this.pin('as opened');
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
    this.firstMs ||= performance.now();
    if (this.why) void this.explain(this.why.show.id);
    this.closer.begin(this.core!, text).catch((failure: unknown) => this.#break(failure));
  }

  #break(failure: unknown) {
    this.stage = 'broken';
    this.failure = failure instanceof Error ? failure.message : String(failure);
  }
}
