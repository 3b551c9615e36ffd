// The engine over texts: completion, hover, bounds, tests, sharing; and over input that is broken.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, beforeEach, test } from 'node:test';
import { Engine } from '../../wasm/web/src/engine/engine.js';

const day = 20_484;  // 2026-01-31
const bytes = text => new TextEncoder().encode(text);
let module_, engine;
before(async () => { module_ = await readFile(process.env.SIEVARR_MODULE); });
beforeEach(async () => {
  engine = await Engine.load(module_);
  engine.loadSample(7, 2000);
});

/** A text without its bar, and where the bar was. */
function split(text) {
  const at = text.indexOf('|');
  return [text.replace('|', ''), at];
}

/** What a text becomes when the first proposal is taken. */
function taken(text) {
  const [plain, at] = split(text);
  const { from, to, proposals } = engine.complete(plain, at);
  return plain.slice(0, from) + proposals[0].insert + plain.slice(to);
}

test('completion knows the schema and the shows, also in a text that is not whole', () => {
  const [plain, at] = split('# ä🎬\nexclude:\n  genres: [Sci|');
  const [first] = engine.complete(plain, at).proposals;
  assert.equal(first.label, 'Science-Fiction');
  assert.ok(first.shows > 10);
  assert.equal(taken('# ä🎬\nexclude:\n  gen|'), '# ä🎬\nexclude:\n  genres: ');
  assert.equal(taken('selections:\n  - mode: rev|'), 'selections:\n  - mode: review');
});

test('hover tells the reference and how many shows meet a line', () => {
  const [plain, at] = split('selections:\n  - name: a\n    ra|ting: {min: 8}\n');
  engine.judge(plain, day);
  const hover = engine.hover(plain, at);
  assert.equal(hover.path, 'selections[0].rating');
  assert.equal(hover.text, 'Mean of the viewers\' votes, from 0 to 10.');
  assert.equal(hover.yes + hover.no + hover.unknown, 2000);
  assert.equal(engine.hover('# nothing here', 3), null);
});

test('groups and histograms count every show', () => {
  engine.judge('selections: [{name: a, genres: [Drama], rating: {min: 7}}]', day);
  const sum = counts => counts.reduce((all, count) => all + count, 0);
  const all = lines => lines.reduce((shows, { verdicts }) => shows + sum(verdicts), 0);
  for (const by of ['year', 'type', 'language', 'country', 'network', 'status'])
    assert.equal(all(engine.groups(by)), 2000, by);
  assert.ok(all(engine.groups('genre')) > 2000);
  for (const measure of ['rating', 'runtime', 'popularity', 'premiered', 'ended']) {
    const { bins, unknown } = engine.histogram(measure);
    assert.equal(all(bins) + sum(unknown), 2000, measure);
  }
  assert.throws(() => engine.groups('colour'), /expected year, genre, type/);
});

test('a bound is found on its scale and set in the text, comments stay', () => {
  const text = 'selections:\n  - name: a\n    rating: {min: 7.5}  # keep\n';
  engine.judge(text, day);
  const [bound] = engine.bounds();
  assert.deepEqual([bound.measure, bound.value, bound.lower, bound.path],
    ['rating', 7.5, true, 'selections[0].rating.min']);
  assert.equal(text.slice(bound.at.from, bound.at.to), '7.5');
  const made = engine.setBound(text, bound.path, 8.26);
  assert.equal(made.text, text.replace('7.5', '8.3'));
  const [{ from, to, insert }] = made.changes;
  assert.equal(text.slice(0, from) + insert + text.slice(to), made.text);
  assert.match(engine.setBound(text, 'selections[0].rating.max', 9).message, /there is no/);
});

test('shows that one line alone keeps out are as many as insight says', () => {
  const answer = engine.judge(
    'exclude: {genres: [Comedy]}\nselections: [{name: a, languages: [English], rating: {min: 7}}]',
    day);
  const { lines } = engine.insight();
  for (const { part, alone, nearest } of lines) {
    const rows = engine.alone(part);
    assert.equal(rows.length, alone, answer.parts[part].path);
    assert.deepEqual([...rows.slice(0, 5)], nearest.slice(0, 5).map(each => each.row));
  }
  assert.equal(engine.alone(999).length, 0);
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
  const { parts } = engine.judge(text, day);
  const { passed, failed, cases, untouched } = engine.examine();
  assert.deepEqual([passed, failed], [2, 1]);
  assert.equal(cases[1].message,
    'expected verdict add, got filtered (Language not included: German (wanted English))');
  assert.equal(cases[1].at.line, 5);
  assert.deepEqual(untouched.map(part => parts[part].path), ['exclude.genres']);
});

