// Links that carry a config, and those that were cut.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { configOf, launch, serve, settled, until, watched, write } from './support/site.js';

let site, browser;

/** What the program says about a config that somebody got, where its variables are set. */
const saidAbout = (file, environment) => new Promise(done => execFile(process.env.SIEVARR,
  ['validate', file], { env: environment }, (_, out, error) => done(out + error)));

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

const config = 'sonarr:\n  url: http://sonarr:8989\n  api_key: sesame-open-123\n' +
  '  root_folder: /tv\n  quality_profile: HD\n' +
  'selections:\n  - name: mine  # Ünïcode 🦉\n    rating: {min: 8}\n';

async function open(address = site.address) {
  const opened = await watched(await browser.newContext());
  await opened.page.goto(address);
  await settled(opened.page);
  return opened;
}

/** The link to a text, as somebody gets it who shares. */
async function linkTo(page, text) {
  await write(page, text);
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByRole('textbox', { name: 'Link' });
  await until(page, () => document.querySelector('dialog input').value.includes('#1.'));
  return field.inputValue();
}

test('a link carries the config and no secret, and opens as it was', async () => {
  const { page, said } = await open();
  await page.getByRole('tab', { name: 'Funnel' }).click();
  const link = await linkTo(page, config);
  assert.match(link, /#1\.[\w-]+$/);

  const other = await open(link);
  const got = await configOf(other.page);
  assert.match(got, /name: mine {2}# Ünïcode 🦉/);
  assert.doesNotMatch(got, /sesame/);
  assert.equal(await other.page.getByRole('tab', { name: 'Funnel' }).getAttribute('aria-selected'),
    'true');
  assert.deepEqual([...said, ...other.said], []);
});

test('a link that was cut says so, and what was written here is still there', async () => {
  const { page, said } = await open();
  const link = await linkTo(page, config);
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  await page.goto(link.slice(0, -20));
  await page.getByText('this link is not complete').waitFor();
  assert.match(await configOf(page), /name: mine/);
  await page.goto('about:blank');
  await page.goto(`${site.address}#9.abc`);
  await page.getByText('this link is of a version that this page does not know').waitFor();
  assert.deepEqual(said, []);
});

test('a link over what was written before: undo brings that back', async () => {
  const { page } = await open();
  const link = await linkTo(page, config);
  const other = await open();
  await write(other.page, 'selections: []  # before\n');
  await other.page.goto('about:blank');
  await other.page.goto(link);
  await settled(other.page);
  assert.match(await configOf(other.page), /name: mine/);
  await other.page.locator('.cm-content').click();
  await other.page.keyboard.press('ControlOrMeta+z');
  assert.match(await configOf(other.page), /# before/);
});

test('it is copied as Markdown and downloaded as a file', async () => {
  const { page } = await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await linkTo(page, config);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByText('Markdown copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /```yaml\n/);
  assert.doesNotMatch(copied, /sesame/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download config.yaml' }).click()]);
  assert.equal(download.suggestedFilename(), 'config.yaml');
});

test('what is downloaded is the config without its secrets, and loads again', async () => {
  const { page } = await open();
  await linkTo(page, `${config}server:\n  api_key: "********"\n# it was sesame-open-123\n`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download config.yaml' }).click()]);
  const file = await download.path();
  const text = await readFile(file, 'utf8');
  assert.match(text, /api_key: "\$\{SONARR_API_KEY\}"/);
  assert.match(text, /api_key: "\$\{SERVER_API_KEY\}"/);
  assert.match(text, /# it was \$\{SONARR_API_KEY\}/);
  assert.doesNotMatch(text, /sesame|\*\*\*/);
  const keys = { SONARR_API_KEY: 'sesame-open-123', SERVER_API_KEY: 'sesame-open-4567' };
  assert.match(await saidAbout(file, keys), /: fine; 1 selection, 0 excludes\n$/);
  assert.match(await saidAbout(file, { ...keys, SERVER_API_KEY: '********' }), /is a mask/);
});

test('a mask in a config is an error that says what belongs there', async () => {
  const { page } = await open();
  await write(page, `${config}server:\n  api_key: "********"\n`);
  await page.getByRole('list', { name: 'Problems' })
    .getByText('is a mask, not a secret; write ${SERVER_API_KEY} or the secret itself').waitFor();
});
