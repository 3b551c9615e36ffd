// The views of the filter page as people with a keyboard, a small screen or doubts use them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { configOf, isTooWide, launch, serve, settled, shots, typeBound, until, watched, write }
  from './support/site.js';

const config = 'exclude:\n  genres: [Anime]\nselections:\n  - name: drama\n    genres: [Drama]\n' +
  '    rating: {min: 7.5}\n  - name: recent\n    premiered: {after: 2018}\n    rating: {min: 8}\n';
let site, browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const opened = await watched(context);
  await opened.page.goto(site.address);
  await settled(opened.page);
  return { context, ...opened };
}

const turnTo = (page, name) => page.getByRole('tab', { name }).click();
const inEditor = page => page.evaluate(() => document.activeElement.classList.contains('editor'));

/** Another bound for a config that was pinned before. */
async function change(page, before = config, now = before.replace('7.5', '8.2')) {
  await write(page, before);
  await page.getByRole('button', { name: 'pin now' }).click();
  await page.locator('.base b', { hasText: /^now/ }).waitFor();
  await write(page, now);
}

test('Escape leaves the editor, which is told there, and single keys count again', async () => {
  const { context, page, said } = await open();
  await page.keyboard.press('e');
  await page.getByText('leaves the editor').waitFor();
  assert.ok(await inEditor(page));
  await page.keyboard.press('Escape');
  assert.equal(await inEditor(page), false);
  await page.keyboard.press('2');
  await page.getByRole('grid').waitFor();
  assert.doesNotMatch(await configOf(page), /2#/);
  assert.equal(await page.getByText('leaves the editor').count(), 0);
  assert.deepEqual(said, []);
  await context.close();
});

test('Escape closes a menu and the search of the editor before it leaves', async () => {
  const { context, page } = await open();
  await write(page, config);
  await page.keyboard.press('ControlOrMeta+f');
  await page.locator('.cm-search').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.cm-search').waitFor({ state: 'detached' });
  assert.ok(await inEditor(page));
  await context.close();
});

test('what a line does is asked and left by keys', async () => {
  const { context, page } = await open();
  await write(page, config);
  await page.locator('.cm-counts span').first().waitFor();
  for (let up = 0; up < 4; ++up) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+Enter');
  const pane = page.getByRole('region', { name: 'Line', exact: true });
  await pane.getByRole('heading', { name: 'rating of drama' }).waitFor();
  await until(page, () => document.activeElement.closest('[aria-label="Line"]') !== null);
  await page.keyboard.press('Escape');
  await pane.waitFor({ state: 'detached' });
  assert.ok(await inEditor(page));
  await context.close();
});

test('letters that turn the direction of writing are shown as what they are', async () => {
  const { context, page } = await open();
  await write(page, 'selections:\n  - name: "live\u202Eevil\u202C \u2066x\u2069 👩🏽‍🚀"\n' +
    '    rating: {min: 8}\n');
  const marks = await page.locator('.cm-deceiving').allTextContents();
  assert.deepEqual(marks, ['U+202E', 'U+202C', 'U+2066', 'U+2069']);
  await page.screenshot({ path: `${shots}/deceiving-1440-light.png` });
  await context.close();
});

test('each show of a change tells the value that the line found, as many as there is room for',
  async () => {
    const { context, page } = await open();
    await change(page);
    const card = page.locator('article', { hasText: 'leave' });
    await card.getByText('rating of drama: at least 8.2').waitFor();
    const reasons = await card.locator('.reason').allTextContents();
    assert.ok(reasons.length > 12, `${reasons.length} rows`);
    for (const reason of reasons) assert.match(reason, /^rating\s+(7\.[5-9]|8|8\.[01])$/);
    assert.match(await card.locator('.reason').first().getAttribute('title'),
      /^No selection takes it/);
    await context.close();
  });

test('shows without a TVDB id are wanted, and are not told to enter', async () => {
  const { context, page } = await open();
  await change(page, config, config.replace('min: 8}', 'min: 7}'));
  const waiting = page.locator('li[data-shift="no_tvdb"] b');
  await waiting.waitFor();
  const number = text => Number(text.replaceAll(/[^\d]/g, ''));
  const entering = number(await page.locator('li[data-shift="added"] b').textContent());
  const [enter, wait] = (await page.locator('article h2').allTextContents())
    .map(text => [/(\d+) enter/.exec(text)?.[1], /(\d+)\s+waits?/.exec(text)?.[1]])
    .reduce(([one, two], [more, most]) => [one + Number(more ?? 0), two + Number(most ?? 0)],
            [0, 0]);
  assert.deepEqual([enter, wait], [entering, number(await waiting.textContent())]);
  assert.ok(wait > 0);
  await context.close();
});

test('a pane leaves the editor as wide as it was', async () => {
  for (const width of [1100, 1280, 1440]) {
    const { context, page } = await open({ viewport: { width, height: 800 } });
    const wide = () => page.locator('.editor').evaluate(box => box.clientWidth);
    const before = await wide();
    await page.getByRole('listitem').locator('button', { hasText: 'Taken by' }).first().click();
    await page.getByRole('region', { name: 'Why', exact: true }).waitFor();
    assert.equal(await wide(), before);
    await context.close();
  }
});

test('why tells what a line wants and has, its number, and good from bad by more than a hue',
  async () => {
    const { context, page } = await open();
    await write(page, config);
    await page.getByRole('listitem').locator('button', { hasText: 'Taken by' }).first().click();
    const pane = page.getByRole('region', { name: 'Why', exact: true });
    const heads = await pane.locator('.head').first().locator('span').allTextContents();
    assert.deepEqual(heads, ['', 'line', 'wants', 'has', 'at']);
    const lets = pane.getByRole('button', { name: /does not exclude it/ }).first();
    assert.equal(await lets.locator('.mark [aria-hidden]').textContent(), '–');
    assert.match(await lets.textContent(), /genres\s*wants Anime\s*has .*line\s*2$/s);
    assert.deepEqual(await flaws(page), []);
    await context.close();
  });

test('many problems are counted, and those that can be fixed are fixed at once', async () => {
  const { context, page } = await open();
  await write(page, 'exclude:\n  genre: [Drama]\n  type: [Variety]\nselections:\n  - nam: all\n' +
    '    rating: {min: 11}\n    langages: [English]\n');
  await page.getByText('5 errors').waitFor();
  await page.getByRole('button', { name: 'fix the 4 that can be fixed' }).click();
  await settled(page);
  assert.equal(await configOf(page), 'exclude:\n  genres: [Drama]\n  types: [Variety]\n' +
    'selections:\n  - name: all\n    rating: {min: 11}\n    languages: [English]\n');
  await page.getByText('1 error', { exact: true }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+z');
  assert.match(await configOf(page), /genre: /);
  await context.close();
});

test('a file that is no catalogue is told in the dialog that it was opened in', async () => {
  const { context, page } = await open();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Shows' });
  const pick = buffer => dialog.locator('input[type="file"]').setInputFiles(
    [{ name: 'bin.bin', mimeType: '', buffer: Buffer.from(buffer) }]);
  await pick('f\0\0');
  await dialog.getByRole('alert').getByText('there are no shows in bin.bin').waitFor();
  await page.screenshot({ path: `${shots}/no-shows-1440-light.png` });
  assert.deepEqual(await flaws(page), []);
  await pick('{"id":1,"name":"One"}\n');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('header', { hasText: 'bin.bin 1 show' }).waitFor();
  await context.close();
});

test('on a phone the counts answer each edit beside the text', async () => {
  const { context, page } = await open({ viewport: { width: 390, height: 844 } });
  const add = page.locator('[data-verdict="add"] dd');
  assert.ok(await page.locator('.cm-content').isVisible());
  const before = await add.textContent();
  await typeBound(page, '6');
  assert.ok(await add.isVisible());
  assert.notEqual(await add.textContent(), before);
  await context.close();
});

test('at 400 % nothing has to be moved sideways', async () => {
  const { context, page } = await open({ viewport: { width: 320, height: 256 } });
  const sides = page.getByRole('navigation', { name: 'Sides' });
  assert.equal(await isTooWide(page), false);
  await typeBound(page, '6');
  assert.equal(await isTooWide(page), false);
  assert.ok(await page.locator('.cm-content').isVisible());
  await sides.getByRole('button', { name: 'Result' }).click();
  for (const view of ['Changes', 'Shows', 'Funnel', 'Charts', 'Tests', 'Learn']) {
    await turnTo(page, view);
    await page.waitForTimeout(100);
    assert.equal(await isTooWide(page), false, view);
    await page.screenshot({ path: `${shots}/zoom400-${view}-light.png` });
    const tall = await page.locator('#view').evaluate(box => box.scrollHeight);
    assert.ok(tall > 40, `${view}: ${tall} px`);
  }
  await context.close();
});

test('a verdict that is chosen in the table has a tick, each says its number', async () => {
  const { context, page } = await open();
  await turnTo(page, 'Shows');
  const chip = page.getByRole('group', { name: 'Verdicts shown' })
    .getByRole('button', { name: 'add' });
  const many = await page.locator('[data-verdict="add"] dd').textContent();
  assert.equal(await chip.locator('.many').textContent(), many);
  assert.doesNotMatch(await chip.textContent(), /✓/);
  await chip.click();
  await page.getByText(`${many} shows`, { exact: true }).waitFor();
  assert.match(await chip.textContent(), /✓/);
  assert.equal(await chip.getAttribute('aria-pressed'), 'true');
  await page.screenshot({ path: `${shots}/shows-chips-1440-light.png` });
  await context.close();
});

test('hashes and times stand in About this result, and Escape closes it', async () => {
  const { context, page } = await open();
  await page.locator('[data-hash="decision"]').waitFor({ state: 'attached' });
  assert.equal(await page.locator('[data-hash="filter"]').isVisible(), false);
  await page.getByText('About this result').click();
  assert.match(await page.locator('[data-hash="filter"]').textContent(), /^[\da-f]{16}$/);
  assert.match(await page.locator('[data-hash="decision"]').textContent(), /^[\da-f]{16}$/);
  assert.deepEqual(await flaws(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-hash="filter"]').isVisible(), false);
  await context.close();
});
