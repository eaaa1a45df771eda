import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Nothing is drawn before the colours and sizes that were chosen are known: a white flash in the dark is what one gets otherwise. */
const drawnOnceChosen = {
  name: 'drawn-once-chosen',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) =>
      html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

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
  plugins: [drawnOnceChosen],
  // Never for development, where a page holds the paths of its sources: a test that builds has another NODE_ENV.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
});
