// The config in force: with lines, colours and marks, and nothing in it can be written.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { configOf, launch, settled, shots, watched } from './support/site.js';

const text = '# what I like\nselections:\n  - name: mine\n    rateing: {min: 7.5}\n';
let daemon, browser;

before(async () => {
  daemon = await standIn();
  daemon.says['/api/v1/config/file'] = { text };
  daemon.says['/api/v1/system/health'] = { problems: [{ source: '/config/config.yaml', line: 4,
    column: 5, path: 'selections[0]', severity: 'error', code: 'unknown-key', fix: [],
    message: 'unknown key "rateing", did you mean "rating"?' }] };
  browser = await launch();
});

after(async () => {
  await browser?.close();
  daemon?.close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`the file in force has lines, colours and its problems, ${colorScheme}`, async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 },
      colorScheme });
    const { page, said } = await watched(context);
    await page.goto(daemon.address);
    await page.getByLabel('Key').fill('open sesame');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    const view = page.getByRole('region', { name: 'The config as YAML' });
    await view.getByText('# what I like').waitFor();
    assert.deepEqual(
      (await view.locator('.cm-lineNumbers .cm-gutterElement').allTextContents()).slice(-4),
      ['2', '3', '4', '5']);
    await view.locator('.cm-lintRange-error', { hasText: 'rateing' }).waitFor();
    const colours = await view.locator('.cm-line').nth(2).locator('span').evaluateAll(pieces =>
      new Set(pieces.map(piece => getComputedStyle(piece).color)).size);
    assert.ok(colours > 1);

    await page.getByRole('button', { name: '/config/config.yaml:4:5' }).click();
    await view.locator('.cm-activeLine', { hasText: 'rateing' }).waitFor();
    await page.keyboard.type('x');
    assert.equal(await view.getByText('xrateing').count(), 0);
    await page.screenshot({ path: `${shots}/config-view-1440-${colorScheme}.png` });
    assert.deepEqual(await flaws(page), []);

    await page.getByRole('link', { name: 'Filter', exact: true }).click();
    await settled(page);
    assert.equal(await configOf(page), text);
    assert.deepEqual(said, []);
    await context.close();
  });
}
