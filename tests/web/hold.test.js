// What must never look well: adding that is held, and a daemon that is not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { demo } from './support/demo.js';
import { isTooWide, launch, shots, watched } from './support/site.js';

const views = ['Status', 'Shows', 'Plan', 'Review', 'Journal', 'Config'];
let daemon, browser;

before(async () => {
  daemon = await standIn();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  daemon?.close();
});

const now = '2026-01-31T10:31:00Z';
const since = '2026-01-31T10:11:00Z';

function hold() {
  daemon.says['/api/v1/system/status'] = { now, running: null, progress: {
    highest_tvmaze_id: 90_123, held: 985, held_since: since,
    held_filter_hash: '9f86d081884c7d65' } };
  daemon.says['/api/v1/plan'] = { held: '985 more shows became wanted with a change of the config',
    held_shows: 985, held_since: since };
}

function letGo() {
  for (const path of Object.keys(daemon.says)) delete daemon.says[path];
}

/** The page of a daemon after the key has been given. */
async function enter({ address = daemon.address, key = 'open sesame', ...options } = {},
                     prepare = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const opened = await watched(context);
  await prepare(opened.page);
  await opened.page.goto(address);
  await opened.page.getByLabel('Key').fill(key);
  await opened.page.getByRole('button', { name: 'Enter' }).click();
  await opened.page.getByRole('region', { name: 'Health' }).waitFor();
  return { context, ...opened };
}

const turnTo = (page, name) => page.getByRole('tab', { name, exact: true }).click();
const asks = path => daemon.asked.filter(({ what }) => what === path).length;
const pause = ms => new Promise(done => setTimeout(done, ms));

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    test(`a hold is told on every view, ${colorScheme}, ${width} wide`, async () => {
      hold();
      const { context, page, said } = await enter({ colorScheme, viewport: { width, height } });
      const notice = page.getByRole('region', { name: 'Adding is held' });
      for (const view of views) {
        await turnTo(page, view);
        await notice.getByText('985 more shows').waitFor();
        if (view === 'Plan') await page.getByRole('cell', { name: 'Severance' }).first().waitFor();
        assert.equal(await isTooWide(page), false, view);
        assert.equal(await notice.getByRole('button').count(), view === 'Plan' ? 0 : 1);
        await page.screenshot({ path: `${shots}/held-${view}-${width}-${colorScheme}.png` });
        assert.deepEqual(await flaws(page), [], view);
      }
      await page.getByRole('button', { name: 'Try a filter' }).click();
      await notice.getByRole('button', { name: 'Look at the plan' }).click();
      await page.getByRole('heading', { name: /would be added next, were adding not held/ })
        .waitFor();
      assert.deepEqual(said, []);
      await context.close();
      letGo();
    });
  }
}

test('while adding is held the status does not say that all is well', async () => {
  hold();
  const { context, page } = await enter();
  await page.getByRole('heading', { name: 'Held: 985 shows wait for you' }).waitFor();
  await page.getByText('it adds nothing while adding is held').waitFor();
  assert.equal(await page.getByRole('heading', { name: 'idle' }).count(), 0);
  assert.equal(await page.getByText('All works').count(), 0);
  assert.equal(await page.locator('.reach').textContent(), 'adding is held');
  await context.close();
  letGo();
});

