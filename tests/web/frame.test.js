// The frame: rail, phone bar, search over everything, drawer, table, and what a view may do to it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { signIn, turnTo } from './support/inside.js';
import { isTooWide, launch, shots, site, until } from './support/site.js';

const many = 3000;
let daemon, browser;

before(async () => {
  [daemon, browser] = await Promise.all([standIn(), launch()]);
  daemon.says['/api/v1/shows'] = listed;
});

after(async () => {
  await browser?.close();
  daemon?.close();
});

const enter = (path = '', options = {}) =>
  signIn(browser, { address: daemon.address, path, ...options });
const search = page => page.evaluate(() => location.search);

/** Pages of a catalogue, as the daemon gives them. */
function listed(usual, query) {
  const [line] = usual.shows;
  const begin = Number(query.get('after') ?? 0);
  const end = Math.min(many, begin + Number(query.get('limit')));
  const down = query.get('sort') === 'title' && query.get('direction') === 'descending';
  if (query.get('search') === 'zzzz') return { shows: [], total: 0 };
  return {
    shows: Array.from({ length: end - begin }, (_, at) => {
      const number = down ? many - begin - at : begin + at + 1;
      return { ...line, id: number, title: `Show ${String(number).padStart(4, '0')}`,
        processing_status: 'filtered', category: 'rating', genres: ['Drama'], rating: 7.1 };
    }),
    total: many, ...(end < many && { next: String(end) }) };
}

test('the rail is folded by a button and stays so, and names its icons where it is narrow',
  async () => {
    const { context, page, said } = await enter();
    const rail = page.getByRole('navigation', { name: 'Areas' });
    const width = async () => Math.round((await rail.boundingBox()).width);
    assert.equal(await width(), 196);
    await rail.getByRole('button', { name: 'Show only icons' }).click();
    assert.equal(await width(), 56);
    await page.reload();
    await rail.waitFor();
    assert.equal(await width(), 56);
    await rail.getByRole('link', { name: 'Catalogue' }).focus();
    await page.screenshot({ path: `${shots}/rail-narrow.png` });
    assert.deepEqual(await flaws(page), []);
    await rail.getByRole('button', { name: 'Show the names of the areas' }).click();
    assert.equal(await width(), 196);
    await page.setViewportSize({ width: 1024, height: 768 });
    assert.deepEqual(said, []);
    await context.close();
  });

test('at 1024 the rail has icons only, and on a phone a bar has the places', async () => {
  const { context, page } = await enter('', { viewport: { width: 1024, height: 768 } });
  const rail = page.getByRole('navigation', { name: 'Areas' });
  assert.equal(Math.round((await rail.boundingBox()).width), 56);
  await context.close();

  const phone = await enter('', { viewport: { width: 390, height: 844 } });
  const bar = phone.page.getByRole('navigation', { name: 'Places' });
  await bar.getByRole('button', { name: 'Discover' }).click();
  await phone.page.getByRole('dialog', { name: 'Discover' }).getByRole('link', { name: 'Plan' })
    .click();
  await until(phone.page, () => location.pathname === '/plan');
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: 'More' }).click();
  assert.deepEqual(await flaws(phone.page), []);
  await phone.page.screenshot({ path: `${shots}/phone-more.png` });
  await phone.page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: /About/ })
    .click();
  await until(phone.page, () => location.pathname === '/settings/about');
  assert.equal(await isTooWide(phone.page), false);
  await phone.context.close();
});

test('a page, a show and a setting are found in two keys and a word', async () => {
  const { context, page, said } = await enter();
  const find = async words => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
  };
  await find('journ');
  await page.keyboard.press('Enter');
  await until(page, () => location.pathname === '/activity/journal');
  await find('Show 0');
  await page.getByRole('option', { name: 'Show 0001' }).click();
  await until(page, () => location.search.includes('item=tvmaze%3A1') ||
    location.search.includes('item=tvmaze:1'));
  await page.getByRole('region', { name: 'Why', exact: true }).waitFor();
  await find('root_folder');
  await page.getByRole('option', { name: /^sonarr.root_folder/ }).click();
  await page.locator('.cm-activeLine', { hasText: 'root_folder: /tv' }).waitFor();
  await find('qqqq');
  await page.getByText('Nothing is called that.').waitFor();
  await page.screenshot({ path: `${shots}/find-nothing.png` });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Find' }).waitFor({ state: 'detached' });
  assert.deepEqual(said, []);
  await context.close();
});

