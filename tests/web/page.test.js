// The page as a newcomer meets it: a sample, a config, and an answer to every key.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Engine, today } from '../../wasm/web/src/engine/engine.js';
import { launch, serve, settled, typeBound, until, watched, write } from './support/site.js';

let site, browser, page, said, asked;
const first = await readFile(
  new URL('../../wasm/web/examples/first.yaml', import.meta.url), 'utf8');

before(async () => {
  site = await serve();
  browser = await launch();
  ({ page, said, asked } = await watched(await browser.newContext()));
  await page.goto(site.address);
  await settled(page);
});

after(async () => {
  await browser?.close();
  site?.close();
});

const shown = async verdict => Number(
  (await page.locator(`[data-verdict="${verdict}"] dd`).textContent()).replaceAll(',', ''));

test('it opens with a sample that is judged', async () => {
  assert.match(await page.locator('header').textContent(), /5,000 shows/);
  assert.ok(await shown('add') > 0);
  assert.equal(await shown('add') + await shown('review') + await shown('filtered') +
    await shown('no_tvdb'), 5000);
});

test('what is typed is judged', async () => {
  const before = await shown('add');
  await typeBound(page, '8');
  assert.ok(await shown('add') < before);
});

test('a mistake is underlined, told, and mended by its button', async () => {
  await write(page, 'selections:\n  - genre: [Drama]\n');
  await page.locator('.cm-lintRange-error', { hasText: 'genre' }).waitFor();
  const problem = page.getByRole('list', { name: 'Problems' }).getByRole('listitem')
    .filter({ hasText: 'unknown key "genre", did you mean "genres"?' });
  await problem.getByRole('button', { name: 'write genres' }).click();
  await settled(page);
  await page.locator('.cm-line', { hasText: '- genres: [Drama]' }).waitFor();
  assert.equal(await page.locator('.cm-lintRange-error').count(), 0);
});

test('what changed is listed by the line that causes it', async () => {
  await write(page, first);
  await page.getByRole('button', { name: 'pin now' }).click();
  await write(page, first.replace('min: 7.5', 'min: 8.5'));
  const leaving = page.locator('article', { hasText: 'leave' });
  await leaving.getByText('rating of drama: at least 8.5').waitFor();
  const left = Number((await page.locator('[data-shift="dropped"] b').textContent()).slice(1));
  assert.ok(left > 0);
  assert.match(await leaving.locator('h2').textContent(), new RegExp(`^${left} leave`));

  await leaving.getByRole('button', { name: `all ${left}` }).click();
  await page.locator('output', { hasText: `${left} shows` }).waitFor();
  assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(left + 1));
});

test('shows stand in sections, which can be folded', async () => {
  await page.getByRole('tab', { name: 'Shows' }).click();
  await page.getByRole('button', { name: /^leave by/ }).click();
  await page.getByLabel('Group by').selectOption('language');
  const heading = page.getByRole('grid').getByRole('button', { expanded: true }).first();
  await heading.waitFor();
  const [, language, many] = /(\S.*?)\s+([\d,]+)\s*$/.exec(
    (await heading.textContent()).replace('▾', ''));
  const rows = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  const open = await rows();
  await heading.click();
  await until(page, all => Number(document.querySelector('[role="grid"]')
    .getAttribute('aria-rowcount')) < all, open);
  assert.equal(open - await rows(), Number(many.replaceAll(',', '')), language);
  await page.getByRole('grid').getByRole('button', { expanded: false }).first().click();
  await page.getByLabel('Group by').selectOption('');
  await until(page, () => document.querySelector('[role="grid"]')
    .getAttribute('aria-rowcount') === '5001');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await page.locator('article', { hasText: 'leave' }).getByRole('button', { name: /^all / })
    .click();
});

test('a show tells why, each line leads to the config', async () => {
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const why = page.getByRole('region', { name: 'Why' });
  await why.getByRole('button', { name: /^misses it:\s*rating\s*wants at least 8\.5/ }).click();
  const line = await page.locator('.cm-activeLine').textContent();
  assert.equal(line.trim(), 'rating: {min: 8.5}');
  await why.getByRole('button', { name: 'Close' }).click();
});

test('the funnel says what each line removes, and leads to those shows', async () => {
  await page.getByRole('tab', { name: 'Funnel' }).click();
  const exclude = page.getByRole('region', { name: 'exclude' });
  const first = exclude.locator('tbody td.number').first();
  const removed = await first.textContent();
  await first.getByRole('button').click();
  assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'),
    String(Number(removed.replaceAll(',', '')) + 1));
});

test('the table sorts, searches and filters', async () => {
  await page.getByRole('button', { name: /decided by types/ }).click();
  await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  const titles = () => page.getByRole('grid').locator('.body .title').allTextContents();
  await page.locator('[aria-sort="ascending"]', { hasText: 'Title' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search shows' }).fill('harbour');
  await until(page, () => [...document.querySelectorAll('.body .title')]
    .every(cell => /harbour/i.test(cell.textContent)));
  const found = await titles();
  assert.deepEqual(found, [...found].sort((a, b) => a.localeCompare(b)));
  await page.getByRole('searchbox', { name: 'Search shows' }).fill('no show is called this');
  await page.getByRole('button', { name: 'Show all 5,000' }).click();
  await page.getByRole('grid').waitFor();
});

test('it shows the hashes that the core gives elsewhere', async () => {
  await write(page, first);
  const engine = await Engine.load(await readFile(process.env.SIEVARR_MODULE));
  engine.call('loadSample', { seed: 7, count: 5000 });
  const { filter_hash: filter } = engine.call('judge', { text: first, today: today() });
  await page.getByText('About this result').click();
  await page.locator('[data-hash="filter"]', { hasText: filter }).waitFor();
  const decision = engine.call('decisionHash').slice(0, 16);
  await page.locator('[data-hash="decision"]', { hasText: decision }).waitFor();
  await page.keyboard.press('Escape');
});

test('a count beside a line tells what the line does', async () => {
  await page.locator('.cm-counts span', { hasText: '\u2212' }).nth(1).click();
  const pane = page.getByRole('region', { name: 'Line', exact: true });
  await pane.getByText('alone keeps out').waitFor();
  await pane.getByRole('list').getByRole('button').first().click();
  await page.getByRole('region', { name: 'Why' }).waitFor();
});

test('the console stays empty and no request leaves the origin', () => {
  assert.deepEqual(said, []);
  assert.deepEqual([...asked], [site.origin]);
});