test('nothing is added past a hold but by a button that says so, and a second one', async () => {
  hold();
  const { context, page } = await enter();
  await turnTo(page, 'Plan');
  const before = asks('POST /api/v1/plan/apply');
  const button = page.getByRole('button', { name: 'Add these 1 although 985 are held…' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Adding is held' });
  await dialog.getByText('985 more shows').waitFor();
  await dialog.getByText('ends the hold').waitFor();
  await page.screenshot({ path: `${shots}/held-question-1440-light.png` });
  assert.deepEqual(await flaws(page), []);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(asks('POST /api/v1/plan/apply'), before);

  await button.click();
  await dialog.getByRole('button', { name: 'Add 1 and end the hold' }).click();
  await page.getByRole('status').filter({ hasText: 'added' }).waitFor();
  assert.equal(asks('POST /api/v1/plan/apply'), before + 1);
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/plan/apply');
  assert.equal(JSON.parse(body).held_shows, 985);
  await context.close();
  letGo();
});

test('a plan is asked for again when a cycle is over, not at each of its adds', async () => {
  const { context, page } = await enter();
  await turnTo(page, 'Plan');
  await page.getByRole('cell', { name: 'Severance' }).first().waitFor();
  const before = asks('GET /api/v1/plan');
  const add = { show_id: 1, tvdb_id: 1, title: 'One', route: {} };
  daemon.tell('cycle', { cycle: { id: 9, kind: 'incremental', began: now } });
  for (let at = 0; at < 40; ++at) {
    daemon.tell('added', { add, fate: 'added' });
    await pause(40);
  }
  await pause(600);
  assert.equal(asks('GET /api/v1/plan'), before);
  daemon.tell('cycle', { cycle: { id: 9, kind: 'incremental', began: now, ended: now } });
  await pause(900);
  assert.equal(asks('GET /api/v1/plan'), before + 1);
  await context.close();
});

test('one plan is asked for at a time, and the last answer is the one that is shown', async () => {
  const { context, page } = await enter();
  let [open, most, number] = [0, 0, 0];
  daemon.says['/api/v1/plan'] = async usual => {
    const mine = ++number;
    most = Math.max(most, ++open);
    await pause(700);
    --open;
    return { ...usual, adds: [{ ...usual.adds[0], title: `Answer ${mine}` }] };
  };
  await turnTo(page, 'Plan');
  for (let at = 0; at < 3; ++at) {
    daemon.tell('judged', { changed: 1 });
    await pause(300);
  }
  await page.getByRole('cell', { name: 'Answer 2' }).waitFor();
  await pause(1200);
  assert.equal(most, 1);
  assert.ok(number <= 4);
  assert.equal(await page.getByRole('cell', { name: `Answer ${number}` }).count(), 1);
  await context.close();
  letGo();
});

test('times are told by the clock of the daemon, whatever that of the browser says', async () => {
  for (const hours of [-50, 0, 50]) {
    daemon.says['/api/v1/system/status'] = { now, running: null, next_run: '2026-01-31T12:12:00Z' };
    const { context, page } = await enter({}, page => page.addInitScript(`{
      const [real, start] = [Date.now.bind(Date), Date.now()];
      const began = Date.parse('${now}') + ${hours} * 3_600_000;
      const shifted = () => began + real() - start;
      globalThis.Date = class extends Date {
        constructor(...given) { given.length ? super(...given) : super(shifted()); }
        static now() { return shifted(); }
      };
    }`));
    await page.getByText(/Next cycle in 2 h/).waitFor();
    await context.close();
    letGo();
  }
});

test('a daemon that is gone looks so, is tried again, and is live when it is back', async () => {
  const mortal = await standIn();
  const { context, page } = await enter({ address: mortal.address });
  await page.getByText('All works').waitFor();
  mortal.close();
  const gone = page.getByRole('alert', { name: 'Sievarr does not answer' });
  await gone.getByText(/does not answer since \d\d:\d\d/).waitFor();
  await gone.getByText(/as of \d\d:\d\d/).waitFor();
  await page.screenshot({ path: `${shots}/gone-Status-1440-light.png` });
  assert.deepEqual(await flaws(page), []);
  for (const lie of ['All works', 'idle', '✓'])
    assert.equal(await page.locator('main').getByText(lie, { exact: true }).count(), 0, lie);
  await page.getByRole('heading', { name: /Gone since/ }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run a cycle now' }).isDisabled());
  assert.equal(await page.getByText('Failed to fetch').count(), 0);
  for (const view of views) {
    await turnTo(page, view);
    assert.ok(await gone.isVisible(), view);
    assert.equal(await page.locator('#view button:enabled').count(), 0, view);
  }
  await gone.getByRole('button', { name: 'Try now' }).click();
  assert.ok(await gone.isVisible());

  const back = await standIn({ port: mortal.port });
  await turnTo(page, 'Status');
  await gone.waitFor({ state: 'detached', timeout: 30_000 });
  await page.getByText('All works').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run a cycle now' }).isEnabled());
  await pause(500);
  back.tell('trouble', { where: 'TVMaze', words: 'nobody answers' });
  await page.getByText('TVMaze: nobody answers').waitFor();
  await context.close();
  back.close();
});

test('a daemon that takes questions and answers none is gone as well', async () => {
  const { context, page } = await enter();
  await page.getByText('All works').waitFor();
  daemon.says['/api/v1/system/status'] = () => new Promise(() => {});
  daemon.tell('judged', { changed: 1 });
  const gone = page.getByRole('alert', { name: 'Sievarr does not answer' });
  await gone.waitFor({ timeout: 30_000 });
  assert.equal(await page.getByText('All works').count(), 0);
  letGo();
  await gone.getByRole('button', { name: 'Try now' }).click();
  await gone.waitFor({ state: 'detached' });
  await page.getByText('All works').waitFor();
  await context.close();
});

test('whoever is no longer known is asked for the key, not told that the daemon is gone',
  async () => {
    const { context, page } = await enter();
    await context.clearCookies();
    daemon.tell('judged', { changed: 1 });
    await page.getByRole('heading', { name: 'Sievarr runs here' }).waitFor();
    assert.equal(await page.getByRole('alert', { name: 'Sievarr does not answer' }).count(), 0);
    await context.close();
  });

for (const [width, height, colorScheme] of [[1440, 900, 'dark'], [390, 844, 'light']]) {
  test(`a program that was killed is gone in its page, ${width} wide`, async () => {
    const served = await demo({ shows: 300 });
    const { context, page } = await enter({ address: served.address, key: served.key, colorScheme,
      viewport: { width, height } });
    await page.getByRole('region', { name: 'Last cycle' }).getByText('shows stored')
      .waitFor({ timeout: 60_000 });
    await turnTo(page, 'Shows');
    await page.getByRole('row').nth(3).waitFor();
    await served.kill();
    await page.getByRole('alert', { name: 'Sievarr does not answer' })
      .getByText(/does not answer since/).waitFor();
    assert.equal(await isTooWide(page), false);
    await page.screenshot({ path: `${shots}/gone-Shows-${width}-${colorScheme}.png` });
    assert.deepEqual(await flaws(page), []);
    await turnTo(page, 'Status');
    await page.screenshot({ path: `${shots}/gone-Status-${width}-${colorScheme}.png` });
    assert.equal(await page.getByText('All works').count(), 0);
    await context.close();
    await served.close();
  });
}
