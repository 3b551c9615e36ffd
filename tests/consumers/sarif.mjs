// What `sievarr validate --format sarif` prints, held against the types and the schema of SARIF
// and given to the validator of those who made them.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotRun, expect, run, skip, test } from './harness.mjs';

const require = createRequire(import.meta.url);
const home = 'node_modules/@microsoft/sarif-multitool-linux/';
const multitool = new URL(home, import.meta.url).pathname;

// Errors with fixes, warnings, hints, problems of variables, and nothing at all.
const documents = [
  'exclude:\n  genre: [News]\nlogging: {level: CRITICAL}\nselections: []\n',
  'sonarr: {url: "${NOBODY_SET_THIS}", api_key: ""}\nselections: [{countries: [UK], genres: []}]\n',
  'exclude: {genres: [\n',
  'selections: [{types: [Scripted]}]\n',
];

function reports(program) {
  const folder = mkdtempSync(join(tmpdir(), 'sievarr-'));
  return documents.map((text, at) => {
    const name = join(folder, `a config ${at}.yaml`);
    writeFileSync(name, text);
    const { stdout } = run(program, ['validate', name, '--format', 'sarif']);
    const file = join(folder, `${at}.sarif`);
    writeFileSync(file, stdout);
    return { file, text: stdout };
  });
}

export async function testSarif(program) {
  await test('a report is SARIF as its types have it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sievarr-'));
    const source = join(folder, 'log.ts');
    const logs = reports(program).map(({ text }, at) => `export const log${at}: Log = ${text};\n`);
    writeFileSync(source, `import type { Log } from 'sarif';\n${logs.join('')}`);
    const compiler = require.resolve('typescript/bin/tsc');
    const types = new URL('node_modules/@types', import.meta.url).pathname;
    const options = ['--noEmit', '--strict', '--typeRoots', types, '--types', 'sarif',
      '--baseUrl', types, source];
    const made = run(process.execPath, [compiler, ...options]);
    if (made.status !== 0) throw new Error(made.stdout);
  });

  if (!existsSync(join(multitool, 'sarif-2.1.0.json'))) {
    cannotRun('npm did not bring the schema of SARIF');
    return;
  }

  await test('a report is what the schema of SARIF 2.1.0 asks for', () => {
    const Ajv = require('ajv/dist/2020').default;
    const isUri = (text) => URL.canParse(text);
    const isReference = (text) => URL.canParse(text, 'file:///') && !/[\s"<>\\^`{|}]/.test(text);
    const formats = { uri: isUri, 'uri-reference': isReference, 'date-time': true, uuid: true };
    const schema = JSON.parse(readFileSync(join(multitool, 'sarif-2.1.0.json'), 'utf8'));
    const validate = new Ajv({ strict: false, allErrors: true, formats }).compile(schema);
    for (const { text } of reports(program)) {
      const log = JSON.parse(text);
      if (!validate(log)) throw new Error(JSON.stringify(validate.errors, null, 1));
      log.runs[0].tool.driver.nmae = 'a mistake';
      expect(validate(log), false, 'a report with a mistake');
    }
  });

  // The same package has the program that checks what a schema cannot say.
  if (process.arch !== 'x64') {
    skip('the validator of SARIF is a program for x86-64');
    return;
  }
  await test('the validator of SARIF finds no error in a report', () => {
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    run('chmod', ['u+x', join(multitool, 'Sarif.Multitool')]);
    const files = reports(program).map(({ file }) => file);
    const { stdout } = run(join(multitool, 'Sarif.Multitool'), ['validate', ...files], { env });
    if (!stdout.includes('Analysis completed successfully')) throw new Error(stdout);
    if (/: error /.test(stdout)) throw new Error(stdout);
  });
}
