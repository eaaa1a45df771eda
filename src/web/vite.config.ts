import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The annotation page: `vite build src/web` writes dist/web, which `claimset annotate` serves. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Inline scripts and data: addresses are what the page's policy forbids.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: 'LICENSES.md' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
