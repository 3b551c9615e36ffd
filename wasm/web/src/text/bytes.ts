/**
 * The core counts bytes of UTF-8, editors count UTF-16 units. Gives, for one text, the way there
 * and back.
 */
export class ByteMap {
  #ascii: boolean;
  #bytes: Uint32Array | null = null;
  #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#ascii = /^[\x00-\x7f]*$/.test(text);
  }

  /** The unit at which a byte begins. */
  unit(byte: number): number {
    if (this.#ascii) return Math.min(byte, this.#text.length);
    const starts = this.#starts();
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < byte) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  byte(unit: number): number {
    return this.#ascii ? unit : this.#starts()[Math.min(unit, this.#text.length)]!;
  }

  /** The byte at which each unit begins. */
  #starts(): Uint32Array {
    if (this.#bytes) return this.#bytes;
    const starts = new Uint32Array(this.#text.length + 1);
    let at = 0;
    for (let unit = 0; unit < this.#text.length; ++unit) {
      starts[unit] = at;
      const code = this.#text.codePointAt(unit)!;
      at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (code > 0xffff) starts[++unit] = at;
    }
    starts[this.#text.length] = at;
    return (this.#bytes = starts);
  }
}
