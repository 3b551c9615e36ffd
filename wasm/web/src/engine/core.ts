import type { Calls, Name, Reply, Request } from './protocol';

interface Waiting {
  done(value: unknown): void;
  failed(failure: Error): void;
  progress?: ((share: number) => void) | undefined;
}

/** The page's end of the worker. */
export class Core {
  #worker: Worker;
  #next = 0;
  #waiting = new Map<number, Waiting>();

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = (event: MessageEvent<Reply>) => this.#take(event.data);
    worker.onerror = event => this.#break(event.message || 'the worker could not be started');
  }

  ask<K extends Name>(name: K, ...given: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> {
    return this.#send(name, given, undefined) as Promise<ReturnType<Calls[K]>>;
  }

  /** Like ask, for what takes long: tells how far it is, from 0 to 1. */
  follow<K extends Name>(progress: (share: number) => void, name: K,
                         ...given: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> {
    return this.#send(name, given, progress) as Promise<ReturnType<Calls[K]>>;
  }

  #send(name: Name, given: unknown[], progress: Waiting['progress']): Promise<unknown> {
    const id = this.#next++;
    const request: Request = { id, name, given };
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed, progress });
      this.#worker.postMessage(request);
    });
  }

  #take(reply: Reply) {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('progress' in reply) return waiting.progress?.(reply.progress);
    this.#waiting.delete(reply.id);
    if ('failure' in reply) waiting.failed(new Error(reply.failure));
    else waiting.done(reply.value);
  }

  #break(message: string) {
    for (const waiting of this.#waiting.values()) waiting.failed(new Error(message));
    this.#waiting.clear();
  }
}
