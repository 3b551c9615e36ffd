// The engine over texts: completion, hover, bounds, tests, sharing; and over input that is broken.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, beforeEach, test } from 'node:test';
import { Engine } from '../../wasm/web/src/engine/engine.js';
import { loadShows, schema } from './support/shows.js';

const day = '2026-01-31';
const bytes = text => new TextEncoder().encode(text);
let module_, engine;
before(async () => { module_ = await readFile(process.env.SIEVARR_MODULE); });
beforeEach(async () => {
  engine = await Engine.load(module_);
  engine.call('loadSample', { seed: 7, count: 2000 });
  engine.call('takeSchema', { schema });
});
const judge = text => engine.call('judge', { text, today: day });


/** A text without its bar, and where the bar was. */
function split(text) {
  const at = text.indexOf('|');
  return [text.replace('|', ''), at];
}

/** What a text becomes when the first proposal is taken. */
function taken(text) {
  const [plain, at] = split(text);
  const { from, to, proposals } = engine.call('complete', { text: plain, offset: at });
  return plain.slice(0, from) + proposals[0].insert + plain.slice(to);
}

test('completion knows the schema and the shows, also in a text that is not whole', () => {
  const [plain, at] = split('# ä🎬\nexclude:\n  genres: [Sci|');
  const [first] = engine.call('complete', { text: plain, offset: at }).proposals;
  assert.equal(first.label, 'Science-Fiction');
  assert.ok(first.shows > 10);
  assert.equal(taken('# ä🎬\nexclude:\n  gen|'), '# ä🎬\nexclude:\n  genres: ');
  assert.equal(taken('selections:\n  - mode: rev|'), 'selections:\n  - mode: review');
});

test('hover tells the reference and how many shows meet a line', () => {
  const [plain, at] = split('selections:\n  - name: a\n    ra|ting: {min: 8}\n');
  judge(plain);
  const hover = engine.call('hover', { text: plain, offset: at });
  assert.equal(hover.path, 'selections[0].rating');
  assert.equal(hover.text, 'Mean of the viewers\' votes, from 0 to 10.');
  assert.equal(hover.yes + hover.no + hover.unknown, 2000);
  assert.equal(engine.call('hover', { text: '# nothing here', offset: 3 }), null);
});

test('groups and histograms count every show', () => {
  judge('selections: [{name: a, genres: [Drama], rating: {min: 7}}]');
  const sum = counts => counts.reduce((all, count) => all + count, 0);
  const all = lines => lines.reduce((shows, { verdicts }) => shows + sum(verdicts), 0);
  for (const by of ['year', 'type', 'language', 'country', 'network', 'status'])
    assert.equal(all(engine.call('groups', { by })), 2000, by);
  assert.ok(all(engine.call('groups', { by: 'genre' })) > 2000);
  for (const measure of ['rating', 'runtime', 'popularity', 'premiered', 'ended']) {
    const { bins, unknown } = engine.call('histogram', { measure });
    assert.equal(all(bins) + sum(unknown), 2000, measure);
  }
  assert.throws(() => engine.call('groups', { by: 'colour' }), /expected year, genre, type/);
});

test('a bound is found on its scale and set in the text, comments stay', () => {
  const text = 'selections:\n  - name: a\n    rating: {min: 7.5}  # keep\n';
  judge(text);
  const [bound] = engine.call('bounds');
  assert.deepEqual([bound.measure, bound.value, bound.lower, bound.path],
    ['rating', 7.5, true, 'selections[0].rating.min']);
  assert.equal(text.slice(bound.at.from, bound.at.to), '7.5');
  const made = engine.call('setBound', { text, path: bound.path, value: 8.26 });
  assert.equal(made.text, text.replace('7.5', '8.3'));
  const [{ from, to, insert }] = made.changes;
  assert.equal(text.slice(0, from) + insert + text.slice(to), made.text);
  const nowhere = { text, path: 'selections[0].rating.max', value: 9 };
  assert.match(engine.call('setBound', nowhere).message, /there is no/);
});

