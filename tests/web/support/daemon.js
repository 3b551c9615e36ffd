// A stand-in for the daemon: it serves the page as the program does, asks for a key, and gives
// answers made of the examples in the OpenAPI document, so that they have its shapes.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { policy, site, types } from './site.js';

const openapi = JSON.parse(await readFile(
  new URL('../../../docs/reference/openapi.json', import.meta.url), 'utf8'));

/** A list within so many others has nothing in it: some lists are of what they belong to. */
const deepest = 6;

/** A value that a schema describes: its example, its default, or one made of its parts. */
function made(schema, depth = 0) {
  if (schema.$ref) return made(openapi.components.schemas[schema.$ref.split('/').at(-1)], depth);
  const [example] = schema.examples ?? [];
  if (example !== undefined)
    return ['integer', 'number', 'boolean'].includes(schema.type) ? JSON.parse(example) : example;
  if (schema.default !== undefined && schema.default !== '') return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return made(schema.anyOf[0], depth);
  if (schema.type === 'array')
    return schema.items.$ref && depth < deepest ? [made(schema.items, depth + 1)] : [];
  if (schema.type !== 'object') return { string: '', integer: 1, number: 1 }[schema.type] ?? false;
  const filled = Object.entries(schema.properties ?? {}).map(([name, each]) =>
    [name, made(each, depth + 1)]);
  return Object.fromEntries(filled);
}

const config = 'sonarr:\n- url: http://sonarr:8989\n  api_key: ${SONARR_API_KEY}\n' +
  '  root_folder: /tv\n  quality_profile: HD-1080p\nserver:\n  api_key: ${SERVER_API_KEY}\n' +
  'selections:\n- name: drama\n  genres: [Drama]\n  rating: {min: 7.5}\n';
const shows = Array.from({ length: 40 }, (_, at) => JSON.stringify({
  id: at + 1, title: `Show ${at + 1}`, genres: ['Drama'], rating: 6 + at / 10, tvdb_id: at + 1,
})).join('\n');

/** What is answered where an example of everything would not do. */
const told = {
  '/api/v1/export': ['application/x-ndjson', () => `{"sievarr_export":1}\n${shows}\n`],
  '/api/v1/config': ['application/json', () => JSON.stringify({ config: {}, yaml: config,
    problems: [] })],
  '/api/v1/system/status': ['application/json', () => JSON.stringify({
    ...made({ $ref: '#/components/schemas/SystemStatus' }), progress: { highest_tvmaze_id: 90_123 },
    counts: { added: 12, filtered: 80_000, review: 1 }, instances: { main: { healthy: true } },
  })],
};

export async function standIn({ key = 'open sesame', port = 0 } = {}) {
  const asked = [];
  /** By path, what is answered instead of the usual: members, or a function of it and the query. */
  const says = {};
  let stream = null;

  async function page(path, response) {
    // An address of the page has no ending; all of them are the same page.
    const name = extname(path) === '' ? 'index.html' : path.slice(1);
    let bytes = await readFile(join(site, name)).catch(() => null);
    if (bytes === null) return response.writeHead(404).end();
    if (name === 'index.html')
      bytes = bytes.toString().replace('name="sievarr-source" content="files"',
        'name="sievarr-source" content="daemon"').replace(/ *<link rel="preload"[^>]*>\n/, '')
        .replaceAll('"./', '"/');
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain',
      'content-security-policy': policy });
    response.end(bytes);
  }

  async function answer(request, path, response) {
    const form = Object.keys(openapi.paths).find(each => path === each ||
      new RegExp(`^${each.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
    const route = openapi.paths[form]?.[request.method.toLowerCase()];
    if (!route) return response.writeHead(404).end('{}');
    const [type, text] = told[path] ?? ['application/json', () => {
      const schema = route.responses['200']?.content?.['application/json']?.schema;
      return schema ? JSON.stringify(made(schema)) : '';
    }];
    // An example of everything would have another part behind each part.
    const usual = text().replace(/,"next":("[^"]*"|\d+)/, '');
    const query = new URL(request.url, 'http://x').searchParams;
    const said = typeof says[path] === 'function' ? await says[path](JSON.parse(usual), query) :
      says[path] ? { ...JSON.parse(usual), ...says[path] } : null;
    response.writeHead(200, { 'content-type': type }).end(said ? JSON.stringify(said) : usual);
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    let body = '';
    for await (const chunk of request) body += chunk;
    if (!path.startsWith('/api/') && path !== '/session') return page(path, response);
    asked.push({ what: `${request.method} ${path}`, body });
    if (path === '/api/v1/access/mode')
      return response.writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ mode: says.mode ?? 'key' }));
    if (path === '/session' && request.method === 'POST') {
      const given = JSON.parse(body);
      if ((given.password ?? given.key) !== key)
        return response.writeHead(401, { 'content-type': 'application/problem+json' })
          .end(JSON.stringify({ status: 401, title: 'this is not the key', detail: '' }));
      return response.writeHead(204, { 'set-cookie': 'session=1; HttpOnly; SameSite=Lax' }).end();
    }
    if (says.mode !== 'none' && !/session=1/.test(request.headers.cookie ?? ''))
      return response.writeHead(401).end('{"title":"no key"}');
    if (path === '/session')
      return response.writeHead(204, { 'set-cookie': 'session=; Max-Age=0' }).end();
    if (path === '/api/v1/events') {
      stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
      return stream.write(': here\n\n');
    }
    return answer(request, path, response);
  });
  await new Promise(done => server.listen(port, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    says,
    port: server.address().port,
    /** Lets something happen. */
    tell: (kind, event) => stream.write(`event: ${kind}\ndata: ${JSON.stringify(
      { number: 1, at: '2026-01-31T10:30:00Z', kind, ...event })}\n\n`),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