test('the verdict of any show is pinned as a test that passes', () => {
  let text = 'selections:\n  - name: a  # mine\n    languages: [English]\n';
  engine.judge(text, day);
  for (const { id } of engine.facts([0, 1, 2, 3])) text = engine.pinTest(text, id).text;
  assert.match(text, /# mine/);
  const answer = engine.judge(text, day);
  assert.equal(answer.errors, 0);
  assert.deepEqual([engine.examine().passed, engine.examine().failed], [4, 0]);
  assert.equal(engine.pinTest(text, 123_456_789).message, 'there is no such show');
});

test('tests go from a file into a config and back', () => {
  const file = 'config: config.yaml\nexpect:\n  - {count: {verdict: add, max: 0}}\n';
  const { text } = engine.takeTests('selections: []  # mine\n', file);
  assert.match(text, /^selections: \[\] {2}# mine\ntests:\n/);
  engine.judge(text, day);
  assert.equal(engine.examine().passed, 1);
  assert.match(engine.testsFile(text), /^config: config\.yaml\nexpect:\n/);
  assert.equal(engine.testsFile('selections: []\n'), '');
  assert.match(engine.takeTests('', 'selections: []\n').message, /no "expect" in this file/);
});

test('what only shows can tell is told apart', () => {
  const text = 'selections: [{name: a, genres: [Sci-Fi]}]';
  engine.judge(text, day);
  const advice = engine.advice().find(each => each.code === 'no-such-value');
  assert.match(advice.message, /no show has the genre "Sci-Fi", did you mean "Science-Fiction"/);
  assert.equal(text.slice(advice.fix[0].from, advice.fix[0].to), 'Sci-Fi');
});

test('nothing secret leaves in a link or in Markdown', () => {
  const text = 'selections: [{name: a}]\nsonarr: {url: "http://h", api_key: s3cr3t-key, ' +
    'root_folder: /tv, quality_profile: HD}\n# s3cr3t-key\n';
  assert.equal(engine.share(text).includes('s3cr3t'), false);
  engine.judge(text, day);
  const markdown = engine.markdown();
  assert.equal(markdown.includes('s3cr3t'), false);
  assert.match(markdown, /^```yaml\nselections/);
  assert.match(markdown, /\| add \| \d+ \|/);
});

test('what is shown leaves as a file, and comes back as shows', () => {
  engine.judge('selections: [{name: a, languages: [English]}]', day);
  const rows = engine.order({ sort: 'rating' }).slice(0, 30);
  const titles = engine.facts(rows).map(each => each.title);
  const csv = new TextDecoder().decode(engine.exportRows(rows, 'csv'));
  assert.equal(csv.split('\r\n').length, 32);
  assert.match(csv, /^id,title,.*verdict,category,selection,instance,reason\r\n/);
  const lines = engine.exportRows(rows, 'ndjson');
  assert.equal(engine.loadShows([lines]).shows, 30);
  assert.deepEqual(engine.facts([...rows.keys()]).map(each => each.title), titles);
});

test('the schema, the reference and the version come with the module', async () => {
  const folder = new URL('../../docs/reference/', import.meta.url);
  const derived = name => readFile(new URL(name, folder), 'utf8');
  assert.deepEqual(engine.configSchema(), JSON.parse(await derived('config.schema.json')));
  assert.equal(engine.reference(), await derived('config.md'));
  assert.match(engine.version(), /^\d+\.\d+\.\d+$/);
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
    const loaded = engine.loadShows([bytes(text)]);
    assert.equal(loaded.taken, false, text);
    assert.equal(loaded.shows, 2000, text);
    if (says) assert.match(loaded.problems.problems[0].message, says);
  }
  assert.equal(engine.judge('selections: [{name: a}]', day).counts.shows, 2000);
});

test('a line of ten megabytes and text without end do no harm', () => {
  const long = bytes(`{"id":1,"name":"${'x'.repeat(10_000_000)}"}\n{"id":2,"name":"B"}\n`);
  const loaded = engine.loadShows([long]);
  assert.ok(loaded.shows >= 1);
  const deep = bytes('['.repeat(1_000_000));
  assert.equal(engine.loadShows([deep]).taken, false);
});

test('a config with five hundred problems tells them with places', () => {
  const text = 'exclude:\n' + Array.from({ length: 500 }, (_, at) => `  key${at}: 1\n`).join('');
  const answer = engine.judge(text, day);
  assert.equal(answer.judged, false);
  assert.equal(answer.errors, 500);
  assert.ok(answer.problems.filter(each => each.severity === 'error').every(each => each.at));
});

test('texts that are huge, empty or no text at all are answered', () => {
  for (const text of ['', '\0', 'x'.repeat(2_000_000), '- '.repeat(5000), '{'.repeat(5000),
    'a: &a [*a]', '\uFEFF# bom\nexclude: {}\n', '\ud800']) {
    const answer = engine.judge(text, day);
    assert.equal(typeof answer.judged, 'boolean');
    engine.complete(text, text.length);
    engine.hover(text, 3);
    engine.share(text);
    engine.setBound(text, 'exclude.rating.min', 3);
  }
});
