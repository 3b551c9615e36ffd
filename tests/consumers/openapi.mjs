// Holds what the simulated Sonarr answers, and what is posted to it, against Sonarr's own
// description of its API.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const Ajv = createRequire(import.meta.url)('ajv').default;

const whole = (bits) => ({
  type: 'number', validate: (n) => Number.isInteger(n) && Math.abs(n) <= 2 ** bits,
});

// What a path answers to a method, as the description has it.
function answers(file) {
  const api = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('int32', whole(31)).addFormat('int64', whole(63)).addFormat('double', true);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addSchema({ $id: 'api', components: api.components });
  const local = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
  const compiled = new Map();
  return (path, method, value) => {
    const key = `${method} ${path}`;
    if (!compiled.has(key)) {
      const { content } = api.paths[path][method].responses['200'];
      compiled.set(key, ajv.compile(local(content['application/json'].schema)));
    }
    const validate = compiled.get(key);
    if (!validate(value)) throw new Error(`${key}: ${ajv.errorsText(validate.errors)}`);
  };
}

async function serve(program, version) {
  const server = spawn(program, [version, '400', '30'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const said = {};
  for (let line = 0; line < 3; line += 1) {
    const [key, value] = (await lines.next()).value.split(' ');
    said[key] = value;
  }
  const posted = async () => {
    server.stdin.end();
    const bodies = [];
    for (let line = await lines.next(); !line.done; line = await lines.next())
      bodies.push(JSON.parse(line.value));
    return bodies;
  };
  return { ...said, posted };
}

async function checkVersion(program, version, file) {
  const check = answers(file);
  const server = await serve(program, version);
  const ask = async (path, body) => {
    const answer = await fetch(`${server.sonarr}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'X-Api-Key': server.key, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (answer.status !== (body ? 201 : 200)) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const get = async (path, query = '') => {
    const value = await ask(path + query);
    check(path, 'get', value);
    if (value.length === 0) throw new Error(`${path}${query} says nothing`);
    return value;
  };
  for (const path of ['system/status', 'rootfolder', 'qualityprofile', 'languageprofile', 'tag',
    'importlistexclusion', 'importlistexclusion/paged', 'series']) await get(`/api/v3/${path}`);
  const held = (await ask('/api/v3/series'))[0];
  check('/api/v3/series/{id}', 'get', await ask(`/api/v3/series/${held.id}`));
  await get('/api/v3/series/lookup', `?term=tvdb:${held.tvdbId}`);
  check('/api/v3/tag', 'post', await ask('/api/v3/tag', { label: 'new' }));

  const shows = await (await fetch(`${server.tvmaze}/shows?page=1`)).json();
  const isNew = (show) => show.externals.thetvdb && show.externals.thetvdb !== held.tvdbId;
  const [found] = await get('/api/v3/series/lookup',
    `?term=tvdb:${shows.find(isNew).externals.thetvdb}`);
  check('/api/v3/series', 'post', await ask('/api/v3/series', {
    ...found, qualityProfileId: 4, rootFolderPath: '/tv', monitored: true, seasonFolder: true,
    seriesType: 'standard', tags: [1],
    addOptions: { monitor: 'all', searchForMissingEpisodes: true },
  }));
  const bodies = await server.posted();
  if (bodies.length !== 1) throw new Error(`${bodies.length} bodies were written down`);
  for (const body of bodies) check('/api/v3/series', 'post', body);
}

/// Whether the descriptions are there; each version is a test.
export async function checkOpenapi(test, program, folder) {
  const versions = [
    ['4.0.19.2979', 'sonarr-4.0.19-api-v3.json'], ['5.0.0.1234', 'sonarr-5-develop-api-v3.json'],
  ];
  if (!program || !existsSync(folder)) {
    console.log(`note: skipped: Sonarr's description of its API is not in ${folder}`);
    return versions.length;
  }
  for (const [version, file] of versions)
    await test(`the simulated Sonarr ${version} is as Sonarr describes itself`,
      () => checkVersion(program, version, join(folder, file)));
  return 0;
}
