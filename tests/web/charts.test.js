// Charts: axes that people read, what is not known, by keys, by ear, and in the system's colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { moduleOf } from './support/typescript.js';
import { configOf, launch, serve, settled, shots, until, watched, write } from
  './support/site.js';

const config = 'selections:\n  - name: drama\n    genres: [Drama]\n    rating: {min: 7.5}\n' +
  '    premiered: {after: 2005}\n    runtime: {min: 20}\n';
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
  await write(opened.page, config);
  await opened.page.getByRole('tab', { name: 'Charts' }).click();
  await chart(opened.page, 'Rating').waitFor();
  return { context, ...opened };
}

const chart = (page, name) => page.getByRole('figure', { name: `${name}, how shows spread` });
const texts = (page, name, kind) => chart(page, name).locator(`svg text.${kind}`).allTextContents();
const numberOf = text => Number(text.replaceAll(',', ''));

test('ticks stand at numbers that people count in', async () => {
  const { ticksOf } = await moduleOf('components/chart/scale.ts');
  assert.deepEqual(ticksOf(1957, 2026), [1960, 1980, 2000, 2020]);
  assert.deepEqual(ticksOf(0, 10), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticksOf(2000, 2004), [2000, 2001, 2002, 2003, 2004]);
  assert.deepEqual(ticksOf(2000, 2001), [2000, 2001]);
  for (const [low, high] of [[1940, 2027], [1988, 2026], [2000, 2013], [0, 150], [0, 100]])
    for (const most of [4, 8]) {
      const ticks = ticksOf(low, high, most);
      assert.ok(ticks.every(Number.isInteger), String(ticks));
      assert.ok(ticks.length >= 2 && ticks.length <= most + 1, String(ticks));
    }
});

test('years are whole, zero and the greatest number stand at the side', async () => {
  const { context, page, said } = await open();
  for (const name of ['Premiered', 'Rating', 'Minutes']) {
    const across = await texts(page, name, 'x');
    assert.ok(across.every(each => /^(\d+|unknown)$/.test(each)), String(across));
    const [greatest, zero] = await texts(page, name, 'y');
    assert.equal(zero, '0');
    const told = await chart(page, name).locator('.all').evaluateAll(bars =>
      Math.max(...bars.map(bar => bar.getBBox().height)));
    assert.ok(numberOf(greatest) > 0 && told > 60);
  }
  await page.screenshot({ path: `${shots}/charts-axes-1440-light.png` });
  assert.deepEqual(said, []);
  await context.close();
});

test('what is not known is a hatched bar with its number, and a row of the table', async () => {
  const { context, page } = await open();
  const rating = chart(page, 'Rating');
  const bar = rating.locator('.all.unknown');
  assert.match(await bar.getAttribute('fill'), /^url\(#/);
  assert.ok((await texts(page, 'Rating', 'x')).includes('unknown'));
  const [many] = await texts(page, 'Rating', 'over');
  await rating.getByRole('button', { name: 'as table' }).click();
  const row = rating.getByRole('row').filter({ hasText: 'unknown' });
  assert.equal((await row.getByRole('cell').last().textContent()), many);
  assert.ok(numberOf(many) > 1000);
  await rating.getByRole('button', { name: 'as table' }).click();
  await bar.waitFor();
  await context.close();
});

test('a bar tells its number to the mouse and to keys', async () => {
  const { context, page } = await open();
  const rating = chart(page, 'Rating');
  const [box, at] = [await rating.locator('svg').boundingBox(), 0.7];
  await page.mouse.move(box.x + box.width * at, box.y + 60);
  await rating.locator('output').getByText(/^\d.* to \d.*: [\d,]+ of [\d,]+ wanted$/).waitFor();
  await page.mouse.move(4, 4);
  const reader = rating.getByRole('slider', { name: 'Rating: read the bars' });
  await reader.focus();
  await page.keyboard.press('End');
  await until(page, () => document.activeElement.getAttribute('aria-valuetext')
    .startsWith('unknown: '));
  await page.keyboard.press('ArrowLeft');
  await rating.locator('output').getByText(/^9\.75 to 10: /).waitFor();
  await context.close();
});

test('a bound is moved by keys to any place on its scale', async () => {
  const { context, page } = await open();
  const year = page.getByRole('slider', { name: 'drama: premiered from' });
  await year.focus();
  for (const [key, value] of [['ArrowRight', 2006], ['PageDown', 2001], ['ArrowDown', 2000]]) {
    await page.keyboard.press(key);
    await page.locator('.cm-line', { hasText: `after: ${value}` }).waitFor();
  }
  for (let at = 0; at < 12; ++at) await page.keyboard.press('ArrowRight');
  await page.locator('.cm-line', { hasText: 'after: 2012' }).waitFor();
  await page.keyboard.press('End');
  await until(page, () => Number(document.activeElement.getAttribute('aria-valuenow')) > 2020);
  await page.getByRole('slider', { name: 'drama: rating from' }).focus();
  await page.keyboard.press('Home');
  await page.locator('.cm-line', { hasText: 'min: 0' }).first().waitFor();
  assert.match(await configOf(page), /rating: \{min: 0\}/);
  await context.close();
});

test('bars, legend, flags and the chosen tab are seen in the colours of the system', async () => {
  const { context, page } = await open({ forcedColors: 'active' });
  const colours = await page.evaluate(() => {
    const colour = (element, what) => getComputedStyle(element)[what];
    const find = name => document.querySelector(name);
    return {
      ground: colour(document.body, 'backgroundColor'),
      wanted: colour(find('figure rect.good'), 'fill'), all: colour(find('figure .all'), 'stroke'),
      legend: colour(find('.legend .good'), 'fill'), flag: colour(find('.flag line'), 'stroke'),
      bars: colour(find('table svg .good'), 'fill'),
      tab: colour(find('[role="tab"][aria-selected="true"]'), 'borderBottomColor'),
      other: colour(find('[role="tab"][aria-selected="false"]'), 'borderBottomColor'),
      chosen: colour(find('.kinds [aria-pressed="true"]'), 'backgroundColor'),
      unchosen: colour(find('.kinds [aria-pressed="false"]'), 'backgroundColor'),
    };
  });
  for (const [name, colour] of Object.entries(colours))
    if (!['ground', 'other', 'unchosen'].includes(name))
      assert.notEqual(colour, colours.ground, `${name} ${colour}`);
  assert.notEqual(colours.tab, colours.other);
  assert.notEqual(colours.chosen, colours.unchosen);
  await page.screenshot({ path: `${shots}/charts-forced-1440.png` });
  assert.deepEqual(await flaws(page), []);
  await context.close();
});
