// The page as static files that work below any path. tool/build says where the module is and where
// the files go.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The service worker knows all files by name, and is another one when any of them is. */
const serviceWorker = {
  name: 'service-worker',
  enforce: 'post',
  generateBundle(_, bundle) {
    const names = Object.keys(bundle).sort().filter(name => name !== 'index.html');
    const hash = createHash('sha256');
    for (const name of Object.keys(bundle).sort())
      hash.update(name).update(bundle[name].code ?? bundle[name].source);
    const source = readFileSync(new URL('offline/service.js', import.meta.url), 'utf8')
      .replace('__VERSION__', `sievarr-${hash.digest('hex').slice(0, 16)}`)
      .replace('__FILES__', ['./', './icon.svg', ...names.map(name => `./${name}`)].join(' '));
    this.emitFile({ type: 'asset', fileName: 'service.js', source });
  },
};

/** The module and the page's own script are fetched while the first script is still read. */
const early = {
  name: 'early',
  enforce: 'post',
  generateBundle(_, bundle) {
    const module_ = Object.keys(bundle).find(name => name.endsWith('.wasm'));
    const script = Object.keys(bundle).find(name => /page-[^/]*\.js$/.test(name));
    const links = [`<link rel="preload" href="./${module_}" as="fetch" crossorigin>`];
    if (script) links.push(`<link rel="modulepreload" href="./${script}" crossorigin>`);
    const page = bundle['index.html'];
    page.source = page.source.replace('</head>', `  ${links.join('\n  ')}\n</head>`);
  },
};

const build = fileURLToPath(new URL('../../build/wasm/', import.meta.url));
const reference = fileURLToPath(new URL('../../docs/reference/', import.meta.url));
/** For a page that is one file, all scripts but the worker's are one. */
const inOnePiece = process.env.SIEVARR_PIECES === 'one';
const module_ = process.env.SIEVARR_MODULE ?? `${build}wasm/sievarr.wasm`;

export default defineConfig({
  base: './',
  publicDir: 'public',
  plugins: [svelte(), early, serviceWorker],
  resolve: { alias: [
    { find: /^sievarr\.wasm/, replacement: module_ },
    { find: /^reference\//, replacement: reference },
  ] },
  worker: { format: 'es' },
  build: {
    outDir: process.env.SIEVARR_SITE ?? `${build}site`,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: { output: { inlineDynamicImports: inOnePiece } },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
});
