// A text that cannot be judged: nothing is claimed of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { launch, serve, settled, shots, until, watched, write } from './support/site.js';

const good = 'selections:\n  - name: drama\n    rating: {min: 7.5}\n';
const broken = good.replace('rating', 'rateing');
let site, browser;

before(async () => {
  site = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  site?.close();
});

async function open(options = {}, address = site.address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const opened = await watched(context);
  await opened.page.goto(address);
  await settled(opened.page);
  return { context, ...opened };
}

const notice = page => page.getByRole('region', { name: 'This text cannot be judged' });
/** It waits for a moment, in case the line is only being written. */
const opened = page => until(page, () =>
  document.querySelector('[aria-label="This text cannot be judged"]').clientHeight > 20);
const count = page => page.locator('[data-verdict="add"] dd').textContent();

async function linkTo(page, text) {
  await write(page, text);
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByRole('textbox', { name: 'Link' });
  await until(page, () => document.querySelector('dialog input').value.includes('#1.'));
  return field.inputValue();
}

for (const colorScheme of ['light', 'dark']) {
  test(`a filter that is broken claims nothing, ${colorScheme}`, async () => {
    const { context, page, said } = await open({ colorScheme });
    await write(page, good);
    const before = await count(page);
    assert.match(before, /^[\d,]+$/);
    assert.equal(await notice(page).count(), 0);

    await write(page, broken);
    await notice(page).getByText('Line 3 cannot be judged:').waitFor();
    await notice(page).getByText('before this edit').waitFor();
    assert.equal(await page.getByText(/are wanted now/).count(), 0);
    assert.equal(await count(page), before);
    await page.locator('[aria-label="Verdicts before this edit"]').waitFor();
    assert.ok(await page.getByRole('button', { name: 'pin now' }).isDisabled());
    assert.equal(await page.locator('[data-hash]').count(), 0);
    await opened(page);
    await page.screenshot({ path: `${shots}/broken-1440-${colorScheme}.png` });
    assert.deepEqual(await flaws(page), []);
    for (const view of ['Shows', 'Funnel', 'Charts', 'Tests']) {
      await page.getByRole('tab', { name: view }).click();
      assert.ok(await page.locator('.view.before').count() === 1, view);
    }
    await page.getByRole('tab', { name: 'Changes' }).click();

    await write(page, good);
    await notice(page).waitFor({ state: 'detached' });
    assert.equal(await page.locator('.before').count(), 0);
    assert.equal(await count(page), before);
    assert.deepEqual(said, []);
    await context.close();
  });
}

test('a link to a broken config opens with its problems and no claim', async () => {
  const { context, page } = await open();
  const link = await linkTo(page, broken);
  await context.close();
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    const other = await open({ viewport: { width, height } }, link);
    await notice(other.page).getByText('Line 3 cannot be judged:').waitFor();
    await notice(other.page).getByText('nothing is known of what it would do').waitFor();
    assert.equal(await other.page.getByText(/before/).count(), 0);
    assert.equal(await other.page.getByText(/wanted now/).count(), 0);
    assert.equal(await count(other.page), '–');
    await opened(other.page);
    await other.page.screenshot({ path: `${shots}/broken-link-${width}-light.png` });
    assert.deepEqual(await flaws(other.page), []);
    if (width > 720) {
      await write(other.page, good);
      await other.page.getByText('Nothing has changed yet').waitFor();
      await other.page.getByText(/shows are wanted now/).waitFor();
    }
    assert.deepEqual(other.said, []);
    await other.context.close();
  }
});

test('while a line is written the counts stay those of before, and are never blank', async () => {
  const { context, page } = await open();
  await write(page, good);
  const before = await count(page);
  await page.locator('.cm-line', { hasText: 'min: 7.5' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  for (const letter of 'genre') {
    await page.keyboard.type(letter);
    await settled(page);
    assert.equal(await count(page), before);
  }
  await context.close();
});
