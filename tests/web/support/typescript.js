// One module of the page without the page: what it imports is nothing but types.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arrayBuffer } from 'node:stream/consumers';

const page = new URL('../../../wasm/web/', import.meta.url);
const typescript = createRequire(new URL('package.json', page))('typescript');

// Tests run without fetch, which would bring this.
globalThis.Response ??= class {
  #stream;
  constructor(stream) { this.#stream = stream; }
  arrayBuffer() { return arrayBuffer(this.#stream); }
};

/** What a file below wasm/web/src exports. */
export async function moduleOf(name) {
  const text = await readFile(new URL(`src/${name}`, page), 'utf8');
  const { outputText } = typescript.transpileModule(text, { compilerOptions: {
    module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022,
  } });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}
