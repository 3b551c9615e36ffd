import moduleUrl from 'sievarr.wasm?url';
import { Core } from './core';

/** The parts of a page that is one file: the worker's code, and the module, gzipped, in base64. */
function inlined(id: string): string | null {
  return document.getElementById(id)?.textContent ?? null;
}

function startWorker(): Worker {
  const code = inlined('worker-code');
  if (code === null) return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  // Not as a module: from file:// those are refused. The code imports nothing.
  return new Worker(url);
}

async function readModule(): Promise<WebAssembly.Module | ArrayBuffer> {
  const packed = inlined('module-bytes');
  if (packed === null) {
    const answer = await fetch(moduleUrl);
    if (!answer.ok) throw new Error(`the module could not be loaded (HTTP ${answer.status})`);
    // Compiled while it comes, where the server says what it is.
    return answer.headers.get('content-type') === 'application/wasm'
      ? WebAssembly.compileStreaming(answer) : answer.arrayBuffer();
  }
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}

export interface Started {
  core: Core;
  version: string;
}

async function start(): Promise<Started> {
  const core = new Core(startWorker());
  return { core, version: await core.ask('open', await readModule()) };
}

let starting: Promise<Started> | undefined;

/** Starts the worker with the module, once; an early call shortens the wait of a later one. */
export const startCore = (): Promise<Started> => (starting ??= start());
