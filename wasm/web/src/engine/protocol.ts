import type { Looks } from './feed';
import type { Answer, Bound, Changes, Completion, Examined, Group, GroupBy, Histogram, Hover,
              Insight, Loaded, Measure, Problem, Query, Rewriting, Row, Why } from './shapes';

/** What the worker can be asked; each call runs to its end before the next begins. */
export interface Calls {
  /** Starts the engine; gives its version. */
  open(module: WebAssembly.Module | ArrayBuffer): string;
  loadSample(seed: number, count: number): Loaded;
  loadFiles(files: Blob[]): FilesRead;
  judge(text: string): Judged;
  pin(): Changes;
  /** Makes another text the baseline, unless its filter has errors. */
  pinConfig(text: string): Pick<Judged, 'answer' | 'changes'>;
  hash(): string;
  /** Bytes that the core holds. */
  memory(): number;
  rows(query: Query): Listed;
  facts(rows: Uint32Array): Row[];
  /** The first shows of a query, and how many there are. */
  first(query: Query, most: number): Excerpt;
  why(id: number): Why | null;
  insight(): Insight;
  /** The first of the shows that this line alone keeps out. */
  alone(part: number, most: number): Excerpt;
  /** What only the shows tell about the text. */
  advice(): Problem[];
  groups(by: GroupBy): Group[];
  bounds(): Bound[];
  histogram(measure: Measure): Histogram;
  complete(text: string, offset: number): Completion;
  hover(text: string, offset: number): Hover | null;
  setBound(text: string, path: string, value: number): Rewriting;
  examine(): Examined;
  pinTest(text: string, id: number): Rewriting;
  takeTests(text: string, file: string): Rewriting;
  testsFile(text: string): string;
  file(query: Query, format: 'csv' | 'ndjson'): Uint8Array<ArrayBuffer>;
  share(text: string): string;
  markdown(): string;
  reference(): string;
}

/** An answer, what it changes, and how long the core took for both. */
export interface Judged {
  answer: Answer;
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
  rows: Uint32Array;
  sections: Uint32Array;
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
