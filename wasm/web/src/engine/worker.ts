/** The engine in a thread of its own, so that typing never waits for it. */
import { Engine, today } from './engine.js';
import { messageOf } from '../format/failure';
import { feed, looksOf } from './feed';
import type { EngineCalls } from '../../.cache/engine';
import type { Listed, Name, OwnCalls, Reply, Request } from './protocol';

const newline = Uint8Array.of(10);
let engine: Engine;
let tell: (progress: number) => void = () => {};

type Served = { [K in keyof OwnCalls]: (...given: Parameters<OwnCalls[K]>) =>
  ReturnType<OwnCalls[K]> | Promise<ReturnType<OwnCalls[K]>> };

function timed<T>(work: () => T): [T, number] {
  const before = performance.now();
  const value = work();
  return [value, performance.now() - before];
}

/** What takes more than one call of the engine; all else is answered by the engine itself. */
const served: Served = {
  async open(module) {
    engine = await Engine.load(module);
    return engine.call('version');
  },
  async loadFiles(files) {
    engine.call('startShows');
    let whole = true;
    for (const [index, file] of files.entries()) {
      const progress = (share: number) => tell((index + share) / files.length);
      if (index > 0) engine.feed(newline);
      whole = await feed(file, bytes => engine.feed(bytes), progress) && whole;
    }
    const loaded = engine.call('finishShows');
    return { loaded: { ...loaded, whole: loaded.whole && whole },
             looks: loaded.taken || !files[0] ? null : await looksOf(files[0]) };
  },
  judge(text) {
    const [answer, judgeMs] = timed(() => engine.call('judge', { text, today: today() }));
    const [changes, compareMs] = timed(() => engine.call('changes'));
    return { answer, changes, judgeMs, compareMs };
  },
  pin() {
    engine.call('pin');
    return engine.call('changes');
  },
  pinConfig(text) {
    const answer = engine.call('pinConfig', { text, today: today() });
    return { answer, changes: engine.call('changes') };
  },
  rows: query => ({ rows: engine.call('order', query), sections: engine.call('sections') }),
  memory: () => engine.memory(),
};

function reply(message: Reply) {
  const value = 'value' in message ? message.value : undefined;
  const big = ArrayBuffer.isView(value) ? value : (value as Partial<Listed> | null)?.rows;
  self.postMessage(message, { transfer: big ? [big.buffer as ArrayBuffer] : [] });
}

const queue: Request[] = [];
let busy = false;
/** What can wait while somebody types. */
const patient: readonly Name[] = ['insight', 'advice', 'memory', 'decisionHash'];

const isOwn = (name: Name): name is keyof OwnCalls => Object.hasOwn(served, name);

function answer(name: Name, given: unknown[]): unknown {
  if (!isOwn(name)) return engine.call(name, ...given as Parameters<EngineCalls[typeof name]>);
  return (served[name] as (...given: unknown[]) => unknown)(...given);
}

async function serve({ id, name, given }: Request) {
  tell = progress => reply({ id, progress });
  try {
    reply({ id, value: await answer(name, given) });
  } catch (failure) {
    reply({ id, failure: messageOf(failure) });
  }
}

/** Serves one call at a time; between two of them, the calls that came meanwhile are taken. */
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
