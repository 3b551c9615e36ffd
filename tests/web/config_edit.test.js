// An edit of a config: how it ends, what a reload keeps, and links that come while it goes on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { configOf, launch, serve, settled, shots, typeBound, until, watched, write } from
  './support/site.js';
import { moduleOf } from './support/typescript.js';

const { fragmentOf } = await moduleOf('browser/link.ts');
const config = 'sonarr:\n  url: http://sonarr:8989\n  api_key: sesame-open-123\n' +
  '  root_folder: /tv\n  quality_profile: HD\n# what I like\n' +
  'selections:\n  - name: mine  # for the evening\n    rating: {min: 7.5}\n';
let site, browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function open(address = site.address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const opened = await watched(context);
  await opened.page.goto(address);
  await settled(opened.page);
  return { context, ...opened };
}

const bar = page => page.getByRole('region', { name: 'This edit' });

/** Opens a text as somebody does who drops a file. */
async function drop(page, text) {
  const file = await page.evaluateHandle(content => {
    const carried = new DataTransfer();
    carried.items.add(new File([content], 'mine.yaml', { type: 'text/yaml' }));
    return carried;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: file });
  await until(page, () => document.querySelector('.editor').shadowRoot.textContent
    .includes('mine'));
  await settled(page);
}

for (const colorScheme of ['light', 'dark']) {
  test(`an edit ends with a patch that fits, or is discarded, ${colorScheme}`, async () => {
    const { context, page, said } = await open(site.address, { colorScheme });
    await drop(page, config);
    assert.equal(await bar(page).count(), 0);
    await typeBound(page, '8');
    await bar(page).getByText(/−[\d,]+ leave/).waitFor();
    await page.screenshot({ path: `${shots}/edit-1440-${colorScheme}.png` });
    assert.deepEqual(await flaws(page), []);

    await bar(page).getByRole('button', { name: 'Copy patch' }).click();
    await bar(page).getByText('patch copied').waitFor();
    const patch = await page.evaluate(() => navigator.clipboard.readText());
    assert.doesNotMatch(patch, /sesame|\*\*\*|api_key/);
    const folder = mkdtempSync(join(tmpdir(), 'sievarr-patch-'));
    writeFileSync(join(folder, 'config.yaml'), config);
    execFileSync('git', ['apply', '-p0', '-'], { cwd: folder, input: patch });
    assert.equal(readFileSync(join(folder, 'config.yaml'), 'utf8'),
      config.replace('min: 7.5', 'min: 8.5'));

    await bar(page).getByRole('button', { name: 'Discard' }).click();
    await bar(page).waitFor({ state: 'detached' });
    assert.equal(await configOf(page), config);
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+z');
    await bar(page).waitFor();
    assert.match(await configOf(page), /min: 8\.5/);
    assert.deepEqual(said, []);
    await context.close();
  });
}

test('a reload keeps an edit, what it is an edit of, and what it changes', async () => {
  const { context, page } = await open();
  await typeBound(page, '6');
  const told = await bar(page).locator('b').textContent();
  await page.reload();
  await settled(page);
  await bar(page).getByText(told).waitFor();
  await bar(page).getByText('against as opened').waitFor();
  await bar(page).getByRole('button', { name: 'Discard' }).click();
  await page.locator('.cm-line', { hasText: 'min: 7.5' }).waitFor();
  await context.close();
});

async function enter(daemon) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const { page, said } = await watched(context);
  await page.goto(daemon.address);
  await page.getByLabel('Key').fill('open sesame');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('region', { name: 'Health' }).waitFor();
  return { context, page, said };
}
const tryFilter = async page => {
  await page.getByRole('link', { name: 'Filter', exact: true }).click();
  await settled(page);
};

