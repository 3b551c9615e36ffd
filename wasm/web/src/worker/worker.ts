/** The engine in a thread of its own, so that typing never waits for it. */
import { Engine } from '../../engine.js';
import type { EngineCalls } from './engine_calls';
import type { Calls, Name, Reply, Request } from './protocol';

let engine: EngineCalls;

type Served = { [K in Name]: (...given: Parameters<Calls[K]>) =>
  ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>> };

const served: Served = {
  async open(module) {
    engine = await Engine.load(module) as unknown as EngineCalls;
  },
  loadSample: (seed, count) => engine.loadSample(seed, count),
  judge(text, day) {
    const before = performance.now();
    const answer = engine.judge(text, day);
    return { answer, tookMs: performance.now() - before };
  },
};

function reply(message: Reply, moved: Transferable[] = []) {
  self.postMessage(message, { transfer: moved });
}

let turn: Promise<void> = Promise.resolve();

async function serve({ id, name, given }: Request) {
  try {
    const call = served[name] as (...given: unknown[]) => unknown;
    reply({ id, value: await call(...given) });
  } catch (failure) {
    reply({ id, failure: failure instanceof Error ? failure.message : String(failure) });
  }
}

self.onmessage = (event: MessageEvent<Request>) => {
  turn = turn.then(() => serve(event.data));
};
