import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page as it stands. */
export async function flaws(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async () => {
    const found = await window.axe.run(document, {
      resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    // It takes all that stands in a disabled fieldset for disabled; the browser says how it is.
    const scrolls = ({ target: [selector] }) => {
      const before = document.activeElement;
      const box = document.querySelector(selector);
      box?.focus({ preventScroll: true });
      const is = document.activeElement === box;
      before?.focus?.({ preventScroll: true });
      return is;
    };
    for (const each of found.violations)
      if (each.id === 'scrollable-region-focusable')
        each.nodes = each.nodes.filter(node => !scrolls(node));
    return { violations: found.violations.filter(each => each.nodes.length > 0) };
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
}
