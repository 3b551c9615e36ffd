import type { Changes, EngineCalls, JudgeAnswer, Loaded, RowQuery } from '../../.cache/engine';
import type { Looks } from './feed';

/** What the worker does with several calls of the engine, or beside it. */
export interface OwnCalls {
  /** Starts the engine; gives its version. */
  open(module: WebAssembly.Module | ArrayBuffer): string;
  loadFiles(files: Blob[]): FilesRead;
  judge(text: string): Judged;
  pin(): Changes;
  /** Makes another text the baseline, unless its filter has errors. */
  pinConfig(text: string): Pick<Judged, 'answer' | 'changes'>;
  rows(query: RowQuery): Listed;
  /** Bytes that the core holds. */
  memory(): number;
}

/** What the worker can be asked; each call runs to its end before the next begins. */
export type Calls = OwnCalls & Omit<EngineCalls, keyof OwnCalls>;

/** An answer, what it changes, and how long the core took for both. */
export interface Judged {
  answer: JudgeAnswer;
  changes: Changes;
  judgeMs: number;
  compareMs: number;
}

/** What came of files, and what they look like where they are no shows. */
export interface FilesRead {
  loaded: Loaded;
  looks: Looks;
}

/** Rows, and where the sections begin in which they are, if they are in any. */
export interface Listed {
  rows: Uint32Array<ArrayBuffer>;
  sections: Uint32Array<ArrayBuffer>;
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
