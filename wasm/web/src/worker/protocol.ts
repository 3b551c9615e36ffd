import type { Answer, Loaded } from './shapes';

/** What the worker can be asked; each call runs to its end before the next begins. */
export interface Calls {
  open(module: ArrayBuffer): void;
  loadSample(seed: number, count: number): Loaded;
  judge(text: string, day: number): Judged;
}

/** An answer and how long the core took for it. */
export interface Judged {
  answer: Answer;
  tookMs: number;
}

export type Name = keyof Calls;

export interface Request {
  id: number;
  name: Name;
  given: unknown[];
}

export type Reply =
  | { id: number; value: unknown }
  | { id: number; failure: string }
  | { id: number; progress: number };
