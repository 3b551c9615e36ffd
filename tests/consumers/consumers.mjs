// Runs the program and hands what it prints to those who read such things in earnest.
//   node consumers.mjs PROGRAM [SIM_SERVER FOLDER_OF_OPENAPI_FILES]
import { createRequire } from 'node:module';
import { expect, finish, run, test } from './harness.mjs';
import { checkOpenapi } from './openapi.mjs';
import { testReports } from './reports.mjs';
import { testSarif } from './sarif.mjs';
import { testShells } from './shells.mjs';

const require = createRequire(import.meta.url);
const program = process.argv[2];

const schema = JSON.parse(run(program, ['config', 'schema']).stdout);
const sample = run(program, ['config', 'sample']).stdout;

await test('the schema is one', () => {
  const Ajv = require('ajv/dist/2020').default;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  expect(validate({ sync: { poll_interval: '6h' } }), true, 'a good config');
  expect(validate({ sync: { poll_intervall: '6h' } }), false, 'an unknown key');
  expect(validate({ dry_run: '${DRY_RUN}' }), true, 'a variable');
  expect(validate({ exclude: { popularity: { min: 50 } } }), true, 'popularity up to 100');
  expect(validate({ exclude: { rating: { min: 50 } } }), false, 'a rating above 10');
});

const { getLanguageService } = require('yaml-language-server');
const { TextDocument } = require('vscode-languageserver-textdocument');

function service() {
  const uri = 'file:///sievarr.schema.json';
  const made = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (path) => `file:///${path}` },
    yamlSettings: { documents: {}, schemaStoreSettings: [] },
    telemetry: { send() {}, sendError() {}, sendTrack() {} },
  });
  made.configure({
    validate: true, completion: true, hover: true,
    // The service writes into what it is given.
    schemas: [{ uri, schema: structuredClone(schema), fileMatch: ['*.yaml'] }],
  });
  return made;
}

// The service remembers documents by name.
let documents = 0;
const document = (text) =>
  TextDocument.create(`file:///config-${documents++}.yaml`, 'yaml', 1, text);
const complaints = async (text) =>
  (await service().doValidation(document(text), false)).map((each) => each.message);

async function completions(text) {
  const at = text.indexOf('|');
  const doc = document(text.replace('|', ''));
  return (await service().doComplete(doc, doc.positionAt(at), false)).items.map((i) => i.label);
}

await test('an editor has nothing against the sample', async () => {
  expect(await complaints(sample), [], 'the sample');
});

await test('an editor has nothing against good configs', async () => {
  const good = [
    'exclude: {genres: [Reality, Talk Show], premiered: {before: 1990}}',
    'selections:\n  - name: a\n    where: {any: [{rating: {min: 8}}, {not: {status: [Ended]}}]}',
    'selections: [{titles: ["Star Trek*"], unknown: {rating: allow}, sonarr: {tags: [1, new]}}]',
    'sonarr: {url: "http://sonarr:8989", api_key: "${KEY}", root_folder: /tv, quality_profile: 4}',
    'sonarr:\n  - {name: a, url: "${URL}", api_key: k, root_folder: 2, quality_profile: HD}',
    'dry_run: "${DRY_RUN}"\nsync: {poll_interval: 1h30m, max_adds_per_cycle: "${ADDS:-25}"}',
    'always: ["tvmaze:82"]\nlogging: {level: DEBUG, rooms: {net: ERROR}}',
    'tests:\n  - {show: "tvmaze:82", verdict: add, quality_profile: HD}\n  - {count: {max: 400}}',
    'tests: {today: 2026-01-31, shows: [{title: A}], expect: [{no_other_than: [add]}]}',
  ];
  for (const text of good) expect(await complaints(text), [], text);
});

await test('an editor finds mistakes', async () => {
  const bad = [
    'exclude: {genre: [News]}', 'sync: {poll_interval: often}', 'dry_run: 7',
    'tvmaze: {rate_limit: 0}', 'selections: {name: a}', 'selections: [{mode: revue}]',
    'sonarr: {name: a}', 'selections: [{rating: {min: 11}}]', 'logging: {rooms: {net: LOUD}}',
    'tests: [{show: "tvmaze:82", verdict: added}]',
  ];
  for (const text of bad) {
    const found = await complaints(text);
    if (found.length === 0) throw new Error(`nothing was found in ${text}`);
  }
});

await test('an editor completes sections, keys and words', async () => {
  const sections = await completions('|');
  for (const key of ['exclude', 'selections', 'sonarr', 'dry_run'])
    if (!sections.includes(key)) throw new Error(`no ${key} among ${sections}`);
  const lines = await completions('selections:\n  - name: a\n    |');
  for (const key of ['genres', 'rating', 'where', 'unknown'])
    if (!lines.includes(key)) throw new Error(`no ${key} among ${lines}`);
  const words = await completions('tvmaze:\n  update_window: |');
  for (const word of ['auto', 'week'])
    if (!words.includes(word)) throw new Error(`no ${word} among ${words}`);
  const modes = await completions('selections:\n  - mode: |');
  if (!modes.includes('review')) throw new Error(`no review among ${modes}`);
});

await test('an editor explains a key', async () => {
  const doc = document('sync:\n  hold_above: 3\n');
  const hover = await service().doHover(doc, { line: 1, character: 4 });
  const text = JSON.stringify(hover?.contents ?? '');
  if (!text.includes('until a person approves')) throw new Error(`the hover says ${text}`);
});

await testSarif(program);
await testReports(program);
await testShells(program);
finish(await checkOpenapi(test, process.argv[3], process.argv[4] ?? 'any folder'));
