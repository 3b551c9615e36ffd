import type { Core } from '../../../engine/core';
import type { Rewriting } from '../../../../.cache/engine';
import type { Judging } from './judging.svelte';
import type { EditorHandle } from './editor_handle.svelte';

/** Changes to the text that the core works out; each is one step of undo. */
export class Rewriter {
  #bound: { path: string; value: number } | null = null;
  #setting = false;

  constructor(private readonly judging: Judging, private readonly editor: EditorHandle,
              private readonly core: () => Core | null,
              private readonly tell: (notice: string) => void) {}

  /** Another value for a bound; one at a time, the last that was wanted wins. */
  async setBound(path: string, value: number) {
    const core = this.core();
    this.#bound = { path, value };
    if (this.#setting || !core) return;
    this.#setting = true;
    while (this.#bound) {
      const wanted = this.#bound;
      this.#bound = null;
      this.#apply(await core.ask('setBound', { text: this.judging.text, ...wanted }));
      await this.judging.judged();
    }
    this.#setting = false;
  }

  /** Writes down what becomes of a show now, as an expectation. */
  async pinTest(id: number) {
    const core = this.core();
    if (core) this.#apply(await core.ask('pinTest', { text: this.judging.text, id }));
  }

  /** Takes over what a file of tests expects; false where it is none. */
  async takeTests(file: string): Promise<boolean> {
    const rewriting = await this.core()?.ask('takeTests', { text: this.judging.text, file });
    if (!rewriting || rewriting.changes.length === 0) return false;
    this.#apply(rewriting);
    return true;
  }

  #apply(rewriting: Rewriting) {
    this.tell(rewriting.message ?? '');
    if (rewriting.changes.length > 0) this.editor.apply(rewriting.changes);
  }
}
