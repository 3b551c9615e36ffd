// The engine over rows: columns, order, facts, reasons and differences.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, beforeEach, test } from 'node:test';
import { Engine, noPart, noSelection } from '../../wasm/web/src/engine/engine.js';
import { loadShows } from './support/shows.js';
import { moduleOf } from './support/typescript.js';

const day = '2026-01-31';
const shows = [
  { id: 7, title: 'Ärger', tvdb_id: 70, language: 'German', rating: 6.1, weight: 40,
    genres: ['Crime'], premiered: '2019-03-01' },
  { id: 3, title: 'Beacon', tvdb_id: 30, language: 'English', rating: 8.4, weight: 90,
    genres: ['Drama'], premiered: '2021-10-05' },
  { id: 5, title: 'beagle', language: 'English', rating: 7.2, weight: 10, genres: [] },
  { id: 9, title: 'Courtroom', tvdb_id: 90, language: 'English', weight: 55,
    genres: ['Reality'], premiered: '1999-01-01' },
];
const config = [
  'exclude:',
  '  genres: [Reality]',
  'selections:',
  '  - name: english',
  '    languages: [English]',
  '    rating: {min: 7}',
  '',
].join('\n');

let module_, engine;
before(async () => { module_ = await readFile(process.env.SIEVARR_MODULE); });
beforeEach(async () => {
  engine = await Engine.load(module_);
  loadShows(engine, [new TextEncoder().encode(shows.map(show => JSON.stringify(show)).join('\n'))]);
});

const judge = text => engine.call('judge', { text, today: day });
const titles = rows => engine.call('facts', { rows: [...rows] }).map(each => each.title);

test('columns hold a verdict, a selection and a decider for each show', async () => {
  const { verdictWords } = await moduleOf('../.cache/engine.ts');
  const answer = judge(config);
  assert.equal(answer.judged, true);
  const told = [...engine.call('deciders')].map(
    part => part === noPart ? null : answer.parts[part].path);

  assert.deepEqual([...engine.call('verdicts')].map(each => verdictWords[each]),
    ['filtered', 'add', 'no_tvdb', 'filtered']);
  assert.deepEqual([...engine.call('selections')], [noSelection, 0, 0, noSelection]);
  assert.deepEqual(told,
    ['selections[0].languages', 'selections[0]', 'selections[0]', 'exclude.genres']);
});

test('parts stand where they were written, also behind letters that take two units', () => {
  const text = `# 🎬 ä\n${config}`;
  const answer = judge(text);
  const rating = answer.parts.find(part => part.line === 'rating');
  assert.equal(rating.at.line, 7);
  assert.equal(text.slice(rating.at.from, rating.at.to), 'rating');
  assert.equal(rating.wanted, 'at least 7');
});

test('problems come with changes that mend them', () => {
  const text = '# ä🎬\nexclude: {genre: [News]}\n';
  const answer = judge(text);
  assert.equal(answer.judged, false);
  assert.equal(answer.errors, 1);
  const problem = answer.problems.find(each => each.severity === 'error');
  assert.equal(problem.message, 'unknown key "genre", did you mean "genres"?');
  const [{ from, to, insert }] = problem.fix;
  assert.equal(text.slice(0, from) + insert + text.slice(to),
    '# ä🎬\nexclude: {genres: [News]}\n');
});

test('a config with errors elsewhere is judged all the same', () => {
  const answer = judge(`${config}sonarr: {url: 7}\n`);
  assert.ok(answer.errors > 0);
  assert.equal(answer.judged, true);
});

test('rows come sorted, unknown values last in both directions', () => {
  judge(config);
  const sorted = query => titles(engine.call('order', query));
  assert.deepEqual(sorted({ sort: 'title', descending: false }),
    ['Beacon', 'beagle', 'Courtroom', 'Ärger']);
  assert.deepEqual(sorted({ sort: 'rating', descending: true }),
    ['Beacon', 'beagle', 'Ärger', 'Courtroom']);
  assert.deepEqual(sorted({ sort: 'rating', descending: false }),
    ['Ärger', 'beagle', 'Beacon', 'Courtroom']);
  assert.deepEqual(sorted({ sort: 'premiered', descending: false }),
    ['Courtroom', 'Ärger', 'Beacon', 'beagle']);
  assert.deepEqual(sorted({ sort: 'language', descending: false }),
    ['Beacon', 'beagle', 'Courtroom', 'Ärger']);
});

