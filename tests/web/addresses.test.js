// Every place of the page has an address: it is opened, changed, loaded again and left by Back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { standIn } from './support/daemon.js';
import { signIn } from './support/inside.js';
import { launch, serve, settled, shots, until, watched, write } from './support/site.js';
import { moduleOf } from './support/typescript.js';

const { addressOf, textOf } = await moduleOf('format/address.ts');
const { pages } = await moduleOf('../.cache/pages.ts');
let daemon, site, browser;

before(async () => {
  [daemon, site, browser] = await Promise.all([standIn(), serve(), launch()]);
});

after(async () => {
  await browser?.close();
  daemon?.close();
  site?.close();
});

const enter = (path = '') => signIn(browser, { address: daemon.address, path });

const here = page => page.url().slice(daemon.address.length - 1);
const isAt = (page, path) => until(page, wanted => location.pathname + location.search === wanted,
  path);

test('an address is written as it is read', () => {
  for (const text of ['/', '/review', '/review?sort=rating', '/catalogue?search=a+b&item=tvmaze:7',
    '/filter/shows?verdict=add,review&sort=title'])
    assert.equal(textOf(addressOf(text)), text);
  assert.equal(addressOf('/review/').path, '/review');
  for (const text of ['', 'review', '1.abc', '#/review']) assert.equal(addressOf(text), null);
});

test('whoever is not signed in signs in at the address that was opened, with the field in focus',
  async () => {
    const context = await browser.newContext();
    const { page, said } = await watched(context);
    await page.goto(`${daemon.address}review?item=tvmaze:44933`);
    await page.getByRole('heading', { name: 'Sievarr runs here' }).waitFor();
    await page.keyboard.type('open sesame');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Why', exact: true }).waitFor();
    assert.equal(here(page), '/review?item=tvmaze:44933');
    await page.goto(`${daemon.address}login`);
    await isAt(page, '/');
    assert.deepEqual(said, []);
    await context.close();
  });

test('each address that the page has is opened, loaded again, and left and reached by Back',
  async () => {
    const { context, page, said } = await enter();
    await page.getByRole('link', { name: 'Home', exact: true }).waitFor();
    const seen = new Set();
    for (const { path } of pages.filter(each => !/[{]|^\/(login|setup)/.test(each.path))) {
      await page.goto(daemon.address + path.slice(1));
      await page.locator('main').first().waitFor();
      if (await page.getByRole('heading', { name: 'There is nothing here' }).count() > 0) continue;
      assert.equal(here(page), path);
      const title = await page.title();
      assert.ok(path === '/' || !seen.has(title), `${path}: ${title} is taken`);
      seen.add(title);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, path);
      await page.reload();
      await page.locator('main').first().waitFor();
      assert.equal(await page.title(), title);
      await page.getByRole('link', { name: path === '/' ? 'Review' : 'Home' }).first().click();
      await isAt(page, path === '/' ? '/review' : '/');
      await page.goBack();
      await isAt(page, path);
      await until(page, wanted => document.title === wanted, title);
    }
    assert.ok(seen.size >= 12, [...seen].join('\n'));
    assert.deepEqual(said, []);
    await context.close();
  });

test('an address without a view says so and leads home; an area leads to its first view',
  async () => {
    const { context, page } = await enter('no/such/place');
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await page.screenshot({ path: `${shots}/nowhere-1440-light.png` });
    await page.getByRole('main').getByRole('link', { name: 'Home' }).click();
    await isAt(page, '/');
    await page.goto(`${daemon.address}settings`);
    await isAt(page, '/settings/config');
    await context.close();
  });

test('what is tried in the filter is in the address: view, list, sorting, show', async () => {
  const { context, page, said } = await enter('filter/shows?verdict=add&sort=title');
  await settled(page);
  await page.getByRole('grid').getByRole('row').nth(2).waitFor();
  assert.equal(await page.getByRole('group', { name: 'Verdicts shown' })
    .getByRole('button', { name: /^\W*add/ })
    .getAttribute('aria-pressed'), 'true');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  await until(page, () => location.search.includes('item=tvmaze'));
  const address = here(page);
  await page.reload();
  await page.getByRole('region', { name: 'Why', exact: true }).waitFor();
  assert.equal(here(page), address);
  await page.getByRole('tab', { name: 'Funnel' }).click();
  await until(page, () => location.pathname === '/filter/funnel');
  await page.goBack();
  await until(page, () => location.pathname === '/filter/shows');
  assert.equal(await page.getByRole('tab', { name: 'Shows' }).getAttribute('aria-selected'),
    'true');
  assert.deepEqual(said, []);
  await context.close();
});

test('the files of the page have addresses behind the #, and Back leads from view to view',
  async () => {
    const context = await browser.newContext();
    const { page, said } = await watched(context);
    await page.goto(site.address);
    await settled(page);
    await page.getByRole('tab', { name: 'Shows' }).click();
    await until(page, () => location.hash === '#/filter/shows');
    await page.getByRole('tab', { name: 'Charts' }).click();
    await page.goBack();
    await until(page, () => location.hash === '#/filter/shows');
    await page.reload();
    await settled(page);
    assert.equal(await page.getByRole('tab', { name: 'Shows' }).getAttribute('aria-selected'),
      'true');
    assert.deepEqual(said, []);
    await context.close();
  });

test('a config is only ever behind the #, also where a daemon serves the page', async () => {
  const { context, page } = await enter('filter/changes');
  await settled(page);
  await write(page, 'selections:\n  - name: mine\n    rating: {min: 8}\n');
  await page.getByRole('button', { name: 'Share' }).click();
  await until(page, () => document.querySelector('dialog input').value.includes('#1.'));
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  assert.ok(link.startsWith(`${daemon.address}filter/changes#1.`), link);
  daemon.asked.length = 0;
  await page.goto('about:blank');
  await page.goto(link);
  await settled(page);
  await page.getByText('name: mine').first().waitFor();
  assert.ok(daemon.asked.every(({ what }) => !what.includes('1.')));
  await context.close();
});
