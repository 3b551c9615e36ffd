import first from '../../../../examples/first.yaml?raw';
import type { Core } from '../../../engine/core';
import type { Source } from '../../../api/source';
import { messageOf } from '../../../format/failure';
import { beginWith, sampleSize } from './beginning';
import { Catalogue } from './catalogue.svelte';
import { ConfigEdit } from './config_edit.svelte';
import { Judging } from './judging.svelte';
import { isShared, readFragment, type Shared } from '../../../browser/link';
import { Focus } from './focus.svelte';
import { EditorHandle } from './editor_handle.svelte';
import { Link } from './link.svelte';
import { Rewriter } from './rewriter';
import { views, type Stage } from './views';

const biggestConfig = 1 << 20;

/** The filter page: a config, shows, and the verdicts of the one on the other. */
export class Workbench {
  stage = $state<Stage>('starting');
  failure = $state('');
  version = $state('');
  /** One sentence about the last action, until the next. */
  notice = $state('');
  /** Counts the configs that were opened; typing does not count. */
  opened = $state(0);
  core: Core | null = null;

  readonly catalogue = new Catalogue();
  readonly judging = new Judging(first, failure => this.#break(failure));
  readonly editor = new EditorHandle();
  readonly focus = new Focus(() => this.core, () => this.editor.view?.focus());
  readonly rewriter = new Rewriter(this.judging, this.editor, () => this.core,
                                   notice => (this.notice = notice));
  readonly edit = new ConfigEdit(this.judging, this.editor, () => this.core);
  readonly link = new Link(() => this.edit.changed, shared => this.#openShared(shared),
                           notice => (this.notice = notice));
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  async open() {
    if (this.core) return;
    try {
      await this.#openLink();
      const { core, version, kept, sample } = await beginWith(this.#source);
      this.core = core;
      this.version = version;
      if (sample) this.catalogue.takeSample(await sample);
      if (kept) await this.#load(() => this.#read(kept.files, kept.name));
      if (!this.catalogue.loaded) await this.#load(() => this.#sample(sampleSize));
      await this.#openConfig();
      await this.#judge();
      this.opened += 1;
      await this.edit.pin(this.#source.baseline);
    } catch (failure) {
      this.#break(failure);
    }
  }

  /**
   * The config of the source, or of the link that was opened, takes the place of the draft of this
   * browser, unless that is an edit of it; undo brings the draft back.
   */
  async #openConfig() {
    const config = isShared(location.hash) ? this.edit.original : await this.#source.config();
    const known = this.edit.known();
    const edited = known !== null && this.judging.text !== known;
    if (config === null) return this.edit.begin(known ?? this.judging.text);
    if (!edited && config !== this.judging.text) this.editor.replace(config);
    if (edited && known !== config)
      this.notice = `this is your edit of a config that has changed since; discard it to see ` +
        `${this.#source.baseline}`;
    this.edit.begin(config);
  }

  /** A config in the link replaces the draft of this browser; undo brings the draft back. */
  async #openLink() {
    const shared = await readFragment(location.hash);
    if (shared === null) return;
    if (typeof shared === 'string') {
      this.notice = shared;
      return;
    }
    // An edit of this very config is what a reload finds.
    if (this.edit.known() !== shared.config) this.editor.replace(shared.config);
    this.edit.begin(shared.config);
    this.#turnTo(shared);
  }

  /** A config of a link that came later, like one of a lesson. */
  async #openShared(shared: Shared) {
    this.#turnTo(shared);
    await this.study(shared.config);
  }

  #turnTo(shared: Shared) {
    const view = views.find(each => each.view === shared.view);
    if (view) this.focus.view = view.view;
    this.focus.side = 'result';
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
    if (this.catalogue.source === name && !await this.#source.keep({ name, files: shows }))
      this.notice = 'the browser has no room for these shows: they are gone on reload';
  }

  async openSample(size: number) {
    this.notice = '';
    await this.#source.forget();
    await this.#again(() => this.#sample(size));
  }

  /** Shows that the browser kept are forgotten, and a sample takes their place. */
  forget(): Promise<void> {
    return this.openSample(sampleSize);
  }

  async #openText(file: File) {
    const text = await this.#textOf(file);
    if (text === null) return;
    if (await this.rewriter.takeTests(text)) this.focus.view = 'tests';
    else await this.study(text);
  }

  /** Opens a text in the place of the present one, which undo brings back. */
  async study(config: string) {
    this.editor.replace(config);
    this.edit.begin(config);
    await this.judging.judged();
    this.opened += 1;
    await this.judging.pin('as opened');
  }

  /** The file that the text is an edit of, where this page reaches it. */
  get file() {
    return this.#source.file;
  }

  /** Writes the text into that file; says what kept it from that. */
  async keepInFile(): Promise<string> {
    try {
      await this.#source.file?.write(this.judging.text);
      const now = await this.#source.config() ?? this.judging.text;
      this.edit.begin(now);
      if (now !== this.judging.text) this.editor.replace(now);
      await this.judging.judged();
      await this.judging.pin(this.#source.baseline);
      this.notice = `${this.#source.file?.name ?? 'the config'} is written and in force`;
      return '';
    } catch (failure) {
      return messageOf(failure);
    }
  }

  /** Makes a config in a file the baseline. */
  async compareWith(file: File) {
    this.notice = '';
    const text = await this.#textOf(file);
    if (text === null) return;
    this.notice = await this.judging.pinText(text, file.name);
    if (this.notice === '') this.focus.view = 'changes';
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

  /** Loads other shows and judges the same text again. */
  async #again(load: () => Promise<void>) {
    if (!this.core) return;
    const before = this.catalogue.loaded;
    try {
      await this.#load(load);
      const same = this.catalogue.loaded === before;
      if (!same) {
        this.focus.why = null;
        this.judging.pause();
      }
      await this.#judge();
      if (!same) await this.judging.pin('as opened');
    } catch (failure) {
      this.#break(failure);
    }
  }

  /** Judges the present text, and each later one. */
  async #judge() {
    this.stage = 'ready';
    await this.judging.begin(this.core!);
    await this.judging.judged();
  }

  #break(failure: unknown) {
    this.stage = 'broken';
    this.failure = messageOf(failure);
  }
}
