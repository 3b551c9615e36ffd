// What the page costs with a whole catalogue of ninety thousand shows. Figures are printed; the
// limits here are far above them, so that a busy machine does not fail.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Engine, today } from '../../wasm/web/src/engine/engine.js';
import { launch, serve, settled, until, watched, write } from './support/site.js';

const shows = 90_000;
let site, browser, page;

const note = text => console.log(`note: ${text}`);
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** An export of a made-up catalogue. */
async function exported() {
  const engine = await Engine.load(await readFile(process.env.SIEVARR_MODULE));
  engine.call('loadSample', { seed: 7, count: shows });
  engine.call('judge', { text: 'selections:\n  - rating: {min: 8}\n', today: today() });
  const rows = [...engine.call('order', { sort: 'id', descending: false })];
  return engine.call('facts', { rows }).map(each => JSON.stringify({
    id: each.id, title: each.title, type: each.type, language: each.language, status: each.status,
    country: each.country, network: each.network, genres: each.genres, rating: each.rating,
    runtime: each.runtime, weight: each.popularity, premiered: each.year && `${each.year}-05-01`,
    tvdb_id: each.id,
  })).join('\n');
}

before(async () => {
  site = await serve();
  browser = await launch();
  ({ page } = await watched(await browser.newContext({ viewport: { width: 1440, height: 900 } })));
});

after(async () => {
  await browser?.close();
  site?.close();
});

/** Bytes of the tab: what its script holds and what the core has. */
async function memory() {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

test('the first verdict is there soon after opening', async () => {
  const took = [];
  for (let at = 0; at < 5; ++at) {
    const fresh = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const opened = (await watched(fresh)).page;
    await opened.goto(site.address);
    await settled(opened);
    const ms = await opened.locator('[data-first-ms]').getAttribute('data-first-ms');
    took.push(Number(ms));
    await fresh.close();
  }
  note(`the first verdict was there ${quantile(took, 0.5)} ms after opening, ` +
    `at best after ${Math.min(...took)} ms`);
  assert.ok(quantile(took, 0.5) > 0);
  await page.goto(site.address);
  await settled(page);
});

test('ninety thousand shows are read while a bar moves', async () => {
  const packed = gzipSync(await exported());
  const before = await memory();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Shows' });
  await dialog.locator('input[type="file"]').setInputFiles(
    [{ name: 'all.ndjson.gz', mimeType: '', buffer: packed }]);
  await page.locator('header', { hasText: 'all.ndjson.gz 90,000 shows' }).waitFor(
    { timeout: 60_000 });
  await settled(page);
  const took = await page.locator('[data-load-ms]').getAttribute('data-load-ms');
  note(`90,000 shows (${(packed.length / 1e6).toFixed(1)} MB gzipped) were loaded in ${took} ms`);
  const grown = (await memory() - before) / 1e6;
  const core = Number(await page.locator('[data-memory]').getAttribute('data-memory')) / 1e6;
  note(`the core has ${core.toFixed(0)} MB then, the page's own memory grew by ` +
    `${grown.toFixed(1)} MB`);
  assert.ok(Number(took) < 20_000);
  await page.keyboard.press('Escape');
});

test('every key is followed by a painted result', async () => {
  await write(page, 'selections:\n  - name: drama\n    genres: [Drama]\n    rating: {min: 7.5}\n');
  await page.getByRole('tab', { name: 'Changes' }).click();
  const took = [];
  const engine = [];
  await page.locator('.cm-line', { hasText: 'min: 7.5' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  for (let at = 0; at < 40; ++at) {
    await page.evaluate(() => {
      const output = document.querySelector('output[data-stage]');
      const revision = output.dataset.revision;
      window.painted = new Promise(done => addEventListener('keydown', () => {
        const begun = performance.now();
        new MutationObserver((_, watcher) => {
          if (output.dataset.revision === revision) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
        }).observe(output, { attributes: true });
      }, { once: true, capture: true }));
    });
    await page.keyboard.press(at % 2 === 0 ? 'Backspace' : String(at % 10));
    took.push(await page.evaluate(() => window.painted));
    const text = await page.locator('output[data-stage]').textContent();
    engine.push(Number(/judge ([\d.]+) ms/.exec(text)?.[1] ?? Number.NaN));
    await page.waitForTimeout(60);
  }
  note(`from key to painted result: median ${quantile(took, 0.5).toFixed(0)} ms, ` +
    `95th percentile ${quantile(took, 0.95).toFixed(0)} ms`);
  note(`of that to judge 90,000 shows: median ${quantile(engine, 0.5).toFixed(1)} ms`);
  assert.ok(quantile(took, 0.5) < 1000);
});

test('the table scrolls through all of them', async () => {
  await page.getByRole('tab', { name: 'Shows' }).click();
  const grid = page.getByRole('grid');
  await grid.locator('.body .title').first().waitFor();
  const frames = await grid.evaluate(box => new Promise(done => {
    const times = [];
    const begun = performance.now();
    const step = now => {
      times.push(now);
      box.scrollTop += 400;
      if (now - begun < 2000) requestAnimationFrame(step);
      else done(times);
    };
    requestAnimationFrame(step);
  }));
  const gaps = frames.slice(1).map((each, at) => each - frames[at]);
  const rate = 1000 * gaps.length / gaps.reduce((sum, each) => sum + each, 0);
  note(`scrolling: ${rate.toFixed(0)} frames/s, 95 of 100 frames within ` +
    `${quantile(gaps, 0.95).toFixed(1)} ms`);
  await grid.evaluate(box => { box.scrollTop = box.scrollHeight; });
  await until(page, total => [...document.querySelectorAll('.body [aria-rowindex]')]
    .some(row => Number(row.getAttribute('aria-rowindex')) === total + 1 &&
      row.querySelector('.title')), shows);
});
