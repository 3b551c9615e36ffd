// What must never look well: adding that is held, and a daemon that is not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { demo } from './support/demo.js';
import { signIn, turnTo } from './support/inside.js';
import { isTooWide, launch, shots, until } from './support/site.js';

const views = ['/', '/catalogue', '/plan', '/review', '/activity/journal', '/activity/runs',
  '/settings/config', '/settings/instances', '/filter/changes'];
const named = path => path.slice(1).replace('/', '-') || 'home';
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
async function enter({ address = daemon.address, ...options } = {}, prepare = () => {}) {
  const opened = await signIn(browser, { address, ...options }, prepare);
  await opened.page.getByRole('region', { name: 'Health' }).waitFor();
  return opened;
}

/** A view is loaded, and the one before has gone. */
const isShown = (page, path) => until(page, wanted =>
  document.querySelector('[data-shown]')?.dataset.shown === wanted, path);

/** Goes to a view by its address, without loading the page again. */
const goTo = (page, path) => page.evaluate(to => {
  history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
}, path);
const asks = path => daemon.asked.filter(({ what }) => what === path).length;
const pause = ms => new Promise(done => setTimeout(done, ms));

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    test(`a hold is told on every view, ${colorScheme}, ${width} wide`, async () => {
      hold();
      const { context, page, said } = await enter({ colorScheme, viewport: { width, height } });
      const notice = page.getByRole('region', { name: 'Adding is held' });
      for (const view of views) {
        await goTo(page, view);
        await isShown(page, view);
        await notice.getByText('985 more shows').waitFor();
        for (const way of ['Take it back…', 'Let some pass…'])
          assert.ok(await notice.getByRole('button', { name: way }).isVisible(), view);
        assert.ok(await notice.getByRole('link', { name: 'Show the difference' }).isVisible());
        if (view === '/plan')
          await page.getByRole('gridcell', { name: 'Severance' }).first().waitFor();
        assert.equal(await isTooWide(page), false, view);
        await page.screenshot({ path: `${shots}/held-${named(view)}-${width}-${colorScheme}.png` });
        assert.deepEqual(await flaws(page), [], view);
      }
      await notice.getByRole('link', { name: 'Show the difference' }).click();
      await page.getByText(/would be added next, were adding not held/).waitFor();
      assert.deepEqual(said, []);
      await context.close();
      letGo();
    });
  }
}

test('while adding is held the page does not say that all is well', async () => {
  hold();
  const { context, page } = await enter();
  await page.getByRole('heading', { name: 'Held: 985 shows wait for you' }).waitFor();
  await page.getByText('it adds nothing while adding is held').waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Idle' }).count(), 0);
  assert.equal(await page.getByText('All works').count(), 0);
  assert.match(await page.locator('.reach').textContent(), /adding is held: 985/);
  await context.close();
  letGo();
});

test('nothing is added past a hold but by a button that says so, and a second one', async () => {
  hold();
  const { context, page } = await enter();
  await turnTo(page, 'Plan');
  await page.getByRole('gridcell', { name: 'Severance' }).first().waitFor();
  const before = asks('POST /api/v1/plan/apply');
  assert.equal(await page.getByRole('button', { name: /^Add \d/ }).count(), 0);
  const button = page.getByRole('button', { name: 'Let some pass…' });
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
  await page.getByRole('status', { name: 'What was done' }).getByText('added').waitFor();
  assert.equal(asks('POST /api/v1/plan/apply'), before + 1);
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/plan/apply');
  assert.equal(JSON.parse(body).held_shows, 985);
  await context.close();
  letGo();
});

test('a hold is taken back by the config of before, which is read from the page', async () => {
  hold();
  const { context, page } = await enter();
  await page.getByRole('button', { name: 'Take it back…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take the change back' });
  const before = asks('POST /api/v1/config/reload');
  letGo();
  await dialog.getByRole('button', { name: 'I have: read the file again' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(asks('POST /api/v1/config/reload'), before + 1);
  await page.getByRole('region', { name: 'Adding is held' }).waitFor({ state: 'detached' });
  await context.close();
});

test('a dry run and a pause are told on every view', async () => {
  daemon.says['/api/v1/system/status'] = { now, running: null, dry_run: true,
    jobs: { catalogue: { paused: true }, 'health:main': { paused: false } } };
  const { context, page } = await enter();
  for (const view of views) {
    await goTo(page, view);
    await page.getByRole('region', { name: 'Dry run' }).waitFor();
    await page.getByRole('region', { name: 'Paused' }).getByText('catalogue').waitFor();
  }
  await context.close();
  letGo();
});

test('a plan is asked for again when a cycle is over, not at each of its adds', async () => {
  const { context, page } = await enter();
  await turnTo(page, 'Plan');
  await page.getByRole('gridcell', { name: 'Severance' }).first().waitFor();
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
  await page.getByRole('gridcell', { name: 'Answer 2' }).waitFor();
  await pause(1200);
  assert.equal(most, 1);
  assert.ok(number <= 4);
  assert.equal(await page.getByRole('gridcell', { name: `Answer ${number}` }).count(), 1);
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
  // The code of all views is fetched while there is somebody to fetch it from.
  await until(page, () => performance.getEntriesByType('resource')
    .some(({ name }) => /InstancesPage/.test(name)));
  mortal.close();
  const gone = page.getByRole('alert', { name: 'Sievarr does not answer' });
  await gone.getByText(/does not answer since \d\d:\d\d/).waitFor();
  await gone.getByText(/as of \d\d:\d\d/).waitFor();
  await page.screenshot({ path: `${shots}/gone-home-1440-light.png` });
  assert.deepEqual(await flaws(page), []);
  for (const lie of ['All works', 'Idle'])
    assert.equal(await page.locator('main').getByText(lie, { exact: true }).count(), 0, lie);
  assert.equal(await page.getByRole('region', { name: 'Health' }).getByText('✓').count(), 0);
  await page.getByRole('heading', { name: /Gone since/ }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run a cycle now' }).isDisabled());
  assert.equal(await page.getByText('Failed to fetch').count(), 0);
  for (const view of views.filter(each => !each.startsWith('/filter'))) {
    await goTo(page, view);
    await isShown(page, view);
    assert.ok(await gone.isVisible(), view);
    assert.equal(await page.locator('main .view button:enabled').count(), 0, view);
  }
  await gone.getByRole('button', { name: 'Try now' }).click();
  assert.ok(await gone.isVisible());

  const back = await standIn({ port: mortal.port });
  await goTo(page, '/');
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
    await page.getByRole('region', { name: 'Now' }).getByText('shows stored')
      .waitFor({ timeout: 60_000 });
    await goTo(page, '/catalogue');
    await page.getByRole('row').nth(3).waitFor();
    await served.kill();
    await page.getByRole('alert', { name: 'Sievarr does not answer' })
      .getByText(/does not answer since/).waitFor();
    assert.equal(await isTooWide(page), false);
    await page.screenshot({ path: `${shots}/gone-catalogue-${width}-${colorScheme}.png` });
    assert.deepEqual(await flaws(page), []);
    await goTo(page, '/');
    await page.getByRole('heading', { name: /^Gone since/ }).waitFor();
    await page.screenshot({ path: `${shots}/gone-home-${width}-${colorScheme}.png` });
    assert.equal(await page.getByText('All works').count(), 0);
    await context.close();
    await served.close();
  });
}
