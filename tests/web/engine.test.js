// The module as a browser runs it: the same answers as in Node, under a strict policy.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Engine } from '../../wasm/web/src/engine/engine.js';
import { loadShows } from './support/shows.js';

const module_ = process.env.SIEVARR_MODULE;
const here = new URL('.', import.meta.url);
const files = {
  '/': [new URL('page.html', here), 'text/html'],
  '/page.js': [new URL('page.js', here), 'text/javascript'],
  '/engine.js': [new URL('../../wasm/web/src/engine/engine.js', here), 'text/javascript'],
  '/sievarr.wasm': [module_, 'application/wasm'],
};
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let server, browser, page, engine;
const said = [];
const asked = [];

before(async () => {
  server = createServer(async (request, response) => {
    const [file, type] = files[request.url] ?? [];
    if (!file) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    response.end(await readFile(file));
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
  page = await browser.newPage();
  page.on('console', message => said.push(message.text()));
  page.on('pageerror', error => said.push(String(error)));
  page.on('request', request => asked.push(new URL(request.url()).origin));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.locator('#answer', { hasText: 'ready' }).waitFor();
  engine = await Engine.load(await readFile(module_));
  engine.call('loadSample', { seed: 7, count: 90_000 });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** What the page shows once it has judged a text. */
async function type(text) {
  await page.fill('#config', text);
  return page.textContent('#answer');
}

const judge = text => engine.call('judge', { text, today: '2026-05-27' });
const drama = 'selections:\n  - name: drama\n    genres: [Drama]\n    rating: {min: 7.5}\n';

test('one edit judges ninety thousand shows again, as Node does', async () => {
  const first = await type(drama);
  const judged = judge(drama);
  const { add, no_tvdb, filtered } = judged.counts.verdicts;
  assert.equal(first, `${add} add, ${no_tvdb} no_tvdb, ${filtered} filtered`);

  const edited = await type(drama.replace('7.5', '8.5'));
  assert.notEqual(edited, first);
  assert.ok(judge(drama.replace('7.5', '8.5')).counts.verdicts.add < add);

  const took = await page.getAttribute('#answer', 'data-took');
  const shown = Number(took).toFixed(1);
  console.log(`note: an edit of 90,000 shows took the engine ${shown} ms in Chromium`);
});

test('a mistake is told with its place, and the module carries on', async () => {
  assert.equal(await type('selections:\n  - genre: [Drama]\n'),
    '2:5 unknown key "genre", did you mean "genres"?');
  assert.match(await type(drama), / add, /);
});

test('columns come out as they are, one verdict a show', () => {
  const judged = judge(drama);
  const counts = [0, 0, 0, 0];
  for (const verdict of engine.call('verdicts')) counts[verdict] += 1;
  assert.deepEqual(counts, ['add', 'review', 'filtered', 'no_tvdb'].map(
    verdict => judged.counts.verdicts[verdict] ?? 0));
});

test('shows come in chunks of any size, also TVMaze\'s own', () => {
  const text = new TextEncoder().encode(
    '{"id":1,"name":"Á","genres":["Drama"]}\n{"id":2,"name":"B"}\n{"name":"C"}\n');
  const other = loadShows(engine, [...text].map(byte => Uint8Array.of(byte)));
  assert.equal(other.shows, 2);
  assert.equal(other.bad, 1);
  engine.call('loadSample', { seed: 7, count: 90_000 });
});

test('the console stays empty and no request leaves the origin', () => {
  assert.deepEqual(said, []);
  assert.deepEqual([...new Set(asked)], [`http://127.0.0.1:${server.address().port}`]);
});
