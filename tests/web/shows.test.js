// Shows from files, as people have them: whole, packed, broken, too big, not shows at all.
import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { configOf, launch, serve, settled, until, watched } from './support/site.js';

let site, browser, page, said;

before(async () => {
  site = await serve();
  browser = await launch();
  ({ page, said } = await watched(await browser.newContext()));
  await page.goto(site.address);
  await settled(page);
});

after(async () => {
  await browser?.close();
  site?.close();
});

const lines = count => Array.from({ length: count }, (_, at) => JSON.stringify({
  id: at + 1, name: `Show ${at + 1}`, genres: ['Drama'], language: 'English',
  rating: { average: 5 + (at % 50) / 10 }, externals: { thetvdb: at + 1 },
})).join('\n') + '\n';

/** Drops files on the page, from outside the browser. */
async function drop(...files) {
  const carried = await page.evaluateHandle(given => {
    const carrier = new DataTransfer();
    for (const { name, bytes } of given)
      carrier.items.add(new File([Uint8Array.from(atob(bytes), each => each.charCodeAt(0))], name));
    return carrier;
  }, files.map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes).toString('base64') })));
  for (const type of ['dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: carried });
}

const header = text => page.locator('header', { hasText: text }).first().waitFor();

test('shows are dropped on the page, and stay over a reload', async () => {
  await drop(['shows.ndjson', lines(300)]);
  await header('shows.ndjson 300 shows');
  await settled(page);
  await page.reload();
  await header('shows.ndjson 300 shows');
  await settled(page);
});

test('shows are picked as a file, packed or in TVMaze\'s pages', async () => {
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Shows' });
  await dialog.locator('input[type="file"]').setInputFiles([
    { name: 'shows.ndjson.gz', mimeType: '', buffer: gzipSync(lines(1234)) }]);
  await header('shows.ndjson.gz 1,234 shows');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('o');
  await dialog.locator('input[type="file"]').setInputFiles([
    { name: 'a.json', mimeType: '', buffer: Buffer.from('[{"id":1,"name":"A"}]') },
    { name: 'b.json', mimeType: '',
      buffer: Buffer.from('[{"id":2,"name":"B"},{"id":3,"name":"C"}]') }]);
  await header('2 files 3 shows');
  await dialog.waitFor({ state: 'detached' });
});

test('bad lines are listed, the others are there', async () => {
  await drop(['some.ndjson', `${lines(2)}{"name":"no number"}\nnot json at all\n${lines(5)}`]);
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Shows' });
  await dialog.getByText('What could not be read').waitFor();
  assert.ok(await dialog.getByRole('listitem').count() >= 1);
  assert.match(await dialog.textContent(), /5 shows/);
  await page.keyboard.press('Escape');
});

test('half an archive gives what is in it, and says that it breaks off', async () => {
  const packed = gzipSync(lines(20_000));
  await drop(['half.ndjson.gz', packed.subarray(0, packed.length / 2)]);
  await header('half.ndjson.gz');
  await page.keyboard.press('o');
  await page.getByText('The file breaks off; what came before is here.').waitFor();
  await page.keyboard.press('Escape');
});

test('what is no list of shows is refused; shows and config stay as they were', async () => {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('# mine');
  await drop(['table.csv', 'id,title\n1,One\n2,Two\n']);
  await page.getByText('there are no shows in table.csv: it is a table: save it as NDJSON')
    .waitFor();
  await drop(['saved.json', '<!doctype html><title>404</title>']);
  await page.getByText('there are no shows in saved.json: it is a web page').waitFor();
  await drop(['shows.zip', Buffer.from('PK\x03\x04 and so on', 'latin1')]);
  await page.getByText('there are no shows in shows.zip: it is an archive').waitFor();
  await drop(['torn.json.gz', gzipSync(lines(3)).subarray(0, 12)]);
  await page.getByText('there are no shows in torn.json.gz').waitFor();
  assert.match(await page.locator('.cm-content').textContent(), /# mine/);
  await header('half.ndjson.gz');
});

test('a file of 200 MB that is nothing is refused soon', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sievarr-'));
  const file = join(folder, 'nothing.ndjson');
  await writeFile(file, '');
  await truncate(file, 200e6);
  await page.getByTitle('Open other shows').click();
  await page.getByRole('dialog', { name: 'Shows' }).locator('input[type="file"]')
    .setInputFiles(file);
  await page.getByRole('alert').getByText('there are no shows in nothing.ndjson')
    .waitFor({ timeout: 60_000 });
  assert.match(await configOf(page), /# mine/);
  await page.keyboard.press('Escape');
  await header('half.ndjson.gz');
  await rm(folder, { recursive: true });
});

test('a config that is dropped is opened, or compared with', async () => {
  const config = 'selections:\n  - name: all\n    languages: [English]\n    rating: {min: 9}\n';
  await drop(['mine.yaml', config]);
  await until(page, () => document.querySelector('.editor').shadowRoot
    .querySelector('.cm-line').textContent === 'selections:');
  await settled(page);
  assert.equal(await configOf(page), config);
  const compare = bytes => page.getByLabel('A config to compare with').setInputFiles(
    { name: 'before.yaml', mimeType: '', buffer: Buffer.from(bytes) });
  await compare(config.replace('min: 9', 'min: 8'));
  await page.getByText('against before.yaml').waitFor();
  await page.locator('[data-shift="dropped"]:not(.none)').waitFor();
  await compare('selections: [{rating: {min: 99}}]');
  await page.getByText('before.yaml cannot be compared with: line 1: must be between 0 and 10')
    .waitFor();
  assert.equal(await configOf(page), config);
  await page.getByText('against before.yaml').waitFor();
});

test('a file of tests that is dropped is tried, and can be saved again', async () => {
  await drop(['tests.yaml', 'expect:\n  - {count: {verdict: review, max: 0}}\n']);
  await page.getByRole('status').filter({ hasText: '1 passed' }).waitFor();
  assert.match(await configOf(page), /name: all[\s\S]*tests:/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download tests.yaml' }).click()]);
  const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString();
  assert.match(text, /^config: config\.yaml\nexpect:\n/);
});

test('shows that the browser keeps can be forgotten', async () => {
  await page.getByTitle('Open other shows').click();
  await page.getByRole('button', { name: 'Forget these shows' }).click();
  await header('sample 5,000 shows');
  await page.reload();
  await header('sample 5,000 shows');
});

test('the console stays empty', () => assert.deepEqual(said, []));
