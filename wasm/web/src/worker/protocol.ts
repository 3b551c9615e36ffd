import type { Answer, Changes, Insight, Loaded, Query, Row, Why } from './shapes';

/** What the worker can be asked; each call runs to its end before the next begins. */
export interface Calls {
  /** Starts the engine; gives its version. */
  open(module: ArrayBuffer): string;
  loadSample(seed: number, count: number): Loaded;
  loadFiles(files: Blob[]): Loaded;
  judge(text: string): Judged;
  pin(): Changes;
  hash(): string;
  rows(query: Query): Uint32Array;
  facts(rows: Uint32Array): Row[];
  /** The first shows of a query, and how many there are. */
  first(query: Query, most: number): Excerpt;
  why(id: number): Why | null;
  insight(): Insight;
}

/** An answer, what it changes, and how long the core took for both. */
export interface Judged {
  answer: Answer;
  changes: Changes;
  judgeMs: number;
  compareMs: number;
}

export interface Excerpt {
  total: number;
  shows: Row[];
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
