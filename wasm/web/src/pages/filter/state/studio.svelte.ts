import first from '../../../../examples/first.yaml?raw';
import type { Core } from '../../../engine/core';
import type { World } from '../../../api/world';
import { beginWith, sampleSize } from './beginning';
import { Catalogue } from './catalogue.svelte';
import { Judging } from './judging.svelte';
import { readFragment } from '../../../browser/link';
import { Looking } from './looking.svelte';
import { Pointer } from './pointer.svelte';
import { Rewriter } from './rewriter';
import { views, type Stage } from './views';

const biggestConfig = 1 << 20;

/** Everything that the page shows: a config, shows, and what the one makes of the other. */
export class Studio {
  stage = $state<Stage>('starting');
  failure = $state('');
  version = $state('');
  /** One sentence about what has just happened, until the next. */
  notice = $state('');
  /** Counts the configs that were opened, in contrast to what is typed. */
  opened = $state(0);
  core: Core | null = null;

  readonly catalogue = new Catalogue();
  readonly judging = new Judging(first, failure => this.#break(failure));
  readonly looking = new Looking(() => this.core);
  readonly pointer = new Pointer();
  readonly rewriter = new Rewriter(this.judging, this.pointer, () => this.core,
                                   notice => (this.notice = notice));
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async open() {
    if (this.core) return;
    try {
      await this.#openLink();
      const { core, version, kept, sample } = await beginWith(this.#world);
      this.core = core;
      this.version = version;
      if (sample) this.catalogue.takeSample(await sample);
      if (kept) await this.#load(() => this.#read(kept.files, kept.name));
      if (!this.catalogue.loaded) await this.#load(() => this.#sample(sampleSize));
      await this.#openConfig();
      await this.#judge();
      this.opened += 1;
      await this.judging.pin(this.#world.baseline);
    } catch (failure) {
      this.#break(failure);
    }
  }

  /** The config that the world has comes over what was written here; undo brings that back. */
  async #openConfig() {
    const config = await this.#world.config();
    if (config !== null && this.notice === '' && location.hash === '') this.pointer.replace(config);
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
    if (view) this.looking.view = view.view;
    this.looking.side = 'result';
  }

  /** Files that were picked or dropped: shows, a config, or tests for the config. */
  async openFiles(files: File[]) {
    this.notice = '';
    const texts = files.filter(file => /\.ya?ml$/i.test(file.name));
    const shows = files.filter(file => !texts.includes(file));
    for (const file of texts) await this.#openText(file);
    if (shows.length === 0 || this.stage !== 'ready') return;
    const name = shows.length === 1 ? shows[0]!.name : `${shows.length} files`;
    await this.#again(() => this.#read(shows, name));
    if (this.catalogue.source === name && !await this.#world.keep({ name, files: shows }))
      this.notice = 'the browser has no room for these shows: they are gone on reload';
  }

  async openSample(size: number) {
    this.notice = '';
    await this.#world.forget();
    await this.#again(() => this.#sample(size));
  }

  /** Shows that the browser kept are forgotten, and a sample takes their place. */
  forget(): Promise<void> {
    return this.openSample(sampleSize);
  }

  async #openText(file: File) {
    const text = await this.#textOf(file);
    if (text === null) return;
    if (await this.rewriter.takeTests(text)) this.looking.view = 'tests';
    else await this.study(text);
  }

  /** Opens a text in the place of the present one, which undo brings back. */
  async study(config: string) {
    this.pointer.replace(config);
    await this.judging.judged();
    this.opened += 1;
    await this.judging.pin('as opened');
  }

  /** Makes a config in a file the baseline. */
  async compareWith(file: File) {
    this.notice = '';
    const text = await this.#textOf(file);
    if (text === null) return;
    this.notice = await this.judging.pinText(text, file.name);
    if (this.notice === '') this.looking.view = 'changes';
  }

  async #textOf(file: File): Promise<string | null> {
    if (file.size <= biggestConfig) return file.text();
    this.notice = `${file.name} has more than 1 MiB, so it is no config`;
    return null;
  }

  #sample(size: number): Promise<void> {
    return this.catalogue.openSample(this.core!, size);
  }

  async #read(files: Blob[], name: string) {
    const trouble = await this.catalogue.read(this.core!, files, name);
    if (trouble) this.notice = trouble;
  }

  async #load(load: () => Promise<void>) {
    this.stage = 'loading';
    await load();
  }

  /** Other shows, the same text: everything is judged again. */
  async #again(load: () => Promise<void>) {
    if (!this.core) return;
    const before = this.catalogue.loaded;
    try {
      await this.#load(load);
      const same = this.catalogue.loaded === before;
      if (!same) {
        this.looking.why = null;
        this.judging.pause();
      }
      await this.#judge();
      if (!same) await this.judging.pin('as opened');
    } catch (failure) {
      this.#break(failure);
    }
  }

  /** There are shows: the text as it stands is judged, and all that follow. */
  async #judge() {
    this.stage = 'ready';
    await this.judging.begin(this.core!);
    await this.judging.judged();
  }

  #break(failure: unknown) {
    this.stage = 'broken';
    this.failure = failure instanceof Error ? failure.message : String(failure);
  }
}
