// The page as a newcomer meets it: a sample, a config, and an answer to every key.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, serve, settled, watched, write } from './support/site.js';

let site, browser, page, said, asked;

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
  await page.locator('.cm-line', { hasText: 'min: 7.5' }).click();
  await page.keyboard.press('End');
  for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.type('8');
  await settled(page);
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

test('the console stays empty and no request leaves the origin', () => {
  assert.deepEqual(said, []);
  assert.deepEqual([...asked], [site.origin]);
});
