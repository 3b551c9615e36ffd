// The page as a daemon serves it: how it stands, what it plans, what waits for a person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { turnTo as turn } from './support/inside.js';
import { configOf, launch, settled, shots, until, watched } from './support/site.js';

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

const turnTo = name => turn(page, name);

async function look(name) {
  await page.screenshot({ path: `${shots}/daemon-${name}-1440-light.png` });
  assert.deepEqual(await flaws(page), [], name);
}

test('nothing is asked before a key is given, and a wrong one is told', async () => {
  await page.getByRole('heading', { name: 'Sievarr runs here' }).waitFor();
  await look('login');
  assert.deepEqual(daemon.asked.map(({ what }) => what), ['GET /api/v1/access/mode']);
  await page.getByLabel('Key').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('this is not the key').waitFor();
  said.length = 0;  // The browser itself tells of a 401.
  await page.getByLabel('Key').fill('open sesame');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: /Good (night|morning|afternoon|evening)/ }).waitFor();
});

test('its state is shown and follows what happens', async () => {
  await page.getByRole('region', { name: 'Shows' }).getByText('80,000').waitFor();
  await look('status');
  await page.getByRole('button', { name: 'Run a cycle now' }).click();
  daemon.tell('advance', { advance: { cycle: 8, kind: 'full', step: 'gathering', done: 120,
    all: 360, added: 4, troubles: 0, began: '2026-01-31T10:30:00Z' } });
  await page.getByRole('heading', { name: 'A full cycle runs' }).waitFor();
  await page.getByText('Cycle 8: gathering 120 of 360, 4 added').waitFor();
  await page.getByRole('progressbar').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run a cycle now' }).isDisabled());
  daemon.tell('trouble', { where: 'TVMaze', words: 'nobody answers' });
  await page.getByText('TVMaze: nobody answers').waitFor();
  assert.ok(daemon.asked.some(({ what }) => what === 'POST /api/v1/cycles'));
});

test('what it plans can be carried out as it was seen', async () => {
  await turnTo('Plan');
  await page.getByRole('gridcell', { name: 'Severance' }).first().waitFor();
  await look('plan');
  await page.getByRole('button', { name: 'Add 1 now' }).click();
  await page.getByRole('status', { name: 'What was done' }).getByText('added').waitFor();
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/plan/apply');
  assert.equal(JSON.parse(body).adds[0].title, 'Severance');
});

test('a person decides about what waits, and takes it back', async () => {
  await turnTo('Review');
  const card = page.getByRole('article', { name: 'Severance' });
  await card.waitFor();
  await look('review');
  await card.getByRole('button', { name: 'Approve' }).click();
  const said = page.getByRole('status', { name: 'What was done' });
  await said.getByText('Approved “Severance”.').waitFor();
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/review/approve');
  assert.deepEqual(JSON.parse(body), { shows: [44933] });
  await said.getByRole('button', { name: 'Undo' }).click();
  await said.getByText('“Severance” is as before.').waitFor();
  assert.ok(daemon.asked.some(({ what }) => what === 'POST /api/v1/review/undo'));
});

test('what was sent and every cycle can be read', async () => {
  await turnTo('Activity: Journal');
  await page.getByRole('gridcell', { name: /added "Severance" to sonarr/ }).first().waitFor();
  await look('journal');
  await page.getByRole('button', { name: 'decisions' }).click();
  await until(page, () => location.search === '?kind=decision');
  await page.getByRole('gridcell', { name: /added "Severance" to sonarr/ }).first().click();
  await until(page, () => location.search.includes('item='));
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('grid', { name: 'Cycles' }).getByRole('row').nth(1).click();
  await page.getByRole('region', { name: 'Run', exact: true }).getByText('requests to TVMaze')
    .waitFor();
  await until(page, () => location.search.startsWith('?item=run:'));
  await look('runs');
});

test('other filters are tried on its shows, against what is running', async () => {
  await turnTo('Settings: Config');
  await page.getByRole('region', { name: 'The config as YAML' }).getByText('min: 7.5').waitFor();
  await look('config');
  await page.getByRole('link', { name: 'Try changes on this catalogue' }).click();
  await settled(page);
  await page.locator('header', { hasText: 'the daemon 40 shows' }).waitFor();
  assert.match(await configOf(page), /min: 7\.5/);
  await page.getByText('against what is running').waitFor();
  // The keys that the browser cannot know are nobody's mistake.
  assert.equal(await page.getByRole('list', { name: 'Problems' }).count(), 0);
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('region', { name: 'Now' }).waitFor();
});

test('whoever signs out has to give the key again', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sievarr runs here' }).waitFor();
  assert.deepEqual(said, []);
  assert.deepEqual([...asked], [new URL(daemon.address).origin]);
});
