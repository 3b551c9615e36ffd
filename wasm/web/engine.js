// @ts-check
// The whole glue between a page and the core: text in, JSON and columns out.

/**
 * @typedef {{errors: number, warnings: number, hints: number, problems: object[]}} Problems
 * @typedef {{shows: number, bad: number, odd: number, problems: Problems}} Loaded
 * @typedef {Record<string, number>} Tally  What is not in it was not counted once.
 * @typedef {{shows: number, verdicts: Tally, categories: Tally,
 *            selections: Record<string, Tally>}} Counts
 * @typedef {{problems: Problems, judged: boolean, counts: Counts, filter_hash: string}} Answer
 */

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

/** One catalogue and the filters that are asked of it. */
export class Engine {
  /** @type {any} */ #calls;
  #session;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    this.#calls = instance.exports;
    this.#calls._initialize();
    this.#session = this.#calls.open();
  }

  /** @param {BufferSource} bytes the module */
  static async load(bytes) {
    /** @type {WebAssembly.Memory} */ let memory;
    const world = noWorld(() => memory);
    const { instance } = await WebAssembly.instantiate(
      bytes, { wasi_snapshot_preview1: world, env: { emscripten_notify_memory_growth() {} } });
    memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    return new Engine(instance);
  }

  /** @param {Uint8Array} bytes */
  #put(bytes) {
    const at = this.#calls.input(this.#session, bytes.length);
    new Uint8Array(this.#calls.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  }

  /** @param {number} size */
  #take(size) {
    const at = this.#calls.output(this.#session);
    const bytes = new Uint8Array(this.#calls.memory.buffer, at, size);
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  /** @param {Iterable<Uint8Array>} chunks @returns {Loaded} */
  loadShows(chunks) {
    this.#calls.start_shows(this.#session);
    for (const chunk of chunks) this.#calls.feed_shows(this.#session, this.#put(chunk));
    return this.#take(this.#calls.finish_shows(this.#session));
  }

  /** @param {number} seed @param {number} count @returns {Loaded} */
  loadSample(seed, count) {
    return this.#take(this.#calls.load_sample(this.#session, seed, count));
  }

  /** @param {string} config @param {number} day @returns {Answer} */
  judge(config, day = dayOf()) {
    const size = this.#put(new TextEncoder().encode(config));
    return this.#take(this.#calls.judge(this.#session, size, day));
  }

  /** One verdict a show; a view that the next call may move. */
  verdicts() {
    const at = this.#calls.verdicts(this.#session);
    return new Uint8Array(this.#calls.memory.buffer, at, this.#calls.rows(this.#session));
  }
}
