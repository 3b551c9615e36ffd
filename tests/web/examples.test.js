// The examples of the page: each is what its name says, and teaches something of its own.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { before, test } from 'node:test';
import { Engine } from '../../wasm/web/src/engine/engine.js';

const folder = new URL('../../wasm/web/examples/', import.meta.url);
const day = '2026-01-31';
let engine, good, broken;

const judge = text => engine.call('judge', { text, today: day });

before(async () => {
  engine = await Engine.load(await readFile(process.env.SIEVARR_MODULE));
  engine.call('loadSample', { seed: 1, count: 5000 });
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort();
  const all = await Promise.all(names.map(async name =>
    ({ name, text: await readFile(new URL(name, folder), 'utf8') })));
  good = all.filter(({ name }) => !name.startsWith('broken-'));
  broken = all.filter(({ name }) => name.startsWith('broken-'));
});

test('each example begins with what it is called and what it teaches', () => {
  assert.ok(good.length >= 8 && broken.length >= 2);
  for (const { name, text } of [...good, ...broken]) {
    const [title, lesson] = text.split('\n');
    assert.match(title, /^# [A-Z][^.]+$/, name);
    assert.match(lesson, /^# \S/, name);
  }
});

test('examples have no errors, each selection takes something, and no two decide the same', () => {
  const hashes = new Set();
  for (const { name, text } of good) {
    const { problems, judged, counts } = judge(text);
    assert.deepEqual(problems.filter(each => each.severity === 'error'), [], name);
    assert.equal(judged, true, name);
    assert.ok(counts.verdicts.filtered > 0 && counts.verdicts.filtered < 5000, name);
    for (const [selection, tally] of Object.entries(counts.selections))
      assert.ok(Object.keys(tally).length > 0, `${name}: ${selection} takes nothing`);
    hashes.add(engine.call('decisionHash'));
  }
  assert.equal(hashes.size, good.length);
});

test('the example with tests has one that fails, and tells why', () => {
  const tested = good.find(({ text }) => text.includes('\ntests:'));
  judge(tested.text);
  const { passed, failed, cases } = engine.call('examine');
  assert.ok(passed > 0);
  assert.equal(failed, 1);
  assert.match(cases.find(each => !each.passed).message, /^expected verdict .+, got /);
});

/** A text with all changes that are offered made, as clicks on the marks would. */
function mended(text, problems) {
  const fixes = problems.flatMap(each => each.fix).sort((a, b) => b.from - a.from);
  return fixes.reduce((made, { from, to, insert }) =>
    made.slice(0, from) + insert + made.slice(to), text);
}

test('what is broken is told with a place, and slips are mended by their own offers', () => {
  for (const { name, text } of broken) {
    const { errors, problems } = judge(text);
    assert.ok(errors > 0, name);
    assert.ok(problems.every(each => each.at), name);
  }
  const { text } = broken.find(({ name }) => name.includes('words'));
  const before = judge(text);
  const after = judge(mended(text, before.problems));
  assert.ok(after.errors < before.errors);
  assert.equal(after.problems.some(each => each.code === 'unknown-key'), false);
});