test('a show opens beside its list, which keeps its place and what is ticked', async () => {
  const { context, page, said } = await enter('catalogue');
  const grid = page.getByRole('grid', { name: 'Shows' });
  await page.getByRole('checkbox', { name: 'Show 0002' }).check();
  await grid.evaluate(box => { box.scrollTop = 32 * 1500; });
  await grid.getByText('Show 1510').waitFor();
  const place = await grid.evaluate(box => box.scrollTop);
  await grid.getByText('Show 1510').click();
  await page.getByRole('region', { name: 'Why', exact: true }).waitFor();
  assert.equal(await search(page), '?item=tvmaze:1510');
  assert.equal(await grid.evaluate(box => box.scrollTop), place);
  await page.keyboard.press('ArrowDown');
  await until(page, () => location.search === '?item=tvmaze:1511');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Why', exact: true }).waitFor({ state: 'detached' });
  assert.equal(await search(page), '');
  assert.ok(Math.abs(await grid.evaluate(box => box.scrollTop) - place) <= 32);
  await page.getByText('1 chosen').waitFor();
  await page.getByRole('button', { name: 'Skip 1' }).click();
  await page.getByRole('status', { name: 'What was done' }).getByText('Skipped “Show 0002”.')
    .waitFor();
  const { body } = daemon.asked.findLast(({ what }) => what === 'POST /api/v1/skip');
  assert.deepEqual(JSON.parse(body), { shows: [2] });
  assert.deepEqual(said, []);
  await context.close();
});

test('a range is ticked with shift, and each action says how many it is for', async () => {
  const { context, page } = await enter('catalogue');
  await page.getByRole('checkbox', { name: 'Show 0003' }).check();
  await page.getByRole('checkbox', { name: 'Show 0009' }).click({ modifiers: ['Shift'] });
  await page.getByText('7 chosen').waitFor();
  await page.getByRole('button', { name: 'Skip 7' }).waitFor();
  await page.getByRole('button', { name: 'Choose none' }).click();
  await page.getByText('7 chosen').waitFor({ state: 'detached' });
  await context.close();
});

test('order, search and columns are in the address; views are kept by the browser', async () => {
  const { context, page, said } = await enter('catalogue');
  const grid = page.getByRole('grid', { name: 'Shows' });
  await grid.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await grid.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await until(page, () => location.search === '?sort=title&direction=descending');
  await grid.getByText('Show 3000').waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Network' }).uncheck();
  await page.getByRole('checkbox', { name: 'Minutes' }).check();
  await grid.getByRole('columnheader', { name: 'Minutes' }).waitFor();
  assert.equal(await grid.getByRole('columnheader', { name: 'Network' }).count(), 0);
  await page.getByRole('radio', { name: 'dense' }).check();
  await until(page, () => document.querySelector('[role="grid"]').dataset.density === 'dense');
  assert.deepEqual(await flaws(page), []);
  await page.screenshot({ path: `${shots}/table-columns.png` });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('short ones');
  await page.keyboard.press('Enter');
  const address = await search(page);
  await page.goto(`${daemon.address}catalogue`);
  await grid.getByText('Show 0001').waitFor();
  assert.equal(await grid.getAttribute('data-density'), 'dense');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('link', { name: 'short ones' }).click();
  await grid.getByText('Show 3000').waitFor();
  assert.equal(await search(page), address);
  await page.reload();
  await grid.getByRole('columnheader', { name: 'Minutes' }).waitFor();
  assert.deepEqual(said, []);
  await context.close();
});

test('what is shown is saved as CSV, all of it, and no cell is a formula', async () => {
  const { context, page } = await enter('catalogue?columns=title,rating');
  daemon.says['/api/v1/shows'] = (usual, query) => {
    const page = listed(usual, query);
    if (page.shows[0]?.id === 1) page.shows[0].title = '=1+1, "so"';
    return page;
  };
  await page.reload();
  await page.getByRole('grid', { name: 'Shows' }).getByText('Show 0002').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click()]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  assert.deepEqual(lines.slice(0, 3), ['Title,Rating', `"'=1+1, ""so""",7.1`, 'Show 0002,7.1']);
  assert.equal(lines.length, many + 1);
  daemon.says['/api/v1/shows'] = listed;
  await context.close();
});

