import type { Answer, Loaded } from './shapes';

/** What the glue over the module can do, with the shapes of its answers. */
export interface EngineCalls {
  loadSample(seed: number, count: number): Loaded;
  judge(text: string, day: number): Answer;
}
