import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../cli/run-command.ts';
import { startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(why !== undefined)(`searching${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  });
  afterAll(() => browser?.close());

  /** Opens the page of a server with some settings; axe and the console must say nothing. */
  async function look(config: Record<string, unknown>, at: (page: Page) => Promise<void>): Promise<string[]> {
    const server = await startAnnotateServer({ config });
    onTestFinished(() => server.stop());
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(server.url);
      await page.locator('.article-unit').first().waitFor();
      await at(page);
      await page.evaluate(axeSource);
      const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
      expect(results.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
    return [...server.said];
  }

  async function type(page: Page, query: string): Promise<void> {
    await page.keyboard.press('/');
    await page.keyboard.type(query);
  }

  test('other forms of a word are found and marked, and so is a word that is half typed', async () => {
    const said = await look({}, async (page) => {
      const marks = page.locator('.search-pane-hit mark');
      await type(page, 'ceasefires');
      await marks.first().waitFor();
      expect((await marks.allInnerTexts()).map((text) => text.toLowerCase())).toContain('ceasefire');
      await page.getByRole('combobox', { name: 'Search the articles' }).fill('"supplies to" armen');
      await expect.poll(() => marks.allInnerTexts()).toEqual(['Armenian', 'supplies to', 'Armenia']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.article-unit').first().waitFor();
    });
    expect(said).toEqual([]);
  });

  test('suggestions say why', async () => {
    await look({ annotate: { suggestions: true } }, async (page) => {
      await page.getByText('Suggested', { exact: true }).click();
      const reasons = page.locator('.search-pane-suggested .search-pane-reasons');
      await reasons.first().waitFor();
      for (const text of await reasons.allInnerTexts())
        expect(text).toMatch(/^(?:the claim names|has|another passage names|shares) /);
    });
  });

  test('where an engine is silent there are titles, and whoever runs the server knows why', async () => {
    // Port 9 belongs to nobody.
    const said = await look({ search: { engine: 'http://127.0.0.1:9/claims' } }, async (page) => {
      await type(page, 'karabakh');
      await page.locator('.search-pane-message', { hasText: 'the search engine gives no answer' }).waitFor();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.locator('.search-pane-title').first().waitFor();
      expect(await page.locator('.search-pane').innerText()).not.toContain('127.0.0.1');
    });
    expect(said.join('\n')).toContain('127.0.0.1:9');
  });
});
