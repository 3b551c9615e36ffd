// @ts-check
// The whole glue between a page and the core: text in, JSON and columns out. Nothing is decided
// here.

/**
 * @typedef {'add' | 'review' | 'filtered' | 'no_tvdb'} Verdict
 * @typedef {'added' | 'dropped' | 'rerouted' | 'reviewed' | 'reasoned'} Shift
 * @typedef {{line: number, column: number, from: number, to: number}} Spot
 *   A piece of the text; `from` and `to` count as strings do.
 * @typedef {{from: number, to: number, insert: string}} Change
 * @typedef {{severity: 'error' | 'warning' | 'hint', code: string, message: string, path: string,
 *            at?: Spot, source: string, fix: Change[]}} Remark
 * @typedef {{source: string, line?: number, column?: number, path: string, severity: string,
 *            code: string, message: string}} Problem
 * @typedef {{errors: number, warnings: number, hints: number, problems: Problem[]}} Problems
 * @typedef {{shows: number, bad: number, odd: number, whole: boolean, taken: boolean,
 *            problems: Problems}} Loaded  Where it is not taken, the old shows stayed.
 * @typedef {Record<string, number>} Tally  What is not in it was not counted once.
 * @typedef {{shows: number, verdicts: Tally, categories: Tally,
 *            selections: Record<string, Tally>}} Counts
 * @typedef {{rule: string, line?: string, mode?: string, wanted?: string, path: string,
 *            at?: Spot}} Part  A line of the filter, or a selection as a whole.
 * @typedef {{instance: string, root_folder: string, quality_profile: string, tags: string[],
 *            monitor: string, search_on_add: boolean, series_type: string}} Route
 * @typedef {{errors: number, warnings: number, hints: number, problems: Remark[],
 *            judged: boolean, filter_hash: string, counts: Counts, parts: Part[],
 *            selections: string[], routes: Route[]}} Answer
 * @typedef {{id: number, title: string, tvdb_id?: number, imdb_id?: string, type?: string,
 *            language?: string, country?: string, status?: string, premiered?: string,
 *            ended?: string, network?: string, web_channel?: string, genres: string[],
 *            runtime?: number, average_runtime?: number, rating?: number, weight?: number,
 *            updated: number}} Show
 * @typedef {{row: number, id: number, title: string, year?: number, type?: string,
 *            language?: string, country?: string, network?: string, status?: string,
 *            genres: string[], rating?: number, runtime?: number, popularity?: number,
 *            verdict: Verdict, category?: string, selection?: string, instance?: string,
 *            reason: string}} Facts
 * @typedef {'id' | 'title' | 'premiered' | 'ended' | 'rating' | 'runtime' | 'popularity' |
 *           'verdict' | 'category' | 'type' | 'language' | 'country' | 'status' | 'network' |
 *           'genres'} SortBy
 * @typedef {{sort?: SortBy, descending?: boolean, group?: SortBy, text?: string,
 *            verdicts?: Verdict[], categories?: string[], selection?: string, part?: number,
 *            changed?: boolean, change?: number}} Query
 * @typedef {'yes' | 'no' | 'unknown'} Ternary
 * @typedef {{line: string, answer: Ternary, wanted: string, actual?: string, unknown?: string,
 *            path: string, place: string, branches: WhyLine[]}} WhyLine
 * @typedef {{name: string, mode: string, stance: 'fails' | 'unsure' | 'takes', decisive?: string,
 *            decides: boolean, path: string, place: string, lines: WhyLine[]}} WhySelection
 * @typedef {{show: Show, verdict: Verdict, category?: string, reason: string, place?: string,
 *            today: string, never: boolean, always: boolean, exclude: WhyLine[],
 *            selections: WhySelection[], route?: Route}} Why
 * @typedef {{rule: string, asked: number, passed: number, unsure: number,
 *            decided: number}} FunnelRule
 * @typedef {{row: number, id: number, title: string, actual: string}} NearRow
 * @typedef {{part: number, rejects: number, first: number, alone: number,
 *            nearest: NearRow[]}} PartEffect
 * @typedef {{rules: FunnelRule[], lines: PartEffect[]}} Insight
 * @typedef {{shift: Shift, side: 'before' | 'after', rule: string, line?: string, wanted?: string,
 *            at?: Spot, shows: number}} ShiftGroup
 * @typedef {'year' | 'genre' | 'type' | 'language' | 'country' | 'network' | 'status'} GroupBy
 * @typedef {{word?: string, verdicts: number[]}} Group  Counts in the order of `verdicts`.
 * @typedef {'rating' | 'runtime' | 'popularity' | 'premiered' | 'ended'} Measure
 * @typedef {{from: number, to: number, verdicts: number[]}} Bin
 * @typedef {{measure: Measure, bins: Bin[], unknown: number[]}} Histogram  Days count as years.
 * @typedef {{measure: Measure, path: string, value: number, lower: boolean, text: string,
 *            rule: string, at: Spot}} Bound
 * @typedef {{label: string, kind: 'key' | 'word' | 'value' | 'show', insert: string,
 *            caret: number, detail?: string, shows?: number}} Proposal
 * @typedef {{from: number, to: number, proposals: Proposal[]}} Completion
 * @typedef {{path: string, at: Spot, text: string, preset?: string, yes?: number, no?: number,
 *            unknown?: number}} Hover
 * @typedef {{name: string, passed: boolean, message?: string, id?: number, at?: Spot}} Case
 * @typedef {{passed: number, failed: number, cases: Case[], untouched: number[],
 *            note?: string}} Examined
 * @typedef {{text?: string, changes: Change[], message?: string}} Rewriting
 * @typedef {{added: number, dropped: number, rerouted: number, reviewed: number,
 *            reasoned: number, groups: ShiftGroup[]}} Changes
 */

