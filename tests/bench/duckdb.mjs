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
const drop = (column, words) => `NOT (${has(column, words)})`;
const either = (columns, words) => `(${columns.map((name) => one(name, words)).join(' OR ')})`;
const all = (...conditions) => conditions.map((each) => `(${each})`).join(' AND ');
const excluded = [
  has('genres', ['Adult', 'Soap']),
  one('type', ['Game Show', 'Panel Show']),
  "language = 'Zulu'",
  'minutes <= 3',
].map((each) => `(${each})`).join(' OR ');

const scripted = "type = 'Scripted'";
const english = "language = 'English'";
const premiered = (from) => `premiered >= ${from}`;
const selections = [
  ['prestige', all(has('genres', ['Drama']), scripted, english, 'rating >= 7.5',
    premiered("DATE '2005-01-01'"))],
  ['crime', all(has('genres', ['Crime', 'Thriller']), drop('genres', ['Family']),
    one('language', ['English', 'Danish', 'Swedish']), one('country', ['GB', 'DK', 'SE', 'US']),
    'rating >= 7', 'minutes >= 40')],
  ['anime', all(has('genres', ['Anime']), "type = 'Animation'", "country = 'JP'", 'weight >= 40',
    premiered(`${today} - INTERVAL 10 YEAR`))],
  ['comedy', all(has('genres', ['Comedy']), scripted, "status = 'Running'", 'weight >= 60',
    'rating >= 6')],
  ['channels', all(either(['network', 'web_channel'], ['HBO', 'Netflix', 'BBC One']), scripted,
    english, 'rating >= 6.5', "status = 'Ended'", `ended >= ${today} - INTERVAL 5 YEAR`)],
  ['documentary', all("type = 'Documentary'", one('language', ['English', 'German']),
    'minutes BETWEEN 30 AND 90', 'rating >= 8',
    `premiered BETWEEN DATE '2000-01-01' AND ${today}`)],
  ['new', all(ok(premiered(`${today} - INTERVAL 90 DAY`)), ok(english), ok(scripted),
    ok('weight >= 70'), drop('genres', ['Romance']))],
  ['european', all(one('country', ['DE', 'FR', 'ES', 'IT', 'NO']), scripted,
    has('genres', ['Drama', 'Mystery']), ok('rating BETWEEN 7 AND 10'),
    premiered("DATE '2015-01-01'"))],
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
