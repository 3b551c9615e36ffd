// Pieces of the page that need no page: words for times, and what a link carries.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleOf } from './support/typescript.js';

const { fromNow, when } = await moduleOf('format/when.ts');
const { fragmentOf, readFragment } = await moduleOf('browser/link.ts');

test('what is to come is in some time, what was is some time ago', () => {
  const now = Date.parse('2026-01-31T10:30:00Z');
  const told = seconds => fromNow(new Date(now + seconds * 1000).toISOString(), now);
  assert.equal(told(0), 'now');
  assert.deepEqual([1, 59, 60, 12 * 60, 3 * 3600, 86_400 * 2].map(told),
    ['in 1 s', 'in 59 s', 'in 1 min', 'in 12 min', 'in 3 h', 'in 2 d']);
  assert.deepEqual([-1, -59, -60, -12 * 60, -3 * 3600, -86_400 * 2].map(told),
    ['1 s ago', '59 s ago', '1 min ago', '12 min ago', '3 h ago', '2 d ago']);
  assert.equal(fromNow(undefined, now), '');
});

test('a time is told without its year, unless that is another one', () => {
  const now = new Date(2026, 0, 31, 10, 30);
  assert.equal(when(new Date(2026, 10, 21, 17, 40).toISOString(), now), '21 Nov, 17:40');
  assert.equal(when(new Date(2024, 10, 21, 17, 40).toISOString(), now), '21 Nov 2024, 17:40');
  assert.equal(when(undefined, now), 'never');
});

test('whatever letters a link is made of, it carries what was put in', async () => {
  const seen = new Set();
  for (let number = 0; number < 200; ++number) {
    const config = `selections:\n  - name: Ünïcode 🦉 ${number * number}\n    rating: {min: 8}\n`;
    const fragment = await fragmentOf({ config, view: 'funnel' });
    assert.match(fragment, /^#1\.[\w-]+$/);
    for (const letter of fragment.slice(3)) seen.add(letter);
    assert.deepEqual(await readFragment(fragment), { config, view: 'funnel' }, fragment);
  }
  assert.ok(seen.has('-') && seen.has('_'), 'both letters that base64 spells otherwise');
});

test('a link that carries nothing is none, and one that was cut says so', async () => {
  assert.equal(await readFragment(''), null);
  assert.equal(await readFragment('#'), null);
  const whole = await fragmentOf({ config: 'selections: []\n' });
  assert.match(await readFragment(whole.slice(0, -4)), /not complete/);
  assert.match(await readFragment(whole.replace('#1.', '#2.')), /a version that this page/);
});
