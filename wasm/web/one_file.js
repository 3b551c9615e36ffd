// Puts the built site into one HTML file that works from file://, with a policy of its own:
//   node one_file.js SITE OUT
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [site, out] = process.argv.slice(2);
const assets = readdirSync(join(site, 'assets'));
const asset = (begin, end) => {
  const found = assets.filter(name => name.startsWith(begin) && name.endsWith(end));
  if (found.length !== 1) throw new Error(`expected one ${begin}*${end}, found ${found.length}`);
  return readFileSync(join(site, 'assets', found[0]));
};

/** Text that may stand in a script element. */
const inScript = text => text.replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
const hashOf = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const style = asset('style-', '.css').toString();
const app = inScript(asset('index-', '.js').toString());
const worker = inScript(asset('worker-', '.js').toString());
const module_ = gzipSync(asset('sievarr-', '.wasm'), { level: 9 }).toString('base64');
const icon = readFileSync(join(site, 'icon.svg')).toString('base64');

const policy = `default-src 'none'; script-src ${hashOf(app)} 'wasm-unsafe-eval'; ` +
  `style-src ${hashOf(style)}; img-src data:; worker-src blob:; ` +
  `base-uri 'none'; form-action 'none'`;

const page = readFileSync(join(site, 'index.html'), 'utf8')
  .replace(/content="default-src[^"]*"/, () => `content="${policy}"`)
  .replace(/href="\.\/icon\.svg"/, () => `href="data:image/svg+xml;base64,${icon}"`)
  .replace(/ *<link rel="stylesheet"[^>]*>\n/, () => `<style>${style}</style>\n`)
  .replaceAll(/ *<link rel="(module)?preload"[^>]*>\n/g, '')
  .replace(/ *<script type="module"[^>]*><\/script>\n/, '')
  .replace('</body>', () => `<script id="worker-code" type="text/plain">${worker}</script>\n` +
    `<script id="module-bytes" type="text/plain">${module_}</script>\n` +
    `<script type="module">${app}</script>\n</body>`);
writeFileSync(out, page);
