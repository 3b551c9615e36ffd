// The golden configs decide in the module, in Node and in Chromium, what they decide natively.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { Engine } from '../../wasm/web/src/engine/engine.js';
import { browse } from './browse.js';

const tests = new URL('..', import.meta.url);
const folder = new URL('data/config/golden/', tests);
const day = '2026-01-31';

/** The comments at the top of a golden config: "# with NAME=VALUE" and "# set PATH=VALUE". */
function environmentOf(text) {
  const environment = { variables: {}, arguments: [] };
  for (const line of text.split('\n')) {
    if (!line.startsWith('# ')) break;
    const [, kind, rest] = /^# (with|set) (.*)$/.exec(line) ?? [];
    const equals = rest?.indexOf('=');
    if (kind === 'with') environment.variables[rest.slice(0, equals)] = rest.slice(equals + 1);
    if (kind === 'set') environment.arguments.push(rest);
  }
  return environment;
}

async function cases() {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async name => {
    const text = await readFile(new URL(name, folder), 'utf8');
    return { name: name.replace('.yaml', ''), text, environment: environmentOf(text) };
  }));
}

/** One line a config, as the native test writes them. Runs wherever there is an engine. */
function outcomes(engine, all, today) {
  engine.call('loadSample', { seed: 3, count: 3000 });
  return all.map(({ name, text, environment }) => {
    engine.call('surround', environment);
    const { filter_hash: hash, counts, judged, problems } = engine.call('judge', { text, today });
    if (!judged) return `${name} ${JSON.stringify(problems)}`;
    const tally = ['add', 'review', 'filtered', 'no_tvdb']
      .map(verdict => `${verdict} ${counts.verdicts[verdict] ?? 0}`).join(' ');
    return `${name} filter ${hash} decision ${engine.call('decisionHash')} ${tally}`;
  });
}

const pinned = async () =>
  (await readFile(new URL('golden/decisions/generated.txt', tests), 'utf8')).trim().split('\n');

test('in Node the golden configs decide what they decide natively', async () => {
  const engine = await Engine.load(await readFile(process.env.SIEVARR_MODULE));
  assert.deepEqual(outcomes(engine, await cases(), day), await pinned());
});

test('in Chromium the golden configs decide what they decide natively', async () => {
  const all = await cases();
  const page = await browse();
  try {
    const given = `engine, ${JSON.stringify(all)}, ${JSON.stringify(day)}`;
    const told = await page.run(`(${outcomes})(${given})`);
    assert.deepEqual(told, await pinned());
  } finally {
    await page.close();
  }
});
