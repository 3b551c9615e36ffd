// Comfort: for eyes, keys and screen readers, without a network, and after a reload.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import {
  isTooWide, launch, serve, settled, shots, typeBound, until, watched, write,
} from './support/site.js';

const sizes = [[1440, 900], [1024, 768], [390, 844]];
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
  const context = await browser.newContext(options);
  const opened = await watched(context);
  await opened.page.goto(site.address);
  await settled(opened.page);
  return { context, ...opened };
}

/** Turns to a view, as somebody with this screen does. */
async function turnTo(page, name) {
  const phone = page.getByRole('navigation', { name: 'Sides' });
  if (await phone.isVisible())
    await phone.getByRole('button', { name: name === 'Config' ? name : 'Result' }).click();
  if (name !== 'Config') await page.getByRole('tab', { name }).click();
}

const scenes = {
  changes: async page => {
    await turnTo(page, 'Config');
    await typeBound(page, '6');
    await turnTo(page, 'Changes');
    await page.locator('article').first().waitFor();
  },
  shows: async page => {
    await turnTo(page, 'Shows');
    await page.getByRole('grid').locator('.body .title').first().waitFor();
  },
  why: async page => {
    await page.getByRole('grid').getByRole('row').nth(3).click();
    await page.getByRole('region', { name: 'Why' }).waitFor();
  },
  funnel: async page => {
    await page.keyboard.press('Escape');
    await turnTo(page, 'Funnel');
    await page.getByRole('region', { name: 'exclude' }).waitFor();
  },
  charts: async page => {
    await turnTo(page, 'Charts');
    await page.getByRole('slider').first().waitFor();
    await page.getByRole('rowheader', { name: 'Drama' }).waitFor();
  },
  tests: async page => {
    await turnTo(page, 'Learn');
    await page.getByRole('button', { name: 'Open: Tests of your own' }).click();
    await settled(page);
    await turnTo(page, 'Tests');
    await page.getByText('3 passed').waitFor();
  },
  learn: async page => {
    await turnTo(page, 'Learn');
    await page.getByRole('region', { name: 'Reference' }).getByRole('table').first().waitFor();
  },
  problems: async page => {
    await turnTo(page, 'Config');
    await write(page, 'selections:\n  - genre: [Drama]\n    rating: {min: 11}\n');
    await page.getByRole('list', { name: 'Problems' }).waitFor();
  },
  shows_dialog: async page => {
    await page.locator('h1').click();
    await page.keyboard.press('o');
    await page.getByRole('dialog', { name: 'Shows' }).waitFor();
  },
  share: async page => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Share' }).waitFor();
  },
  help: async page => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of sizes) {
    const checks = width !== 1024;  // What differs there is only the room.
    const holds = checks ? 'axe-core finds nothing wrong in' : 'nothing stands in the way of';
    test(`${holds} any view, ${colorScheme}, ${width} wide`, async () => {
      const { context, page, said } = await open({ colorScheme, viewport: { width, height } });
      const found = [];
      for (const [name, arrange] of Object.entries(scenes)) {
        await arrange(page);
        if (await isTooWide(page)) found.push(`${name}: wider than the screen`);
        await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png` });
        if (checks) found.push(...(await flaws(page)).map(flaw => `${name}: ${flaw}`));
      }
      assert.deepEqual(found, []);
      assert.deepEqual(said, []);
      await context.close();
    });
  }
}

test('what was typed and its undo survive a reload', async () => {
  const { context, page } = await open();
  await write(page, 'selections: []  # mine\n');
  await page.reload();
  await settled(page);
  assert.match(await page.locator('.cm-content').textContent(), /# mine/);
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+z');
  await page.locator('.cm-line', { hasText: 'name: drama' }).waitFor();
  await context.close();
});

/** What reads the schema, and what reads the reference: neither is read before. */
async function completeAndLookUp(page) {
  await write(page, 'exclude:\n');
  await page.keyboard.press('Enter');
  await page.keyboard.type('  gen', { delay: 30 });
  await page.locator('.cm-tooltip-autocomplete li', { hasText: 'genres' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Learn' }).click();
  await page.getByRole('region', { name: 'Reference' }).getByRole('table').first().waitFor();
}

test('what is only read now and then is read then', async () => {
  const { context, page } = await open();
  const read = () => page.evaluate(() => performance.getEntriesByType('resource')
    .map(each => each.name).filter(name => /config[^/]*\.js$/.test(name)).length);
  assert.equal(await read(), 0);
  await completeAndLookUp(page);
  assert.equal(await read(), 2);
  await context.close();
});

test('it works without a network after the first visit', async () => {
  const { context, page, said } = await open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(page, () => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  assert.match(await page.locator('header').textContent(), /5,000 shows/);
  await completeAndLookUp(page);
  assert.deepEqual(said, []);
  await context.close();
});

test('everything has a key', async () => {
  const { context, page } = await open();
  await page.keyboard.press('2');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'harbour');
  await page.keyboard.press('Tab');
  await page.keyboard.press('t');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'light');
  await page.keyboard.press('t');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('region', { name: 'Why' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Why' }).waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  await page.keyboard.type('# typed');
  assert.match(await page.locator('.cm-content').textContent(), /# typed/);
  await context.close();
});

test('each lesson can be opened; only the broken ones have errors', async () => {
  const { context, page } = await open();
  await page.getByRole('tab', { name: 'Learn' }).click();
  const lessons = page.getByRole('list', { name: 'Lessons' }).getByRole('button');
  for (let at = 0; at < await lessons.count(); ++at) {
    const lesson = lessons.nth(at);
    const broken = /broken/i.test(await lesson.getAttribute('aria-label'));
    await lesson.click();
    await settled(page);
    assert.equal(await page.locator('.mark.error').count() > 0, broken,
      await lesson.getAttribute('aria-label'));
  }
  assert.ok(await lessons.count() >= 8);
  await context.close();
});

test('one file does the same from file://, under a policy of its own', async () => {
  const { page, said, asked } = await watched(await browser.newContext());
  await page.goto(`file://${process.env.SIEVARR_ONE_FILE}`);
  await settled(page);
  await write(page, 'selections:\n  - name: all of it\n    rating: {min: 9}\n');
  await page.locator('[data-shift="dropped"]:not(.none)').waitFor();
  await completeAndLookUp(page);
  assert.deepEqual(said, []);
  assert.deepEqual([...asked], ['null']);
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  assert.doesNotMatch(policy, /'unsafe-|https?:/);
});
