import type { Core } from '../../../engine/core';
import type { Knowledge } from './hover';

/** Asks the engine, which is given the schema of configs with the first question. */
export function knowledgeOf(core: () => Core | null): Knowledge & { prepare: () => void } {
  let schemaGiven: Promise<unknown> | null = null;
  let informedCore: Core | null = null;

  async function informed(): Promise<Core | null> {
    const now = core();
    if (!now) return null;
    if (informedCore !== now) {
      informedCore = now;
      schemaGiven = import('reference/config.schema.json?raw')
        .then(({ default: schema }) => now.ask('takeSchema', { schema }));
    }
    try {
      await schemaGiven;
    } catch (failure) {
      informedCore = null;
      throw failure;
    }
    return now;
  }
  return {
    /** Gives it the schema beforehand, so that the first proposals come as fast as the others. */
    prepare: () => void informed().catch(() => null),
    complete: async (text, offset) => (await informed())?.ask('complete', { text, offset }),
    hover: async (text, offset) => (await informed())?.ask('hover', { text, offset }),
  };
}
