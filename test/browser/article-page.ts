import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';

/** An article and its evidence sets on a page of their own. */
export interface ArticlePage {
  readonly page: Page;
  /** What the console says and what went wrong: empty for a good page. */
  readonly complaints: readonly string[];
}

/** Builds the page of `article-page/` into a temporary folder, and gives back where. */
export async function buildArticlePage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'claimset-article-page-'));
  await build({
    root: resolve(import.meta.dirname, 'article-page'),
    configFile: resolve(import.meta.dirname, '../../src/web/vite.config.ts'),
    build: { outDir: folder },
    logLevel: 'warn',
  });
  return folder;
}

const address = 'http://article.test';
const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
/** As strict as the server of the annotation page is. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Opens the page with an article of tagged text. Nothing listens: the browser is answered from the folder. */
export async function openArticlePage(
  browser: Browser,
  folder: string,
  text: string,
  options: BrowserContextOptions = {},
): Promise<ArticlePage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    return route.fulfill({
      body: readFileSync(join(folder, name)),
      headers: {
        'Content-Type': `${mediaTypes[extname(name)] ?? 'text/plain'}; charset=utf-8`,
        'Content-Security-Policy': policy,
      },
    });
  });
  await page.goto(`${address}/`);
  await page.evaluate(`page.open(${JSON.stringify(text)})`);
  return { page, complaints };
}
