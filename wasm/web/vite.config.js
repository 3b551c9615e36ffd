// The page as static files that work below any path. tool/build says where the module is and where
// the files go.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const build = fileURLToPath(new URL('../../build/wasm/', import.meta.url));
const module_ = process.env.SIEVARR_MODULE ?? `${build}wasm/sievarr.wasm`;

export default defineConfig({
  base: './',
  publicDir: 'public',
  plugins: [svelte()],
  resolve: { alias: [{ find: /^sievarr\.wasm/, replacement: module_ }] },
  worker: { format: 'es' },
  build: {
    outDir: process.env.SIEVARR_SITE ?? `${build}site`,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
