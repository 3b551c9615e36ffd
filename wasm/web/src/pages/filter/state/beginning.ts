import type { Core } from '../../../engine/core';
import type { Loaded } from '../../../../.cache/engine';
import { startCore } from '../../../engine/start';
import type { Source } from '../../../api/source';
import type { Kept } from '../../../browser/kept_shows';

const seed = 7;
export const sampleSize = 5000;

export const loadSample = (core: Core, size: number): Promise<Loaded> =>
  core.ask('loadSample', { seed, count: size });

/** What begins before the page is there: the engine, and a sample, unless shows were kept. */
export interface Beginning {
  core: Core;
  version: string;
  kept: Kept | null;
  sample: Promise<Loaded> | null;
}

async function begin(source: Source): Promise<Beginning> {
  const [{ core, version }, kept] = await Promise.all([startCore(), source.shows()]);
  return { core, version, kept, sample: kept ? null : loadSample(core, sampleSize) };
}

let beginning: Promise<Beginning> | undefined;

/** Begins once; an early call shortens the wait of a later one. */
export function beginWith(source: Source): Promise<Beginning> {
  beginning ??= begin(source).catch((failure: unknown) => {
    beginning = undefined;
    throw failure;
  });
  return beginning;
}