test('rows are searched by title and id, and narrowed by what was judged', () => {
  const answer = judge(config);
  const found = query => titles(engine.call('order', { sort: 'id', descending: false, ...query }));
  assert.deepEqual(found({ text: 'BEA' }), ['Beacon', 'beagle']);
  assert.deepEqual(found({ text: 'tvdb:90' }), ['Courtroom']);
  assert.deepEqual(found({ text: 'nothing like it' }), []);
  assert.deepEqual(found({ verdicts: ['add', 'no_tvdb'] }), ['Beacon', 'beagle']);
  assert.deepEqual(found({ categories: ['genre'] }), ['Courtroom']);
  assert.deepEqual(found({ selection: 'english' }), ['Beacon', 'beagle']);
  const part = answer.parts.findIndex(each => each.path === 'selections[0].languages');
  assert.deepEqual(found({ part }), ['Ärger']);
});

test('an order that was worked out once still holds when other shows fit, or come', () => {
  const query = { sort: 'verdict', descending: false };
  judge(config);
  const told = () => titles(engine.call('order', query));
  assert.deepEqual(told(), ['Beacon', 'Ärger', 'Courtroom', 'beagle']);
  judge(config.replace('English', 'German').replace('min: 7', 'min: 6'));
  assert.deepEqual(told(), ['Ärger', 'Beacon', 'beagle', 'Courtroom']);
  assert.equal(engine.call('order', { sort: 'title' }).length, 4);
  engine.call('loadSample', { seed: 1, count: 9 });
  assert.equal(engine.call('order', { sort: 'title' }).length, 9);
});

test('rows stand in sections of what they have in common, sorted within each', () => {
  judge(config);
  const rows = engine.call('order', { sort: 'title', descending: false, group: 'language' });
  assert.deepEqual(titles(rows), ['Beacon', 'beagle', 'Courtroom', 'Ärger']);
  assert.deepEqual([...engine.call('sections')], [0, 3]);
  assert.deepEqual(titles(engine.call('order', { sort: 'rating', group: 'verdict' })),
    ['Beacon', 'Ärger', 'Courtroom', 'beagle']);
  assert.deepEqual([...engine.call('sections')], [0, 1, 3]);
  engine.call('order', { sort: 'title' });
  assert.equal(engine.call('sections').length, 0);
});

test('a query that makes no sense is refused, not guessed', () => {
  judge(config);
  assert.throws(() => engine.call('order', { sort: 'colour' }), /expected id, title, premiered/);
  assert.throws(() => engine.call('order', { colour: 'red' }), /unknown key "colour"/);
  assert.throws(() => engine.call('paint'), /there is no call "paint"/);
  assert.throws(() => engine.call('why'), /id/);
});

test('facts say in a sentence why', () => {
  judge(config);
  const [facts] = engine.call('facts', { rows: [0] });
  assert.deepEqual([facts.id, facts.year, facts.reason],
    [7, 2019, 'Language not included: German (wanted English)']);
  assert.deepEqual(engine.call('facts', { rows: [99] }), []);
});

test('why tells every answer, and nothing about a show that is not there', () => {
  judge(config);
  const why = engine.call('why', { id: 7 });
  assert.deepEqual(why.selections[0].lines.map(line => [line.line, line.answer]),
    [['languages', 'no'], ['rating', 'no']]);
  assert.equal(why.selections[0].lines[1].place, 'config.yaml:6:5');
  assert.equal(engine.call('why', { id: 1234 }), null);
});

test('insight says what every line does', () => {
  const { parts } = judge(config);
  const { rules, lines } = engine.call('insight');
  assert.deepEqual(rules.map(({ rule, asked, passed }) => [rule, asked, passed]),
    [['exclude', 4, 3], ['english', 3, 2]]);
  assert.deepEqual(lines.map(({ part, rejects }) => [parts[part].path, rejects]), [
    ['exclude.genres', 1], ['selections[0].languages', 1], ['selections[0].rating', 2]]);
});