test('an empty list says what it is, why it is empty, and what to do', async () => {
  const { context, page } = await enter('catalogue?search=zzzz');
  await page.getByRole('heading', { name: 'No show fits “zzzz”' }).waitFor();
  await page.screenshot({ path: `${shots}/empty-catalogue.png` });
  await page.getByRole('button', { name: /^Show all/ }).click();
  await page.getByRole('grid', { name: 'Shows' }).getByText('Show 0001').waitFor();
  daemon.says['/api/v1/review'] = { shows: [], total: 0 };
  await turnTo(page, 'Review');
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  await page.getByRole('link', { name: 'What is added next' }).waitFor();
  daemon.says['/api/v1/plan'] = { adds: [], waiting: [], refused: [] };
  await turnTo(page, 'Plan');
  await page.getByRole('heading', { name: 'Nothing is to be added' }).waitFor();
  for (const path of ['review', 'plan']) delete daemon.says[`/api/v1/${path}`];
  await context.close();
});

test('a view that breaks says what and leads back, and the others live on', async () => {
  const { context, page, said } = await enter();
  daemon.says['/api/v1/system/health'] = { problems: null };
  await turnTo(page, 'Settings: Config');
  const broken = page.getByRole('alert').filter({ hasText: 'This view broke' });
  await broken.waitFor();
  await page.screenshot({ path: `${shots}/broken-view.png` });
  assert.deepEqual(await flaws(page), []);
  await page.getByRole('link', { name: 'About' }).click();
  await page.getByText('Filter in force').waitFor();
  delete daemon.says['/api/v1/system/health'];
  await page.goBack();
  await page.getByRole('region', { name: 'The config as YAML' }).waitFor();
  assert.deepEqual(said, []);
  await context.close();
});

test('the plan stands by causes, however many wait, and none is left out', async () => {
  daemon.says['/api/v1/plan'] = usual => ({ ...usual, waiting: Array.from({ length: 900 },
    (_, at) => ({ show_id: at + 1, title: `Waiting ${at}`, cause: at < 40 ? 'review' : 'cap',
      words: at < 40 ? 'a person decides' : '8 adds are allowed within 6h' })) });
  const { context, page } = await enter('plan');
  const grid = page.getByRole('grid', { name: 'Plan' });
  await grid.getByRole('gridcell', { name: 'Severance' }).first().waitFor();
  await grid.getByRole('button', { name: /8 adds are allowed within 6h.*860/ }).click();
  await grid.evaluate(box => { box.scrollTop = box.scrollHeight; });
  await grid.getByText('Waiting 899').waitFor();
  delete daemon.says['/api/v1/plan'];
  await context.close();
});

test('many shows are approved over a sheet with its consequence', async () => {
  const { context, page } = await enter('review');
  const before = daemon.asked.filter(({ what }) => what === 'POST /api/v1/review/approve').length;
  await page.getByRole('button', { name: 'Approve 1…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Approve 1 show?' });
  await sheet.getByText('wait for their turn').waitFor();
  await page.screenshot({ path: `${shots}/approve-many.png` });
  await sheet.getByRole('button', { name: 'Approve 1' }).click();
  await sheet.waitFor({ state: 'detached' });
  assert.equal(daemon.asked.filter(({ what }) => what === 'POST /api/v1/review/approve').length,
    before + 1);
  await context.close();
});

test('the script of the frame with Home has at most 120 KB gzipped', async () => {
  const { context, page } = await enter();
  const names = await page.evaluate(() => performance.getEntriesByType('resource')
    .map(each => new URL(each.name).pathname).filter(name => name.endsWith('.js')));
  assert.ok(!names.some(name => /FilterPage/.test(name)), 'the filter is fetched when opened');
  const first = names.filter(name => !/[A-Z]\w+Page-/.test(name));
  const sizes = await Promise.all(first.map(async name =>
    gzipSync(await readFile(join(site, name)), { level: 9 }).length));
  const sum = sizes.reduce((all, each) => all + each, 0);
  console.log(`note: the frame with Home has ${sum} bytes of script compressed`);
  assert.ok(sum > 0 && sum <= 120 * 1024, String(sum));
  await context.close();
});