test('shows that one line alone keeps out are as many as insight says', () => {
  const answer = judge('exclude: {genres: [Comedy]}\n' +
    'selections: [{name: a, languages: [English], rating: {min: 7}}]');
  const { lines } = engine.call('insight');
  for (const { part, alone, nearest } of lines) {
    const { path } = answer.parts[part];
    const { total, shows } = engine.call('alone', { part, most: 100000 });
    assert.equal(total, alone, path);
    const rows = new Set(shows.map(each => each.row));
    assert.ok(nearest.every(each => rows.has(each.row)), path);
    // Near is what misses the bound by little: the best of those that are not good enough.
    if (!path.endsWith('rating')) continue;
    const ratings = shows.map(each => each.rating).filter(each => each != null && each < 7);
    ratings.sort((a, b) => b - a);
    assert.deepEqual(nearest.slice(0, 5).map(each => Number(each.actual)), ratings.slice(0, 5));
  }
  assert.deepEqual(engine.call('alone', { part: 999, most: 5 }), { total: 0, shows: [] });
});

test('tests in a config are tried, each with its place, and coverage is told', () => {
  const text = [
    'exclude: {genres: [Horror]}',
    'selections: [{name: a, languages: [English]}]',
    'tests:',
    '  - {show: {title: Made up, language: English, tvdb_id: 1}, verdict: add, selection: a}',
    '  - {show: {title: Other, language: German}, verdict: add}',
    '  - {count: {verdict: review, max: 0}}',
  ].join('\n');
  const { parts } = judge(text);
  const { passed, failed, cases, untouched } = engine.call('examine');
  assert.deepEqual([passed, failed], [2, 1]);
  assert.equal(cases[1].message,
    'expected verdict add, got filtered (Language not included: German (wanted English))');
  assert.equal(cases[1].at.line, 5);
  assert.deepEqual(untouched.map(part => parts[part].path), ['exclude.genres']);
});

