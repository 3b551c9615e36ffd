// The filter of judge_bench as SQL in DuckDB, on a table that is loaded already, to hold our times
// against. Needs `npm install @duckdb/node-api` somewhere that Node looks; says so where it is not.
//   node tests/bench/duckdb.mjs SHOWS.ndjson [ROUNDS]     SHOWS.ndjson is an export
import { performance } from 'node:perf_hooks';

const [, , shows, rounds = '15'] = process.argv;
if (!shows) {
  console.error('usage: node tests/bench/duckdb.mjs SHOWS.ndjson [ROUNDS]');
  process.exit(2);
}

const duckdb = await import('@duckdb/node-api').catch(() => null);
if (!duckdb) {
  console.log('note: skipped: @duckdb/node-api is not installed');
  process.exit(0);
}

const today = "DATE '2026-06-15'";
const has = (column, words) =>
  words.map((word) => `list_contains(${column}, '${word}')`).join(' OR ');
const one = (column, words) => `${column} IN (${words.map((word) => `'${word}'`).join(', ')})`;

// An absent value makes a line fail, as `unknown: deny` does; `ok` lets it pass.
const ok = (condition) => `coalesce(${condition}, true)`;
const excluded = `(${has('genres', ['Adult', 'Soap'])}) OR ${one('type', ['Game Show', 'Panel Show'])}
  OR language = 'Zulu' OR minutes <= 3`;
const selections = [
  ['prestige', `(${has('genres', ['Drama'])}) AND type = 'Scripted' AND language = 'English'
    AND rating >= 7.5 AND premiered >= DATE '2005-01-01'`],
  ['crime', `(${has('genres', ['Crime', 'Thriller'])}) AND NOT (${has('genres', ['Family'])})
    AND ${one('language', ['English', 'Danish', 'Swedish'])}
    AND ${one('country', ['GB', 'DK', 'SE', 'US'])} AND rating >= 7 AND minutes >= 40`],
  ['anime', `(${has('genres', ['Anime'])}) AND type = 'Animation' AND country = 'JP' AND weight >= 40
    AND premiered >= ${today} - INTERVAL 10 YEAR`],
  ['comedy', `(${has('genres', ['Comedy'])}) AND type = 'Scripted' AND status = 'Running'
    AND weight >= 60 AND rating >= 6`],
  ['channels', `(${one('network', ['HBO', 'Netflix', 'BBC One'])}
      OR ${one('web_channel', ['HBO', 'Netflix', 'BBC One'])}) AND type = 'Scripted' AND language = 'English' AND rating >= 6.5
    AND status = 'Ended' AND ended >= ${today} - INTERVAL 5 YEAR`],
  ['documentary', `type = 'Documentary' AND ${one('language', ['English', 'German'])}
    AND minutes BETWEEN 30 AND 90 AND rating >= 8
    AND premiered BETWEEN DATE '2000-01-01' AND ${today}`],
  ['new', `${ok(`premiered >= ${today} - INTERVAL 90 DAY`)} AND ${ok("language = 'English'")}
    AND ${ok("type = 'Scripted'")} AND ${ok('weight >= 70')} AND NOT (${has('genres', ['Romance'])})`],
  ['european', `${one('country', ['DE', 'FR', 'ES', 'IT', 'NO'])} AND type = 'Scripted'
    AND (${has('genres', ['Drama', 'Mystery'])}) AND ${ok('rating BETWEEN 7 AND 10')}
    AND premiered >= DATE '2015-01-01'`],
];
const cases = selections.map(([name, condition]) => `WHEN ${condition} THEN '${name}'`).join('\n');
const query = `SELECT verdict, count(*) FROM (
  SELECT CASE WHEN ${excluded} THEN 'excluded' ${cases} ELSE 'none' END AS verdict FROM shows)
  GROUP BY verdict ORDER BY verdict`;

const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
await connection.run('SET threads = 1');
await connection.run(`CREATE TABLE shows AS
  SELECT id, type, language, country, status, network, web_channel,
         CAST(genres AS VARCHAR[]) AS genres, CAST(premiered AS DATE) AS premiered,
         CAST(ended AS DATE) AS ended, CAST(rating AS DOUBLE) AS rating,
         CAST(weight AS INTEGER) AS weight,
         CAST(coalesce(runtime, average_runtime) AS INTEGER) AS minutes
  FROM read_json_auto('${shows.replaceAll("'", "''")}', format = 'newline_delimited',
                      union_by_name = true, sample_size = -1)
  WHERE id IS NOT NULL`);

const times = [];
let answer;
for (let round = 0; round < Number(rounds); ++round) {
  const start = performance.now();
  answer = await (await connection.run(query)).getRows();
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(answer.map(([verdict, count]) => `${verdict} ${count}`).join(', '));
const [best, median] = [times[0], times[times.length >> 1]].map((time) => time.toFixed(1));
console.log(`median ${median} ms, best ${best} ms, one thread`);
