// The page as a static server of any kind gives it, and a browser that looks at it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

export const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.json': 'application/json',
  '.yaml': 'text/yaml',
};

export const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; " +
  "style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src 'self' blob:; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const site = process.env.SIEVARR_SITE;
export const shots = process.env.SIEVARR_SHOTS;

/** Serves the files of a folder below a path, as somebody's web space would. */
export async function serve(folder = site, below = '/some/where/') {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = normalize(path.slice(below.length) || 'index.html');
    if (!path.startsWith(below) || file.startsWith('..')) return response.writeHead(404).end();
    try {
      const bytes = await readFile(join(folder, file));
      const type = types[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, address: origin + below, close: () => server.close() };
}

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });

/** A page whose console and requests are kept. */
export async function watched(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const said = [];
  const asked = new Set();
  page.on('console', message => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => said.push(`error: ${error}`));
  page.on('request', request => asked.add(new URL(request.url()).origin));
  return { page, said, asked };
}

/** The page has judged what is in its editor. */
export async function settled(page) {
  await page.locator('output[data-stage="ready"][data-settled="true"]').waitFor();
}

/** Asks the page until it says yes; its policy does not let it ask itself. */
export async function until(page, holds, given) {
  const end = Date.now() + 10_000;
  while (!await page.evaluate(holds, given)) {
    if (Date.now() > end) throw new Error(`never came true: ${holds}`);
    await new Promise(done => setTimeout(done, 25));
  }
}

/** Whether somebody would have to move the page sideways. */
export const isTooWide = page => page.evaluate(() =>
  [document.documentElement, document.querySelector('header'), document.querySelector('main')]
    .some(each => each.scrollWidth > innerWidth));

/** Replaces all of the text in the editor, as somebody who pastes does. */
export async function write(page, text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await settled(page);
}

export const configOf = page => page.evaluate(() =>
  [...document.querySelector('.editor').shadowRoot.querySelectorAll('.cm-line')]
    .map(line => line.textContent).join('\n'));

/** Types another bound where the first example says `min: 7.5`. */
export async function typeBound(page, bound) {
  await page.locator('.cm-line', { hasText: 'min: 7.5' }).click();
  await page.keyboard.press('End');
  for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.type(bound);
  await settled(page);
}
