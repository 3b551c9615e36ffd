// How a person signs in, by what the daemon asks for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { flaws } from './support/axe.js';
import { standIn } from './support/daemon.js';
import { launch, shots, watched } from './support/site.js';

let daemon, browser;

before(async () => {
  daemon = await standIn();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  daemon?.close();
});

/** A page that nobody is signed in to, of a daemon that asks in that way. */
async function come(mode) {
  daemon.says.mode = mode;
  daemon.asked.length = 0;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const opened = await watched(context);
  await opened.page.goto(daemon.address);
  return { context, ...opened };
}

const home = page =>
  page.getByRole('heading', { name: /Good (night|morning|afternoon|evening)/ }).waitFor();
const sent = () => JSON.parse(
  daemon.asked.findLast(({ what }) => what === 'POST /session').body);

test('with a password, name and password are asked for; the name is there already', async () => {
  const { context, page, said } = await come('password');
  await page.getByLabel('Password').waitFor();
  assert.equal(await page.getByLabel('Name').inputValue(), 'admin');
  await page.screenshot({ path: `${shots}/sign-in-password-1440-light.png` });
  assert.deepEqual(await flaws(page), []);
  await page.keyboard.type('open sesame');
  await page.keyboard.press('Enter');
  await home(page);
  assert.deepEqual(sent(), { name: 'admin', password: 'open sesame' });
  assert.deepEqual(said, []);
  await context.close();
});

test('a key goes where a password is asked for, too', async () => {
  const { context, page } = await come('password');
  await page.getByRole('button', { name: 'Use an API key instead' }).click();
  await page.getByLabel('Key').fill('open sesame');
  await page.keyboard.press('Enter');
  await home(page);
  assert.deepEqual(sent(), { key: 'open sesame' });
  await context.close();
});

test('where nobody is asked, or a proxy has asked, the page does not ask either', async () => {
  const { context, page, said } = await come('none');
  await home(page);
  assert.equal(daemon.asked.some(({ what }) => what === 'POST /session'), false);
  assert.deepEqual(said, []);
  await context.close();
});

test('who is refused although a proxy should have asked can sign in with a key', async () => {
  const { context, page } = await come('external');
  await page.getByLabel('Key').fill('open sesame');
  await page.keyboard.press('Enter');
  await home(page);
  assert.deepEqual(sent(), { key: 'open sesame' });
  await context.close();
});
