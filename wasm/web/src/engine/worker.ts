/** The engine in a thread of its own, so that typing never waits for it. */
import { Engine, dayOf } from './engine.js';
import { feed, looksOf } from './feed';
import type { Calls, Excerpt, Listed, Name, Reply, Request } from './protocol';

const newline = Uint8Array.of(10);
let engine: Engine;
let tell: (progress: number) => void = () => {};

type Served = { [K in Name]: (...given: Parameters<Calls[K]>) =>
  ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>> };

function timed<T>(work: () => T): [T, number] {
  const before = performance.now();
  const value = work();
  return [value, performance.now() - before];
}

function excerpt(rows: Uint32Array, most: number): Excerpt {
  const total = rows.length;
  return { total, shows: engine.facts(rows.slice(0, most)) };
}

const served: Served = {
  async open(module) {
    engine = await Engine.load(module);
    return engine.version();
  },
  loadSample: (seed, count) => engine.loadSample(seed, count),
  async loadFiles(files) {
    engine.start();
    let whole = true;
    for (const [index, file] of files.entries()) {
      const progress = (share: number) => tell((index + share) / files.length);
      if (index > 0) engine.feed(newline);
      whole = await feed(file, bytes => engine.feed(bytes), progress) && whole;
    }
    const loaded = engine.finish();
    return { loaded: { ...loaded, whole: loaded.whole && whole },
             looks: loaded.taken || !files[0] ? null : await looksOf(files[0]) };
  },
  judge(text) {
    const [answer, judgeMs] = timed(() => engine.judge(text, dayOf()));
    const [changes, compareMs] = timed(() => engine.changes());
    return { answer, changes, judgeMs, compareMs };
  },
  pin() {
    engine.pin();
    return engine.changes();
  },
  pinConfig(text) {
    const answer = engine.pinConfig(text, dayOf());
    return { answer, changes: engine.changes() };
  },
  memory: () => engine.memory(),
  hash: () => engine.decisionHash(),
  rows(query) {
    const rows = engine.order(query).slice();
    return { rows, sections: engine.sections().slice() };
  },
  facts: rows => engine.facts(rows),
  first: (query, most) => excerpt(engine.order(query), most),
  alone: (part, most) => excerpt(engine.alone(part), most),
  why: id => engine.why(id),
  insight: () => engine.insight(),
  advice: () => engine.advice(),
  groups: by => engine.groups(by),
  bounds: () => engine.bounds(),
  histogram: measure => engine.histogram(measure),
  complete: (text, offset) => engine.complete(text, offset),
  hover: (text, offset) => engine.hover(text, offset),
  setBound: (text, path, value) => engine.setBound(text, path, value),
  examine: () => engine.examine(),
  pinTest: (text, id) => engine.pinTest(text, id),
  takeTests: (text, file) => engine.takeTests(text, file),
  testsFile: text => engine.testsFile(text),
  file: (query, format) =>
    new Uint8Array(engine.exportRows(engine.order(query).slice(), format)),
  share: text => engine.share(text),
  markdown: () => engine.markdown(),
  reference: () => engine.reference(),
};

function reply(message: Reply) {
  const value = 'value' in message ? message.value : undefined;
  const big = value instanceof Uint8Array ? value : (value as Partial<Listed> | null)?.rows;
  self.postMessage(message, { transfer: big ? [big.buffer as ArrayBuffer] : [] });
}

const queue: Request[] = [];
let busy = false;
/** What can wait while somebody types. */
const patient: readonly Name[] = ['insight', 'advice', 'memory', 'hash'];

async function serve({ id, name, given }: Request) {
  tell = progress => reply({ id, progress });
  try {
    const call = served[name] as (...given: unknown[]) => unknown;
    reply({ id, value: await call(...given) });
  } catch (failure) {
    reply({ id, failure: failure instanceof Error ? failure.message : String(failure) });
  }
}

/** One call at a time; between two of them, what came meanwhile is let in. */
async function work() {
  if (busy) return;
  busy = true;
  for (let next = queue.shift(); next; next = queue.shift()) {
    await serve(next);
    if (queue.length > 0) await new Promise(done => setTimeout(done));
  }
  busy = false;
}

self.onmessage = (event: MessageEvent<Request>) => {
  const request = event.data;
  const behind = patient.includes(request.name)
    ? -1 : queue.findIndex(each => patient.includes(each.name));
  if (behind < 0) queue.push(request);
  else queue.splice(behind, 0, request);
  void work();
};
