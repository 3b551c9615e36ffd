// @ts-check
// The whole glue between a page and the core: a name and JSON in, JSON and columns out. Nothing is
// decided here. What can be asked is in docs/reference/engine.ts.

/** @typedef {import('../../.cache/engine').EngineCalls} EngineCalls */

/** Stands in the column of selections where none decided. */
export const noSelection = 0xFFFF;
/** Stands in the column of deciders where no part of the filter decided alone. */
export const noPart = 0xFFFF_FFFF;

/** The local date, which is what people call today: 2026-01-31. */
export function today(now = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The core does no I/O. The C library asks for these functions, and nothing calls them in earnest.
 * @param {() => WebAssembly.Memory} memory
 */
function noSystem(memory) {
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

/** Forms of a reply, as wasm/module.hpp numbers them. */
const [failure, json] = [0, 1];
const numbers = [null, null, Uint8Array, Uint16Array, Uint32Array];

const writer = new TextEncoder();
const reader = new TextDecoder();

/**
 * JSON for the core, in which half a letter is none, as TextEncoder has it.
 * @param {unknown} value
 */
function jsonOf(value) {
  const text = JSON.stringify(value);
  if (!text.includes('\\ud')) return text;
  return text.replace(/\\(ud[89a-f]..|.)/g, (escape, what) => what.length > 1 ? '\ufffd' : escape);
}

/** A module of the core, and what it was told. */
export class Engine {
  /** @type {any} */ #exports;
  #session;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    this.#exports = instance.exports;
    this.#exports._initialize();
    this.#session = this.#exports.open();
  }

  /** @param {BufferSource | WebAssembly.Module} module_ its bytes, or what was made of them */
  static async load(module_) {
    /** @type {WebAssembly.Memory} */ let memory;
    const system = noSystem(() => memory);
    const compiled = module_ instanceof WebAssembly.Module
      ? module_ : await WebAssembly.compile(module_);
    const instance = await WebAssembly.instantiate(
      compiled, { wasi_snapshot_preview1: system, env: { emscripten_notify_memory_growth() {} } });
    memory = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    return new Engine(instance);
  }

  /**
   * Asks the core. Columns are copies, which stay.
   * @template {keyof EngineCalls} Name
   * @param {Name} name @param {Parameters<EngineCalls[Name]>} given
   * @returns {ReturnType<EngineCalls[Name]>}
   */
  call(name, ...given) {
    const asked = writer.encode(name + jsonOf(given[0] ?? {}));
    this.#put(asked);
    return this.#reply(
      this.#exports.call(this.#session, name.length, asked.length - name.length));
  }

  /** Hands on bytes of a catalogue that was begun. @param {Uint8Array} chunk of any size */
  feed(chunk) {
    this.#put(chunk);
    this.#reply(this.#exports.feed(this.#session, chunk.length));
  }

  /** How much memory the core takes, in bytes. */
  memory() { return this.#exports.memory.buffer.byteLength; }

  /** @param {Uint8Array} bytes */
  #put(bytes) {
    const at = this.#exports.input(this.#session, bytes.length) >>> 0;
    if (at === 0 && bytes.length > 0) throw new Error('there is no memory left');
    new Uint8Array(this.#exports.memory.buffer, at, bytes.length).set(bytes);
  }

  /** @param {number} form @returns {any} */
  #reply(form) {
    const size = this.#exports.output_size(this.#session);
    const at = this.#exports.output(this.#session) >>> 0;
    const { buffer } = this.#exports.memory;
    const numbered = numbers[form];
    if (numbered) return new numbered(buffer, at, size / numbered.BYTES_PER_ELEMENT).slice();
    const text = reader.decode(new Uint8Array(buffer, at, size));
    if (form === failure) throw new Error(text);
    if (form !== json) throw new Error(`the core replied in a form of its own (${form})`);
    return JSON.parse(text);
  }
}
