import type { Core } from '../../../engine/core';
import { recall, remember } from '../../../browser/settings.svelte';
import type { EditorHandle } from './editor_handle.svelte';
import type { Judging } from './judging.svelte';

const remembered = 'opened';

/** An edit of a config that was opened: what it is an edit of, and how it ends. */
export class ConfigEdit {
  /** The config as it was opened; null until there is one. */
  original = $state<string | null>(null);

  constructor(private readonly judging: Judging, private readonly editor: EditorHandle,
              private readonly core: () => Core | null) {}

  get changed(): boolean {
    return this.original !== null && this.judging.text !== this.original;
  }

  begin(original: string) {
    this.original = original;
    remember(remembered, original);
  }

  /** What the draft that this browser keeps is an edit of; null where that is not known. */
  known(): string | null {
    return recall(remembered);
  }

  /** Makes the config as it was opened the baseline, as far as it can be judged. */
  async pin(name: string): Promise<void> {
    const { original, judging } = this;
    if (original !== null && original !== judging.text &&
        await judging.pinText(original, name) === '') return;
    await judging.pin(name);
  }

  /** The edit as a unified diff, in which no secret stands. */
  async patch(): Promise<string> {
    const given = { before: this.original ?? '', after: this.judging.text };
    return await this.core()?.ask('patch', given) ?? '';
  }

  /** Puts the config as it was opened back, as one step of undo. */
  discard() {
    if (this.original !== null) this.editor.replace(this.original);
  }
}
