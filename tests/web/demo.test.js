// The program as somebody meets it who runs `sievarr demo` and opens its page.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { flaws } from './support/axe.js';
import { demo } from './support/demo.js';
import { signIn, turnTo } from './support/inside.js';
import { configOf, isTooWide, launch, serve, settled, shots, until, watched } from
  './support/site.js';

const run = promisify(execFile);
const sizes = [[1440, 900], [1024, 768], [390, 844]];
let served, browser, config;

before(async () => {
  served = await demo();
  config = await readFile(served.config, 'utf8');
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await served?.close();
});

/** The page after the key has been given. */
async function enter(options = {}) {
  const opened = await signIn(browser, { address: served.address, key: served.key, ...options });
  await opened.page.getByRole('region', { name: 'Health' }).waitFor();
  return opened;
}

/** A cycle has ended, so that there is something in every view. */
async function cycled(page) {
  await page.getByRole('region', { name: 'Now' }).getByText('shows stored')
    .waitFor({ timeout: 60_000 });
}

test('a wrong key is told, the right one opens; nothing leaves the origin', async () => {
  const { page, said, asked } = await watched(await browser.newContext());
  const answer = await page.goto(served.address);
  const policy = answer.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  await page.getByLabel('Key').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await until(page, () => document.querySelector('[role="alert"]').textContent !== '');
  said.length = 0;  // The browser itself tells of a 401.
  await page.getByLabel('Key').fill(served.key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('region', { name: 'Health' }).getByText('All works').waitFor();
  assert.deepEqual(said, []);
  assert.deepEqual([...asked], [new URL(served.address).origin]);
  await page.context().close();
});

test('a cycle is followed while it runs, and told when it is over', async () => {
  const { context, page, said } = await enter();
  await cycled(page);
  await page.getByRole('button', { name: 'Read everything again' }).click();
  await page.getByRole('progressbar', { name: 'The running cycle' }).waitFor();
  await page.screenshot({ path: `${shots}/demo-progress-1440-light.png` });
  await page.getByRole('region', { name: 'Lately' }).getByText(/[Cc]ycle [2-9]/).first()
    .waitFor({ timeout: 60_000 });
  assert.deepEqual(said, []);
  await context.close();
});

test('a show is found, and tells why, what became of it and what was sent', async () => {
  const { context, page, said } = await enter();
  await cycled(page);
  await turnTo(page, 'Catalogue');
  await page.getByRole('group', { name: 'What has become of them' })
    .getByRole('button', { name: /^added/ }).click();
  await until(page, () => location.search === '?processing_status=added' &&
    [...document.querySelectorAll('.body [role="row"]')].length > 0 &&
    [...document.querySelectorAll('.body .state')].every(each => /added/.test(each.textContent)));
  await page.getByRole('row').nth(1).click();
  const why = page.getByRole('region', { name: 'Why', exact: true });
  await why.getByText('So far: added').waitFor();
  await why.getByRole('heading', { name: 'What was sent' }).waitFor();
  const title = await why.getByRole('heading', { level: 2 }).textContent();
  await page.getByRole('searchbox').fill(title);
  await page.getByRole('row', { name: title }).first().waitFor();
  assert.ok(await why.isVisible());
  await why.getByRole('button', { name: 'Close' }).click();

  await turnTo(page, 'Activity: Journal');
  await page.getByRole('gridcell', { name: title }).first().click();
  await why.getByText('So far: added').waitFor();
  assert.deepEqual(said, []);
  await context.close();
});

test('a person decides about what waits for a review', async () => {
  const { context, page, said } = await enter();
  await cycled(page);
  await turnTo(page, 'Review');
  const first = page.getByRole('article').first();
  const title = await first.getAttribute('aria-label');
  await first.getByText(/(rating|premiered) .+ ≥ /).first().waitFor();
  const same = page.getByRole('article', { name: title, exact: true });
  await first.getByRole('button', { name: 'Skip' }).click();
  await same.waitFor({ state: 'detached' });
  await page.getByRole('status', { name: 'What was done' }).getByRole('button', { name: 'Undo' })
    .click();
  await same.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('region', { name: 'Why', exact: true }).waitFor();
  const chosen = await page.locator('article.chosen').getAttribute('aria-label');
  await page.keyboard.press('a');
  await page.getByText(`Approved “${chosen}”.`).waitFor();
  await page.keyboard.press('z');
  await page.getByRole('article', { name: chosen, exact: true }).waitFor();
  assert.deepEqual(said, []);
  await context.close();
});

test('a broken config is told on the page, and mended by saving it again', async () => {
  const { context, page, said } = await enter();
  await turnTo(page, 'Settings: Config');
  await writeFile(served.config, config.replace('rating:', 'ratings:'));
  await page.getByRole('button', { name: 'Read the file again' }).click();
  await page.getByRole('list', { name: 'Problems of the config' }).getByText(/did you mean/)
    .first().waitFor();
  await page.screenshot({ path: `${shots}/demo-problems-1440-light.png` });
  await writeFile(served.config, config);
  await until(page, () => {
    const list = document.querySelector('[aria-label="Problems of the config"]');
    if (list) [...document.querySelectorAll('button')]
      .find(each => each.textContent === 'Read the file again').click();
    return !list;
  });
  assert.deepEqual(said.filter(line => !/status of 4\d\d/.test(line)), []);
  await context.close();
});

test('another filter is tried on its shows, against what is running', async () => {
  const { context, page, said } = await enter();
  await cycled(page);
  await turnTo(page, 'Settings: Config');
  await page.getByRole('link', { name: 'Try changes on this catalogue' }).click();
  await settled(page);
  assert.match(await configOf(page), /acclaimed/);
  await page.getByText('against what is running').waitFor();
  await page.locator('.cm-line', { hasText: 'min: 8.2' }).click();
  await page.keyboard.press('End');
  for (let i = 0; i < 2; ++i) await page.keyboard.press('Backspace');
  await page.keyboard.type('0}', { delay: 20 });
  await page.locator('[data-shift="added"]:not(.none)').waitFor();
  await settled(page);
  await page.locator('article').getByRole('button').nth(1).click();
  await page.getByRole('region', { name: 'Why', exact: true }).getByText('at least 8.0').or(
    page.getByRole('region', { name: 'Why', exact: true }).getByText('at least 8')).first()
    .waitFor();
  assert.deepEqual(said, []);
  await context.close();
});

test('the program decides about the shows of the page what the page decides', async () => {
  const site = await serve();
  const folder = await mkdtemp(join(tmpdir(), 'sievarr-'));
  const { page } = await watched(await browser.newContext());
  await page.goto(site.address);
  await settled(page);
  const shown = await page.locator('[data-hash="decision"]').getAttribute('title');
  await page.getByRole('tab', { name: 'Shows' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'NDJSON', exact: true }).click()]);
  await download.saveAs(join(folder, 'shows.ndjson'));
  await writeFile(join(folder, 'config.yaml'), await configOf(page));
  const { stdout } = await run(process.env.SIEVARR, ['judge', '--hash', '--config',
    join(folder, 'config.yaml'), '--shows', join(folder, 'shows.ndjson')]);
  const [, hash] = /\b([0-9a-f]{64})$/.exec(shown);
  assert.match(stdout, new RegExp(hash));
  assert.match(stdout, new RegExp(await page.locator('[data-hash="filter"]').textContent()));
  await page.context().close();
  site.close();
  await rm(folder, { recursive: true });
});

