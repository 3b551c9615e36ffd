// A real Chromium with an engine in it, for tests that only need the engine.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const files = {
  '/': [null, 'text/html'],
  '/engine.js':
    [new URL('../../wasm/web/src/engine/engine.js', import.meta.url), 'text/javascript'],
  '/sievarr.wasm': [process.env.SIEVARR_MODULE, 'application/wasm'],
};

/** A page whose `engine` runs expressions; close() ends it and its server. */
export async function browse() {
  const server = createServer(async (request, response) => {
    const [file, type] = files[request.url] ?? [];
    if (!type) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'content-type': type });
    response.end(file ? await readFile(file) : '<!doctype html><title>engine</title>');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const run = expression => page.evaluate(`(async () => {
    const { Engine } = await import('./engine.js');
    const module = await (await fetch('sievarr.wasm')).arrayBuffer();
    const engine = await Engine.load(module);
    return ${expression};
  })()`);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { run, close };
}
