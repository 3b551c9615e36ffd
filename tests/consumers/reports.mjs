// What `sievarr test` prints, in the hands of those who read such reports in earnest.
import { parse } from 'junit2json';
import { Parser } from 'tap-parser';
import { expect, run, test } from './harness.mjs';

const suite = `
filters:
  exclude: {types: [News]}
  selections: [{name: everything, rating: {min: 0}}]
shows:
  - {id: 1, title: 'A <b>"quoted"</b> & odd #title # SKIP', rating: 5, tvdb_id: 1}
  - {id: 7, title: "The News \\u0001\\uFFFE", type: News, rating: 4}
expect:
  - {show: "tvmaze:1", verdict: add}
  - {show: "tvmaze:7", verdict: add}
  - {show: "tvmaze:1", verdict: filtered}
  - {count: {verdict: add, max: 5}}
`;

export async function testReports(program) {
  const report = (format) => run(program, ['test', '-', '--format', format], { input: suite });

  await test('JUnit is read with its counts, titles and reasons', async () => {
    const { stdout, status } = report('junit');
    expect(status, 1, 'the exit code');
    const read = await parse(stdout);
    expect([read.tests, read.failures, read.errors], [4, 2, 0], 'the counts');
    const [first] = read.testsuite;
    expect(first.properties, [{ name: 'sievarr_test', value: 1 }], 'the version');
    expect(first.testcase[0].name, 'A <b>"quoted"</b> & odd #title # SKIP', 'a title');
    const failed = first.testcase.map((each) => Boolean(each.failure));
    expect(failed, [false, true, true, false], 'who failed');
    const reason = first.testcase[1].failure[0].inner;
    if (!reason.includes('exclude: rejects it')) throw new Error(`no reasons in ${reason}`);
  });

  await test('TAP is read with its counts, titles and reasons', () => {
    const results = Parser.parse(report('tap').stdout);
    const asserts = results.filter(([kind]) => kind === 'assert').map(([, result]) => result);
    expect(asserts.map(({ ok }) => ok), [true, false, false, true], 'who failed');
    expect(asserts[0].name, 'A <b>"quoted"</b> & odd #title # SKIP', 'a title');
    expect(asserts[0].skip, false, 'a title is no directive');
    if (!asserts[1].diag.why.includes('exclude: rejects it'))
      throw new Error(`no reasons in ${JSON.stringify(asserts[1].diag)}`);
    const [, summary] = results.find(([kind]) => kind === 'complete');
    expect([summary.count, summary.pass, summary.fail], [4, 2, 2], 'the counts');
    expect(results.filter(([kind]) => kind === 'extra'), [], 'nothing is left over');
  });
}