test('an edit of what a daemon runs survives a reload, against what is running', async () => {
  const daemon = await standIn();
  const { context, page, said } = await enter(daemon);
  await tryFilter(page);
  await typeBound(page, '8');
  const told = await bar(page).locator('b').textContent();
  await page.reload();
  await tryFilter(page);
  assert.match(await configOf(page), /min: 8\.5/);
  await bar(page).getByText(told).waitFor();
  await bar(page).getByText('against what is running').waitFor();

  const other = (await configOf(page)).replace('min: 8.5', 'min: 9');
  daemon.says['/api/v1/config'] = { yaml: other };
  await page.reload();
  await tryFilter(page);
  await page.getByText('your edit of a config that has changed since').waitFor();
  assert.match(await configOf(page), /min: 8\.5/);
  await bar(page).getByRole('button', { name: 'Discard' }).click();
  await page.locator('.cm-line', { hasText: 'min: 9' }).waitFor();
  assert.equal(await bar(page).count(), 0);

  daemon.says['/api/v1/config/file'] = { text: config };
  await page.reload();
  await tryFilter(page);
  assert.match(await configOf(page), /# for the evening/);
  assert.deepEqual(said, []);
  await context.close();
  daemon.close();
});

const file = { name: '/config/config.yaml', text: config, sha256: 'abc', editable: true,
  locked: '' };

/** Another bound for the config of a daemon, and the sheet that would keep it. */
async function keeping(told) {
  const daemon = await standIn();
  daemon.says['/api/v1/config/file'] = { ...file, ...told };
  const opened = await enter(daemon);
  await tryFilter(opened.page);
  await typeBound(opened.page, '8');
  await bar(opened.page).getByRole('button', { name: 'Keep in config.yaml…' }).click();
  const dialog = opened.page.getByRole('dialog', { name: 'Keep in config.yaml' });
  await dialog.getByText('+    rating: {min: 8.5}').waitFor();
  const close = async () => {
    await opened.context.close();
    daemon.close();
  };
  return { ...opened, daemon, dialog, close };
}

test('an edit is kept in the file, after its difference and what it does were seen', async () => {
  const { page, said, daemon, dialog, close } = await keeping({});
  const lines = await dialog.getByRole('region', { name: 'What changes in the file' })
    .locator('span').allTextContents();
  assert.deepEqual(lines.slice(1).map(line => line.trimEnd()), [' # what I like', ' selections:',
    '   - name: mine  # for the evening', '-    rating: {min: 7.5}', '+    rating: {min: 8.5}']);
  await dialog.getByText(/leave/).waitFor();
  await page.screenshot({ path: `${shots}/keep-1440-light.png` });
  assert.deepEqual(await flaws(page), []);

  const edited = config.replace('7.5', '8.5');
  daemon.says['/api/v1/config/file'] = { ...file, text: edited, sha256: 'def' };
  await dialog.getByRole('button', { name: 'Write /config/config.yaml' }).click();
  await bar(page).waitFor({ state: 'detached' });
  await page.getByText('/config/config.yaml is written and in force').waitFor();
  const { body } = daemon.asked.find(({ what }) => what === 'PUT /api/v1/config/file');
  assert.deepEqual(JSON.parse(body), { text: edited, sha256: 'abc' });
  assert.deepEqual(said, []);
  await close();
});

test('where the file is changed by hand only, the sheet says how to allow it', async () => {
  const { dialog, close } = await keeping({ editable: false,
    locked: 'the config is changed in its file only; write server.edit_config: true there' });
  await dialog.getByText('write server.edit_config: true there').waitFor();
  assert.equal(await dialog.getByRole('button', { name: /^Write/ }).count(), 0);
  await close();
});

test('what is refused is told in the sheet, and the edit stays', async () => {
  const { page, dialog, close } = await keeping({});
  await page.route('**/api/v1/config/file', route => route.request().method() === 'PUT'
    ? route.fulfill({ status: 412, contentType: 'application/problem+json', body: JSON.stringify(
      { status: 412, title: 'the file has changed meanwhile', detail: 'read it again' }) })
    : route.continue());
  await dialog.getByRole('button', { name: /^Write/ }).click();
  await dialog.getByRole('alert').getByText('the file has changed meanwhile').waitFor();
  assert.match(await configOf(page), /min: 8\.5/);
  await close();
});

test('a link that comes into an open tab opens, and asks where it would replace an edit',
  async () => {
    const { context, page, said } = await open();
    const asked = [];
    page.on('request', request => asked.push(request.url()));
    const go = fragment => page.evaluate(to => { location.hash = to; }, fragment);
    await go(await fragmentOf({ config, view: 'funnel' }));
    await page.locator('.cm-line', { hasText: 'for the evening' }).waitFor();
    await page.getByRole('tab', { name: 'Funnel', selected: true }).waitFor();
    await typeBound(page, '8');

    const other = config.replace('mine', 'theirs');
    const dialog = page.getByRole('dialog', { name: 'Open the config of this link?' });
    const before = page.url();
    await go(await fragmentOf({ config: other, view: 'shows' }));
    await dialog.waitFor();
    assert.match(await configOf(page), /name: mine/);
    await page.screenshot({ path: `${shots}/link-question-1440-light.png` });
    assert.deepEqual(await flaws(page), []);
    await dialog.getByRole('button', { name: 'Keep my edit' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.match(await configOf(page), /name: mine[^]*min: 8\.5/);
    assert.equal(page.url(), before);

    await go(await fragmentOf({ config: other, view: 'shows' }));
    await dialog.getByRole('button', { name: 'Open the link' }).click();
    await page.locator('.cm-line', { hasText: 'theirs' }).waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+z');
    await page.locator('.cm-line', { hasText: 'mine' }).waitFor();
    // The browser looks at its icon again, and the editor reads the schema when it is used.
    assert.deepEqual(asked.filter(url => !/icon\.svg$|config\.schema/.test(url)), []);
    assert.deepEqual(said, []);
    await context.close();
  });

test('a fragment that is an address of the page, or cut, replaces nothing', async () => {
  const { context, page } = await open();
  const text = await configOf(page);
  await page.evaluate(() => { location.hash = '/filter/shows'; });
  await page.evaluate(() => { location.hash = '1.abc'; });
  await page.getByText('this link is not complete').waitFor();
  assert.equal(await configOf(page), text);
  await context.close();
});

test('a reload with a link in the address keeps what was edited since', async () => {
  const { context, page } = await open(site.address + await fragmentOf({ config }));
  await typeBound(page, '9');
  await page.reload();
  await settled(page);
  assert.match(await configOf(page), /min: 9\.5/);
  await bar(page).getByText(/leave/).waitFor();
  await context.close();
});
