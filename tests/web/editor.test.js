// The editor: what it proposes, tells and mends; charts that write into it; tests beside it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { configOf, launch, serve, settled, until, watched, write } from './support/site.js';

let site, browser, page, said;
const config = 'selections:\n  - name: drama\n    genres: [Drama]\n    rating: {min: 7.5}\n';

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

beforeEach(() => write(page, config));

/** Puts the cursor behind a piece of the text. */
async function behind(text) {
  const line = (await configOf(page)).split('\n').findIndex(each => each.includes(text));
  await page.locator('.cm-line').nth(line).click();
  await page.keyboard.press('Home');
  const content = (await configOf(page)).split('\n')[line];
  const indent = content.length - content.trimStart().length;
  const steps = content.indexOf(text) + text.length - indent;
  for (let i = 0; i < steps; ++i) await page.keyboard.press('ArrowRight');
}

test('keys are completed from the schema', async () => {
  await behind('[Drama]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('lang', { delay: 30 });
  const proposal = page.locator('.cm-tooltip-autocomplete li', { hasText: 'languages' }).first();
  await proposal.waitFor();
  // A menu that has just opened takes no click, lest somebody takes what they have not seen.
  await page.waitForTimeout(150);
  await proposal.click();
  await page.locator('.cm-line', { hasText: /^ {4}languages:/ }).waitFor();
});

test('words are completed from the shows, with how many there are', async () => {
  await behind('[Drama');
  await page.keyboard.type(', Sci', { delay: 30 });
  const proposal = page.locator('.cm-tooltip-autocomplete li', { hasText: 'Science-Fiction' });
  await proposal.waitFor();
  assert.match(await proposal.locator('.cm-completionDetail').textContent(), /^\d+$/);
  await proposal.click();
  await settled(page);
  assert.match(await configOf(page), /genres: \[Drama, Science-Fiction\]/);
});

test('a key tells what it means, and how many shows meet its line', async () => {
  await page.locator('.cm-line', { hasText: 'rating' }).getByText('rating').hover();
  const told = page.locator('.cm-hover-text');
  await told.waitFor();
  assert.match(await told.textContent(), /selections\[0\]\.rating/);
  assert.match(await told.textContent(), /Mean of the viewers' votes/);
  assert.match(await told.textContent(), /\d yes, [\d,]+ no/);
  await page.mouse.move(900, 500);
});

test('a problem is mended by a key, as one step of undo', async () => {
  await write(page, config.replace('genres', 'genre'));
  await page.locator('.cm-lintRange-error').waitFor();
  await behind('genre');
  await page.keyboard.press('ControlOrMeta+.');
  await settled(page);
  assert.equal(await configOf(page), config);
  await page.keyboard.press('ControlOrMeta+z');
  assert.match(await configOf(page), /genre: /);
});

test('a squiggle says what is wrong, and mends it at a click', async () => {
  await write(page, config.replace('genres', 'genre'));
  await page.locator('.cm-lintRange-error').hover();
  const told = page.locator('.cm-tooltip-lint');
  await told.getByText('unknown key "genre", did you mean "genres"?').waitFor();
  await told.getByRole('button', { name: 'write genres' }).click();
  await settled(page);
  assert.equal(await configOf(page), config);
  await page.mouse.move(900, 500);
});

test('words that no show has are told, with what was meant', async () => {
  await write(page, config.replace('[Drama]', '[Dramma]'));
  await page.getByRole('list', { name: 'Problems' }).getByText('Dramma').first().waitFor();
});

test('five hundred problems are listed as far as somebody would read', async () => {
  const wrong = Array.from({ length: 500 }, (_, at) => `  wrong${at}: ${at}`).join('\n');
  await write(page, `exclude:\n${wrong}\n`);
  const list = page.getByRole('list', { name: 'Problems' });
  await list.getByText('and 301 more').waitFor();
  assert.equal(await list.getByRole('listitem').count(), 201);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# still here');
  await page.keyboard.press('Enter');
  await page.locator('.cm-line', { hasText: '# still here' }).waitFor();
  assert.match(await configOf(page), /# still here\nexclude:\n {2}wrong0: 0/);
});

test('a bound is dragged in its histogram, and written into the config', async () => {
  await page.getByRole('tab', { name: 'Charts' }).click();
  const bound = page.getByRole('slider', { name: 'drama: rating from' });
  await bound.waitFor();
  const before = Number(await bound.getAttribute('aria-valuenow'));
  const box = await bound.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x - 80, box.y + 30, { steps: 6 });
  await page.mouse.up();
  await settled(page);
  let after = '';
  for (let tries = 0; tries < 200 && !after; ++tries) {
    await page.waitForTimeout(25);
    const now = await bound.getAttribute('aria-valuenow');
    if (Number(now) < before && (await configOf(page)).includes(`rating: {min: ${now}}`))
      after = now;
  }
  assert.ok(after, await configOf(page));

  await bound.focus();
  await page.keyboard.press('ArrowRight');
  const next = (Number(after) + 0.1).toFixed(1).replace(/\.0$/, '');
  await page.locator('.cm-line', { hasText: `min: ${next}` }).waitFor();
});

test('verdicts are shown by what shows have in common', async () => {
  await page.getByRole('tab', { name: 'Charts' }).click();
  const chart = page.getByRole('region', { name: 'Verdicts by' });
  await chart.getByRole('button', { name: 'Language' }).click();
  await chart.getByRole('rowheader', { name: 'English' }).waitFor();
  await chart.getByRole('button', { name: 'Year' }).click();
  await chart.getByRole('rowheader', { name: '2019' }).waitFor();
});

test('a verdict is pinned as a test, which fails when the filter no longer gives it', async () => {
  await page.getByRole('tab', { name: 'Shows' }).click();
  await page.getByRole('group', { name: 'Verdicts shown' }).getByRole('button', { name: 'add' })
    .click();
  await until(page, () => [...document.querySelectorAll('.body .verdict')]
    .every(cell => cell.textContent.includes('add')));
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'pin as test' }).click();
  await page.locator('.cm-line', { hasText: 'tests:' }).waitFor();
  await settled(page);
  await page.getByRole('tab', { name: 'Tests' }).click();
  await page.getByRole('status').filter({ hasText: '1 passed' }).waitFor();

  const text = await configOf(page);
  await write(page, text.replace('min: 7.5', 'min: 10'));
  await page.getByRole('status').filter({ hasText: '1 failed' }).waitFor();
  await page.getByText(/expected verdict add, got filtered/).waitFor();
});

test('what is shown is downloaded', async () => {
  await page.getByRole('tab', { name: 'Shows' }).click();
  for (const [name, begin] of [['CSV', 'id,title'], ['NDJSON', '{']]) {
    const [download] = await Promise.all([
      page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    assert.equal(download.suggestedFilename(), `shows.${name.toLowerCase()}`);
    const stream = await download.createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    assert.ok(text.startsWith(begin), text.slice(0, 80));
    assert.ok(text.trim().split('\n').length > 10);
  }
});

test('the reference stands beside the editor and can be searched', async () => {
  await page.getByRole('tab', { name: 'Learn' }).click();
  const reference = page.getByRole('region', { name: 'Reference' });
  await reference.getByRole('searchbox').fill('hold_above');
  await reference.getByText('hold_above').first().waitFor();
  assert.equal(await reference.getByText('quality_profile', { exact: true }).count(), 0);
});

test('the console stays empty', () => assert.deepEqual(said, []));