test('the verdict of any show is pinned as a test that passes', () => {
  let text = 'selections:\n  - name: a  # mine\n    languages: [English]\n';
  judge(text);
  for (const { id } of engine.call('facts', { rows: [0, 1, 2, 3] }))
    ({ text } = engine.call('pinTest', { text, id }));
  assert.match(text, /# mine/);
  const answer = judge(text);
  assert.equal(answer.errors, 0);
  assert.deepEqual([engine.call('examine').passed, engine.call('examine').failed], [4, 0]);
  assert.equal(engine.call('pinTest', { text, id: 123_456_789 }).message, 'there is no such show');
});

test('tests go from a file into a config and back', () => {
  const file = 'config: config.yaml\nexpect:\n  - {count: {verdict: add, max: 0}}\n';
  const { text } = engine.call('takeTests', { text: 'selections: []  # mine\n', file });
  assert.match(text, /^selections: \[\] {2}# mine\ntests:\n/);
  judge(text);
  assert.equal(engine.call('examine').passed, 1);
  assert.match(engine.call('testsFile', { text }), /^config: config\.yaml\nexpect:\n/);
  assert.equal(engine.call('testsFile', { text: 'selections: []\n' }), '');
  const none = engine.call('takeTests', { text: '', file: 'selections: []\n' });
  assert.match(none.message, /no "expect" in this file/);
});

test('what only shows can tell is told apart', () => {
  const text = 'selections: [{name: a, networks: [HBOO]}]';
  judge(text);
  const advice = engine.call('advice').find(each => each.code === 'no-such-value');
  assert.match(advice.message, /no show has the network "HBOO", did you mean "HBO"/);
  assert.equal(text.slice(advice.fix[0].from, advice.fix[0].to), 'HBOO');
});

test('nothing secret leaves in a link or in Markdown', () => {
  const text = 'selections: [{name: a}]\nsonarr: {url: "http://h", api_key: s3cr3t-key, ' +
    'root_folder: /tv, quality_profile: HD}\n# s3cr3t-key\n';
  assert.equal(engine.call('share', { text }).includes('s3cr3t'), false);
  judge(text);
  const markdown = engine.call('markdown');
  assert.equal(markdown.includes('s3cr3t'), false);
  assert.match(markdown, /^```yaml\nselections/);
  assert.match(markdown, /\| add \| \d+ \|/);
});

test('the change of a text is a patch without secrets', () => {
  const before = 'sonarr:\n  api_key: s3cr3t-key\nselections:\n  - name: a\n    rating: {min: 7}\n';
  const given = { before, after: before.replace('min: 7', 'min: 8') };
  assert.equal(engine.call('patch', given), '--- config.yaml\n+++ config.yaml\n' +
    '@@ -3,3 +3,3 @@\n selections:\n   - name: a\n-    rating: {min: 7}\n+    rating: {min: 8}\n');
  assert.equal(engine.call('patch', { before, after: before }), '');
});

test('what is shown leaves as a file, and comes back as shows', () => {
  engine.call('loadSample', { seed: 7, count: 30 });
  judge('selections: [{name: a, languages: [English]}]');
  const query = { sort: 'rating' };
  const { total, shows } = engine.call('first', { query, most: 100 });
  assert.equal(total, 30);
  const csv = new TextDecoder().decode(engine.call('exportShows', { query, format: 'csv' }));
  assert.equal(csv.split('\r\n').length, 32);
  assert.match(csv, /^id,title,.*verdict,category,selection,instance,reason\r\n/);
  const lines = engine.call('exportShows', { query, format: 'ndjson' });
  assert.equal(loadShows(engine, [lines]).shows, 30);
  assert.deepEqual(engine.call('facts', { rows: [...shows.keys()] }).map(each => each.title),
    shows.map(each => each.title));
});

test('what may stand in a config is known once the schema is there', async () => {
  const fresh = await Engine.load(module_);
  const place = { text: 'exclude:\n  gen', offset: 14 };
  assert.deepEqual(fresh.call('complete', place).proposals, []);
  assert.equal(fresh.call('hover', { text: 'exclude: {}\n', offset: 3 }), null);
  fresh.call('takeSchema', { schema });
  assert.equal(fresh.call('complete', place).proposals[0].label, 'genres');
  assert.match(fresh.call('hover', { text: 'exclude: {}\n', offset: 3 }).path, /exclude/);
  assert.match(fresh.call('version'), /^\d+\.\d+\.\d+$/);
});

test('a file that holds no show is told, and the shows stay', () => {
  for (const [text, says] of [
    ['id,title\n1,A\n', /expected/],
    ['{"id":1,', /./],
    ['[1,2,3]', /expected/],
    ['<!doctype html><p>404', /expected/],
    ['\x1f\x8b\x08\x00not really gzip', /./],
    ['', null],
  ]) {
    const loaded = loadShows(engine, [bytes(text)]);
    assert.equal(loaded.taken, false, text);
    assert.equal(loaded.shows, 2000, text);
    if (says) assert.match(loaded.problems.problems[0].message, says);
  }
  assert.equal(judge('selections: [{name: a}]').counts.shows, 2000);
});

test('a line of ten megabytes and text without end do no harm', () => {
  const long = bytes(`{"id":1,"name":"${'x'.repeat(10_000_000)}"}\n{"id":2,"name":"B"}\n`);
  const loaded = loadShows(engine, [long]);
  assert.ok(loaded.shows >= 1);
  const deep = bytes('['.repeat(1_000_000));
  assert.equal(loadShows(engine, [deep]).taken, false);
});

test('a config with five hundred problems tells them with places', () => {
  const text = 'exclude:\n' + Array.from({ length: 500 }, (_, at) => `  key${at}: 1\n`).join('');
  const answer = judge(text);
  assert.equal(answer.judged, false);
  assert.equal(answer.errors, 500);
  assert.ok(answer.problems.filter(each => each.severity === 'error').every(each => each.at));
});

test('texts that are huge, empty or no text at all are answered', () => {
  for (const text of ['', '\0', 'x'.repeat(2_000_000), '- '.repeat(5000), '{'.repeat(5000),
    'a: &a [*a]', '\uFEFF# bom\nexclude: {}\n', '\ud800', '\\ud800 \ud800\\']) {
    const answer = judge(text);
    assert.equal(typeof answer.judged, 'boolean');
    engine.call('complete', { text, offset: text.length });
    engine.call('hover', { text, offset: 3 });
    engine.call('share', { text });
    engine.call('setBound', { text, path: 'exclude.rating.min', value: 3 });
  }
});
