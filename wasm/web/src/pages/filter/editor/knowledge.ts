import type { Core } from '../../../engine/core';
import type { Knowledge } from './hover';

/** What the engine knows of a text, and of configs from the first question on. */
export function knowledgeOf(core: () => Core | null): Knowledge & { prepare: () => void } {
  let told: Promise<unknown> | null = null;
  let learned: Core | null = null;

  async function informed(): Promise<Core | null> {
    const now = core();
    if (!now) return null;
    if (learned !== now) {
      learned = now;
      told = import('reference/config.schema.json?raw')
        .then(({ default: schema }) => now.ask('takeSchema', { schema }));
    }
    try {
      await told;
    } catch (failure) {
      learned = null;
      throw failure;
    }
    return now;
  }
  return {
    /** Learns beforehand, so that the first proposals come as fast as the others. */
    prepare: () => void informed().catch(() => null),
    complete: async (text, offset) => (await informed())?.ask('complete', { text, offset }),
    hover: async (text, offset) => (await informed())?.ask('hover', { text, offset }),
  };
}
