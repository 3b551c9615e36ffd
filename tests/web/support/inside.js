// Ways inside the page of a daemon, as a person goes them.
import { watched } from './site.js';

/** Signs in at an address of a daemon's page. */
export async function signIn(browser, { address, key = 'open sesame', path = '', ...options },
                             prepare = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const opened = await watched(context);
  await prepare(opened.page);
  await opened.page.goto(address + path);
  await opened.page.getByLabel('Key').fill(key);
  await opened.page.getByRole('button', { name: 'Sign in' }).click();
  await opened.page.getByRole('navigation', { name: /^(Areas|Places)$/ }).locator('visible=true')
    .first().waitFor();
  return { context, ...opened };
}

/** Goes to a view by its name, such as `Review` or `Settings: About`, over the search. */
export async function turnTo(page, name) {
  await page.getByRole('button', { name: 'Find a show, a setting, a page' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find' });
  await dialog.getByRole('combobox').fill(name);
  await dialog.getByRole('option', { name }).first().click();
  await dialog.waitFor({ state: 'detached' });
}
