// The page as a daemon serves it: how it stands, what it plans, what waits for a person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { configOf, launch, settled, shots, watched } from './support/site.js';

let daemon, browser, page, said, asked;

before(async () => {
  daemon = await standIn();
  browser = await launch();
  ({ page, said, asked } = await watched(
    await browser.newContext({ viewport: { width: 1440, height: 900 } })));
  await page.goto(daemon.address);
});

after(async () => {
  await browser?.close();
  daemon?.close();
});

const turnTo = name => page.getByRole('tab', { name }).click();

async function look(name) {
  await page.screenshot({ path: `${shots}/daemon-${name}-1440-light.png` });
  assert.deepEqual(await flaws(page), [], name);
}

test('nothing is asked before a key is given, and a wrong one is told', async () => {
  await page.getByRole('heading', { name: 'Sievarr runs here' }).waitFor();
  await look('login');
  assert.deepEqual(daemon.asked, []);
  await page.getByLabel('Key').fill('wrong');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByText('this is not the key').waitFor();
  said.length = 0;  // The browser itself tells of a 401.
  await page.getByLabel('Key').fill('open sesame');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { name: 'idle' }).waitFor();
});

test('its state is shown and follows what happens', async () => {
  await page.getByRole('region', { name: 'Shows' }).getByText('80,000').waitFor();
  await look('status');
  await page.getByRole('button', { name: 'Run a cycle now' }).click();
  daemon.tell('advance', { advance: { cycle: 8, kind: 'full', step: 'gathering', done: 120,
    all: 360, added: 4, troubles: 0, began: '2026-01-31T10:30:00Z' } });
  await page.getByText('full cycle 8: gathering 120 of 360, 4 added').waitFor();
  await page.getByRole('progressbar').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run a cycle now' }).isDisabled());
  daemon.tell('trouble', { where: 'TVMaze', words: 'nobody answers' });
  await page.getByText('TVMaze: nobody answers').waitFor();
  assert.ok(daemon.asked.some(({ what }) => what === 'POST /api/v1/cycles'));
});

test('what it plans can be carried out as it was seen', async () => {
  await turnTo('Plan');
  await page.getByRole('cell', { name: 'Severance' }).first().waitFor();
  await look('plan');
  await page.getByRole('button', { name: 'Add these 1 now' }).click();
  await page.getByRole('status').filter({ hasText: 'added' }).waitFor();
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/plan/apply');
  assert.equal(JSON.parse(body).adds[0].title, 'Severance');
});

test('a person decides about what waits', async () => {
  await turnTo('Review');
  await page.getByRole('checkbox', { name: 'Severance' }).check();
  await look('review');
  await page.getByRole('button', { name: 'Approve 1' }).click();
  await page.getByRole('button', { name: 'Approve 0' }).waitFor();
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/review/approve');
  assert.deepEqual(JSON.parse(body), { shows: [44933] });
});

test('what was sent and every cycle can be read', async () => {
  await turnTo('Journal');
  await page.getByRole('cell', { name: 'Severance' }).first().waitFor();
  await look('journal');
});

test('other filters are tried on its shows, against what is running', async () => {
  await turnTo('Config');
  await page.getByRole('region', { name: 'The config as YAML' }).getByText('min: 7.5').waitFor();
  await look('config');
  await page.getByRole('button', { name: 'Try changes on this catalogue' }).click();
  await settled(page);
  await page.locator('header', { hasText: 'the daemon 40 shows' }).waitFor();
  assert.match(await configOf(page), /min: 7\.5/);
  await page.getByText('against what is running').waitFor();
  // The keys that the browser cannot know are nobody's mistake.
  assert.equal(await page.getByRole('list', { name: 'Problems' }).count(), 0);
  await page.getByRole('button', { name: 'Daemon', exact: true }).click();
  await page.getByRole('tab', { name: 'Status' }).waitFor();
});

test('whoever leaves has to give the key again', async () => {
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: 'Sievarr runs here' }).waitFor();
  assert.deepEqual(said, []);
  assert.deepEqual([...asked], [new URL(daemon.address).origin]);
});
