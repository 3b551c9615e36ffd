// The list of shows in sections, line by line; and an engine that is slower than who types.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { configOf, launch, serve, settled, until, watched } from './support/site.js';

let site, browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

const shows = [
  ['Alpha', 'German'], ['Bravo', 'English'], ['Charlie', 'German'], ['Delta', 'Danish'],
  ['Echo', 'English'], ['Foxtrot', 'English'],
].map(([name, language], at) => ({ id: at + 1, name, language, genres: ['Drama'],
  rating: { average: 9 }, externals: { thetvdb: at + 1 } }));

async function opened(prepare = () => {}) {
  const { page, said } = await watched(await browser.newContext());
  await prepare(page);
  await page.goto(site.address);
  await settled(page);
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Shows' });
  await dialog.locator('input[type="file"]').setInputFiles([{ name: 'six.ndjson', mimeType: '',
    buffer: Buffer.from(shows.map(show => JSON.stringify(show)).join('\n')) }]);
  await page.locator('header', { hasText: 'six.ndjson 6 shows' }).first().waitFor();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
  return { page, said };
}

/** Waits until the list reads so from its top: headings with how many they have, and titles. */
async function reads(page, wanted) {
  await until(page, lines => {
    const rows = [...document.querySelectorAll('[role="grid"] .body [role="row"]')];
    rows.sort((a, b) => a.ariaRowIndex - b.ariaRowIndex);
    const said = rows.map(row => (row.querySelector('.title') ?? row).textContent
      .replace(/[▾▸]/, '').trim().replace(/\s+/g, ' '));
    window.listReads = said;
    return JSON.stringify(said) === JSON.stringify(lines);
  }, wanted).catch(async () =>
    assert.deepEqual(await page.evaluate(() => window.listReads), wanted));
}

test('each show stands below the heading of its section, folded or not', async () => {
  const { page, said } = await opened();
  await page.getByRole('tab', { name: 'Shows' }).click();
  const grid = page.getByRole('grid');
  await grid.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await reads(page, ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot']);

  await page.getByLabel('Group by').selectOption('language');
  await reads(page, ['Danish 1', 'Delta', 'English 3', 'Bravo', 'Echo', 'Foxtrot',
    'German 2', 'Alpha', 'Charlie']);
  await grid.getByRole('button', { name: 'English' }).click();
  await reads(page, ['Danish 1', 'Delta', 'English 3', 'German 2', 'Alpha', 'Charlie']);
  await grid.getByRole('button', { name: 'Danish' }).click();
  await reads(page, ['Danish 1', 'English 3', 'German 2', 'Alpha', 'Charlie']);
  await grid.getByRole('button', { name: 'English' }).click();
  await reads(page, ['Danish 1', 'English 3', 'Bravo', 'Echo', 'Foxtrot',
    'German 2', 'Alpha', 'Charlie']);
  assert.deepEqual(said, []);
});

test('what is typed while the engine still judges is judged next', async () => {
  const { page, said } = await opened(page => page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...message) {
      setTimeout(() => post.apply(this, message), 300);
    };
  }));
  const paste = async text => {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  await page.locator('.cm-content').click();
  for (const language of ['German', 'Danish', 'English'])
    await paste(`selections:\n  - name: mine\n    languages: [${language}]\n`);
  assert.match(await configOf(page), /languages: \[English\]/);
  await until(page, () =>
    document.querySelector('[data-verdict="add"] dd')?.textContent.trim() === '3');
  await settled(page);
  assert.deepEqual(said, []);
});