test('changes against the pinned text are told with the line that caused them', () => {
  judge(config);
  engine.call('pin');
  assert.equal(engine.call('changes').groups.length, 0);
  const edited = config.replace('min: 7', 'min: 8');
  judge(edited);
  const changes = engine.call('changes');
  assert.deepEqual([changes.added, changes.dropped], [0, 1]);
  const [group] = changes.groups;
  assert.deepEqual([group.shift, group.side, group.line, group.wanted, group.shows],
    ['dropped', 'after', 'rating', 'at least 8', 1]);
  assert.equal(edited.slice(group.at.from, group.at.to), 'rating');
  assert.deepEqual(titles(engine.call('order', { changed: true })), ['beagle']);
  assert.deepEqual(titles(engine.call('order', { change: 0 })), ['beagle']);
  assert.deepEqual([...engine.call('shifts')], [0, 0, 2, 0]);
  assert.deepEqual([...engine.call('pinnedVerdicts')], [2, 0, 3, 2]);
});

test('the shows of a change come with what its cause finds in them, others without', () => {
  judge(config);
  engine.call('pin');
  judge(config.replace('min: 7', 'min: 8'));
  const first = query => engine.call('first', { query, most: 9 }).shows
    .map(({ title, actual }) => [title, actual]);
  assert.deepEqual(first({ change: 0 }), [['beagle', '7.2']]);
  assert.deepEqual(first({ text: 'beagle' }), [['beagle', undefined]]);
  const waiting = () => engine.call('changes').groups.map(group => [group.shows, group.no_tvdb]);
  assert.deepEqual(waiting(), [[1, 0]]);
  engine.call('pin');
  judge(config);
  assert.deepEqual(waiting(), [[1, 1]]);
});

test('a show that is left out for another reason than before is among no changed shows', () => {
  judge(config);
  engine.call('pin');
  judge(config.replace('[Reality]', '[Reality, Crime]').replace('min: 7', 'min: 8'));
  const { groups } = engine.call('changes');
  const reasoned = groups.findIndex(group => group.shift === 'reasoned');
  assert.deepEqual(titles(engine.call('order', { sort: 'id', change: reasoned })), ['Ärger']);
  assert.deepEqual(titles(engine.call('order', { sort: 'id', changed: true })), ['beagle']);
});

test('another text is made the baseline without showing it, unless its filter has errors', () => {
  judge(config);
  const pinned = text => engine.call('pinConfig', { text, today: day });
  assert.equal(pinned(config.replace('min: 7', 'min: 8')).judged, true);
  const { added, dropped, groups: [group] } = engine.call('changes');
  assert.deepEqual([added, dropped, group.side, group.wanted], [1, 0, 'before', 'at least 8']);
  assert.deepEqual(titles(engine.call('order', { verdicts: ['add'] })), ['Beacon']);

  const broken = pinned('selections: [{rating: {min: 99}}]');
  assert.equal(broken.judged, false);
  assert.match(broken.problems[0].message, /must be between 0 and 10, got 99/);
  assert.equal(engine.call('changes').added, 1);
});

test('the baseline is judged again when other shows come', () => {
  judge(config);
  engine.call('pin');
  engine.call('loadSample', { seed: 1, count: 50 });
  assert.equal(engine.call('pinnedVerdicts').length, 50);
  assert.equal(engine.call('verdicts').length, 50);
  assert.equal(engine.call('changes').groups.length, 0);
});

test('before anything was judged there is nothing, and no harm', async () => {
  const fresh = await Engine.load(module_);
  assert.equal(fresh.call('verdicts').length, 0);
  assert.equal(fresh.call('deciders').length, 0);
  assert.equal(fresh.call('order', {}).length, 0);
  assert.equal(fresh.call('shifts').length, 0);
  assert.equal(fresh.call('why', { id: 1 }), null);
  assert.equal(fresh.call('decisionHash'), '');
  assert.deepEqual(fresh.call('changes').groups, []);
  assert.deepEqual(fresh.call('insight'), { rules: [], lines: [] });
  fresh.call('pin');
});
