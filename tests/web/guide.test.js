// The first minute as docs/guide.md tells it, with its pictures. SIEVARR_UPDATE_GOLDENS=1 puts
// those that are taken here into docs/images.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, serve, settled, shots, typeBound, watched, write } from './support/site.js';
import { small } from './support/small_png.js';

const docs = new URL('../../docs/', import.meta.url);
let site, browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function open(width, height) {
  const opened = await watched(await browser.newContext({ viewport: { width, height } }));
  await opened.page.goto(site.address);
  await settled(opened.page);
  return opened;
}

/** Takes a picture without the marks of a mouse and a blinking cursor. */
async function picture(page, name) {
  await page.mouse.move(2, 2);
  await page.locator('.cm-tooltip').waitFor({ state: 'detached' });
  const file = `${shots}/guide-${name}.png`;
  const taken = await page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  if (process.env.SIEVARR_UPDATE_GOLDENS)
    await writeFile(new URL(`images/${name}.png`, docs), small(taken));
}

/** Changes the bound as the guide says. */
async function changeBound(page) {
  await typeBound(page, '8');
  await page.locator('[data-hash="decision"]').waitFor({ state: 'attached' });
}

test('a newcomer is done within a minute', async () => {
  const started = Date.now();
  const { page, said } = await open(1080, 560);
  const steps = page.getByRole('region', { name: 'The first minute' });
  await steps.getByText('Change min: 7.5 to 8.5 in the config').waitFor();
  await page.locator('header', { hasText: 'sample 5,000 shows' }).waitFor();

  await changeBound(page);
  await steps.getByText('Change min: 7.5 to 8.5 in the config, done').waitFor();
  const leaving = page.locator('article', { hasText: 'leave' });
  await leaving.getByText('rating of drama: at least 8.5').waitFor();
  const left = /^(\d+) leave/.exec(await leaving.locator('h2').textContent())?.[1];
  await picture(page, 'changes');

  await leaving.getByRole('listitem').first().getByRole('button').click();
  await page.getByRole('region', { name: 'Why', exact: true }).getByText('at least 8.5').first()
    .waitFor();
  await page.setViewportSize({ width: 1280, height: 620 });
  await picture(page, 'why');

  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.keyboard.press('Escape');
  await steps.getByRole('button', { name: 'Done' }).click();
  assert.equal(await steps.count(), 0);
  assert.ok(Date.now() - started < 60_000);

  const guide = await readFile(new URL('guide.md', docs), 'utf8');
  assert.match(guide, new RegExp(`${left} shows leave because of the rating of drama`));
  assert.deepEqual(said, []);
});

test('the first step fits the config at hand, and is done by nothing else', async () => {
  const { page } = await open(1080, 560);
  const steps = page.getByRole('region', { name: 'The first minute' });
  await steps.getByText('Change min: 7.5 to 8.5 in the config').waitFor();
  await typeBound(page, '6');
  await steps.getByText('Change min: 6.5 to 8.5 in the config').waitFor();
  assert.equal(await steps.getByText('done').count(), 0);
  await write(page, 'selections:\n  - name: mine\n    genres: [Drama]\n');
  await steps.getByText('Change min').waitFor({ state: 'detached' });
  assert.equal(await steps.getByText('done').count(), 0);
});

test('the other pictures of the guide are of the page as it is', async () => {
  const { page } = await open(1080, 560);
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('tab', { name: 'Charts' }).click();
  await page.getByRole('rowheader', { name: 'Drama' }).waitFor();
  await picture(page, 'charts');

  const phone = (await open(390, 700)).page;
  await changeBound(phone);
  await phone.getByRole('navigation', { name: 'Sides' }).getByRole('button', { name: 'Result' })
    .click();
  await phone.getByRole('button', { name: 'Hide' }).click();
  await phone.locator('article', { hasText: 'leave' }).waitFor();
  await picture(phone, 'phone');
});