const scenes = {
  home: page => cycled(page),
  catalogue: async page => {
    await turnTo(page, 'Catalogue');
    await page.getByRole('row').nth(3).waitFor();
  },
  why: async page => {
    await page.getByRole('row').nth(1).click();
    await page.getByRole('region', { name: 'Why', exact: true }).getByText('So far').waitFor();
  },
  plan: async page => {
    await turnTo(page, 'Plan');
    await page.getByText(/would be added next/).waitFor();
  },
  review: async page => {
    await turnTo(page, 'Review');
    await page.getByRole('article').first().waitFor();
  },
  journal: async page => {
    await turnTo(page, 'Activity: Journal');
    await page.getByRole('row').nth(1).waitFor();
  },
  runs: async page => {
    await turnTo(page, 'Activity: Runs');
    await page.getByRole('grid', { name: 'Cycles' }).getByRole('row').nth(1).waitFor();
  },
  config: async page => {
    await turnTo(page, 'Settings: Config');
    await page.getByRole('region', { name: 'The config as YAML' }).waitFor();
  },
  instances: async page => {
    await turnTo(page, 'Settings: Instances');
    await page.getByRole('table', { name: 'Servers' }).getByText('sonarr').first().waitFor();
  },
  appearance: async page => {
    await turnTo(page, 'Settings: Appearance');
    await page.getByRole('group', { name: 'Colours' }).waitFor();
  },
  about: async page => {
    await turnTo(page, 'Settings: About');
    await page.getByText('Filter in force').waitFor();
  },
  find: async page => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Find' }).getByRole('option').first().waitFor();
  },
};

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of sizes) {
    test(`no view of the program has a flaw, ${colorScheme}, ${width} wide`, async () => {
      const { context, page, said } = await enter({ colorScheme, viewport: { width, height } });
      const found = [];
      for (const [name, arrange] of Object.entries(scenes)) {
        await arrange(page);
        if (await isTooWide(page)) found.push(`${name}: wider than the screen`);
        await page.screenshot({ path: `${shots}/demo-${name}-${width}-${colorScheme}.png` });
        found.push(...(await flaws(page)).map(flaw => `${name}: ${flaw}`));
      }
      assert.deepEqual(found, []);
      assert.deepEqual(said, []);
      await context.close();
    });
  }
}