/** What the numbers in the columns mean. @type {Verdict[]} */
export const verdicts = ['add', 'review', 'filtered', 'no_tvdb'];
/** What the numbers from 1 in the column of shifts mean. @type {Shift[]} */
export const shifts = ['added', 'dropped', 'rerouted', 'reviewed', 'reasoned'];
/** Stands in the column of selections where none decided. */
export const noSelection = 0xFFFF;
/** Stands in the column of deciders where no part of the filter decided alone. */
export const noPart = 0xFFFF_FFFF;

/** Days since 1970-01-01 in local time, which is what people call today. */
export function dayOf(date = new Date()) {
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/**
 * The core does no I/O; the C library only asks so that it could say last words.
 * @param {() => WebAssembly.Memory} memory
 */
function noWorld(memory) {
  const refuse = () => 8;  // EBADF
  const nothing = (/** @type {number} */ countAt, /** @type {number} */ sizeAt) => {
    const view = new DataView(memory().buffer);
    view.setUint32(countAt, 0, true);
    view.setUint32(sizeAt, 0, true);
    return 0;
  };
  return {
    proc_exit: (/** @type {number} */ code) => {
      throw new Error(`the core has stopped (${code})`);
    },
    fd_close: refuse, fd_write: refuse, fd_read: refuse, fd_seek: refuse,
    environ_sizes_get: nothing, environ_get: () => 0,
  };
}

const failed = 0xFFFF_FFFF;
const writer = new TextEncoder();
const reader = new TextDecoder();

/**
 * One catalogue and the texts that are tried on it. Columns are views into the memory of the core:
 * the next call may move them, so copy what shall last.
 */
export class Engine {
  /** @type {any} */ #calls;
  #session;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    this.#calls = instance.exports;
    this.#calls._initialize();
    this.#session = this.#calls.open();
  }

  /** @param {BufferSource | WebAssembly.Module} module_ its bytes, or what was made of them */
  static async load(module_) {
    /** @type {WebAssembly.Memory} */ let memory;
    const world = noWorld(() => memory);
    const compiled = module_ instanceof WebAssembly.Module
      ? module_ : await WebAssembly.compile(module_);
    const instance = await WebAssembly.instantiate(
      compiled, { wasi_snapshot_preview1: world, env: { emscripten_notify_memory_growth() {} } });
    memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    return new Engine(instance);
  }

  /** @param {Uint8Array} bytes */
  #put(bytes) {
    const at = this.#calls.input(this.#session, bytes.length) >>> 0;
    if (at === 0 && bytes.length > 0) throw new Error('there is no memory left');
    new Uint8Array(this.#calls.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  }

  /** @param {string} text */
  #write(text) { return this.#put(writer.encode(text)); }

  /** Bytes of the last answer. @param {number} size */
  #bytes(size) {
    return new Uint8Array(
      this.#calls.memory.buffer, this.#calls.output(this.#session) >>> 0, size);
  }

  /** @param {number} size @returns {string} */
  #text(size) {
    if (size >>> 0 !== failed) return reader.decode(this.#bytes(size));
    throw new Error(reader.decode(this.#bytes(this.#calls.output_size(this.#session))));
  }

  /** @param {number} size @returns {any} */
  #json(size) { return JSON.parse(this.#text(size)); }

  /** @param {number} count @returns {Uint32Array} */
  #rows(count) {
    if (count >>> 0 === failed) this.#text(count);
    const at = this.#calls.output_rows(this.#session);
    return new Uint32Array(this.#calls.memory.buffer, at, count);
  }

  /** The version of the program that this is the core of. @returns {string} */
  version() { return this.#text(this.#calls.version(this.#session)); }

  /** How much memory the core takes, in bytes. */
  memory() { return this.#calls.memory.buffer.byteLength; }

  /** Begins a new catalogue; the old one stays until finish(). */
  start() { this.#text(this.#calls.start_shows(this.#session)); }

  /** @param {Uint8Array} chunk of any size */
  feed(chunk) { this.#text(this.#calls.feed_shows(this.#session, this.#put(chunk))); }

  /** @returns {Loaded} */
  finish() { return this.#json(this.#calls.finish_shows(this.#session)); }

  /** @param {Iterable<Uint8Array>} chunks @returns {Loaded} */
  loadShows(chunks) {
    this.start();
    for (const chunk of chunks) this.feed(chunk);
    return this.finish();
  }

  /** @param {number} seed @param {number} count @returns {Loaded} */
  loadSample(seed, count) {
    return this.#json(this.#calls.load_sample(this.#session, seed, count));
  }

  /**
   * What `${NAME}` stands for from now on, and values set on top as `--set` does.
   * @param {{variables?: Record<string, string>, arguments?: string[]}} around
   * @returns {Problems}
   */
  surround(around) {
    return this.#json(this.#calls.surround(this.#session, this.#write(JSON.stringify(around))));
  }

  /**
   * Judges every show. Where the filter has errors, columns and counts stay as they were.
   * @param {string} config @param {number} day @returns {Answer}
   */
  judge(config, day = dayOf()) {
    return this.#json(this.#calls.judge(this.#session, this.#write(config), day));
  }

  /** What `sievarr judge --hash` prints. Takes longer than to judge. @returns {string} */
  decisionHash() { return this.#text(this.#calls.decision_hash(this.#session)); }

  #count() { return this.#calls.rows(this.#session); }

  /** One number of `verdicts` a show. */
  verdicts() {
    const at = this.#calls.verdicts(this.#session);
    return new Uint8Array(this.#calls.memory.buffer, at, this.#count());
  }

  /** One reason a show, by number. */
  categories() {
    const at = this.#calls.categories(this.#session);
    return new Uint8Array(this.#calls.memory.buffer, at, this.#count());
  }

  /** The number of the selection that decided, or `noSelection`. */
  selections() {
    const at = this.#calls.selections(this.#session);
    return new Uint16Array(this.#calls.memory.buffer, at, this.#count());
  }

  /** The number of the route that a wanted show takes. */
  routes() {
    const at = this.#calls.routes(this.#session);
    return new Uint16Array(this.#calls.memory.buffer, at, this.#count());
  }

  /** The number of the part that decided about each show, or `noPart`. */
  deciders() { return this.#rows(this.#calls.deciders(this.#session)); }

  /** @param {ArrayLike<number>} rows @returns {Facts[]} */
  facts(rows) {
    const wanted = Uint32Array.from(rows);
    this.#put(new Uint8Array(wanted.buffer));
    return this.#json(this.#calls.facts(this.#session, wanted.length));
  }

  /** The rows that fit, sorted. @param {Query} query */
  order(query) {
    return this.#rows(this.#calls.order(this.#session, this.#write(JSON.stringify(query))));
  }

  /** Where the sections of the last order begin; none where its query had no group. */
  sections() { return this.#rows(this.#calls.sections(this.#session)); }

  /** Why a show gets its verdict. @param {number} id @returns {Why | null} */
  why(id) { return this.#json(this.#calls.why(this.#session, id)); }

  /** What every line does to the catalogue. @returns {Insight} */
  insight() { return this.#json(this.#calls.insight(this.#session)); }

  /** Verdicts by what shows have in common. @param {GroupBy} by @returns {Group[]} */
  groups(by) { return this.#json(this.#calls.groups(this.#session, this.#write(by))); }

  /** @param {Measure} measure @returns {Histogram} */
  histogram(measure) {
    return this.#json(this.#calls.histogram(this.#session, this.#write(measure)));
  }

  /** The bounds in the text, each with its place on a scale. @returns {Bound[]} */
  bounds() { return this.#json(this.#calls.bounds(this.#session)); }

  /**
   * Rows that only this line keeps out, or that only this selection takes; the most popular first.
   * @param {number} part
   */
  alone(part) { return this.#rows(this.#calls.alone(this.#session, part)); }

  /**
   * Shows as a file, in the order of the rows.
   * @param {ArrayLike<number>} rows @param {'csv' | 'ndjson'} format @returns {Uint8Array}
   */
  exportRows(rows, format) {
    const wanted = Uint32Array.from(rows);
    this.#put(new Uint8Array(wanted.buffer));
    const kind = format === 'csv' ? 0 : 1;
    const size = this.#calls.export_rows(this.#session, wanted.length, kind);
    if (size >>> 0 === failed) this.#text(size);
    return this.#bytes(size).slice();
  }

  /**
   * What could stand where somebody writes, from the schema and from the shows.
   * @param {string} text @param {number} offset in UTF-16 units @returns {Completion}
   */
  complete(text, offset) {
    return this.#json(this.#calls.complete(this.#session, this.#write(text), offset));
  }

  /**
   * What there is to know about a place in the text.
   * @param {string} text @param {number} offset @returns {Hover | null}
   */
  hover(text, offset) {
    return this.#json(this.#calls.hover(this.#session, this.#write(text), offset));
  }

  /** What came of the `tests` in the text that was judged last. @returns {Examined} */
  examine() { return this.#json(this.#calls.examine(this.#session)); }

  /** What only the shows tell: words that none has, lines without effect. @returns {Remark[]} */
  advice() { return this.#json(this.#calls.advice(this.#session)); }

  /**
   * The text with an expectation about a show as it is judged now.
   * @param {string} text @param {number} id @returns {Rewriting}
   */
  pinTest(text, id) {
    return this.#json(this.#calls.pin_test(this.#session, this.#write(text), id));
  }

  /**
   * Two texts, the one behind the other; gives the size of each.
   * @param {string} text @param {string} more
   */
  #putBoth(text, more) {
    const [first, second] = [writer.encode(text), writer.encode(more)];
    const both = new Uint8Array(first.length + second.length);
    both.set(first);
    both.set(second, first.length);
    this.#put(both);
    return [first.length, second.length];
  }

  /**
   * The text with another value at a bound; `value` is a place on the scale of its measure.
   * @param {string} text @param {string} path @param {number} value @returns {Rewriting}
   */
  setBound(text, path, value) {
    const sizes = this.#putBoth(text, path);
    return this.#json(this.#calls.set_bound(this.#session, ...sizes, value));
  }

  /**
   * The text with the tests of a file in the place of its own.
   * @param {string} text @param {string} file @returns {Rewriting}
   */
  takeTests(text, file) {
    const sizes = this.#putBoth(text, file);
    return this.#json(this.#calls.take_tests(this.#session, ...sizes));
  }

  /** The tests of a text as a file beside it; empty where there are none. @param {string} text */
  testsFile(text) { return this.#text(this.#calls.tests_file(this.#session, this.#write(text))); }

  /** The text without secrets, for links and for people. @param {string} text @returns {string} */
  share(text) { return this.#text(this.#calls.share(this.#session, this.#write(text))); }

  /** The last text and what it does, as Markdown without secrets. @returns {string} */
  markdown() { return this.#text(this.#calls.markdown(this.#session)); }

  /** The JSON Schema of the config. @returns {object} */
  configSchema() { return this.#json(this.#calls.config_schema(this.#session)); }

  /** The reference of the config as Markdown. @returns {string} */
  reference() { return this.#text(this.#calls.reference(this.#session)); }

  /** Makes what was judged last the baseline. */
  pin() { this.#text(this.#calls.pin(this.#session)); }

  /**
   * Makes another text the baseline; where its filter has errors, the baseline stays.
   * @param {string} config @param {number} day @returns {Answer}
   */
  pinConfig(config, day = dayOf()) {
    return this.#json(this.#calls.pin_config(this.#session, this.#write(config), day));
  }

  /** How what was judged last differs from the baseline. @returns {Changes} */
  changes() { return this.#json(this.#calls.changes(this.#session)); }

  /** What happened to each show: 0 for nothing, else one more than its number in `shifts`. */
  shifts() {
    const at = this.#calls.shifts(this.#session);
    return new Uint8Array(this.#calls.memory.buffer, at, this.#count());
  }

  /** The verdicts of the baseline, as in verdicts(). */
  pinnedVerdicts() {
    const at = this.#calls.pinned_verdicts(this.#session);
    return new Uint8Array(this.#calls.memory.buffer, at, this.#count());
  }
}
