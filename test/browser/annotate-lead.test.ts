import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Progress } from '../../src/stats/progress/progress.ts';
import { copyOfDataset, root, runCommand } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { annotatedFolder, goldIds } from './annotated-folder.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(why !== undefined)(`the page of the lead${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;
  let progress: Progress;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    server = await startAnnotateServer({
      folder: annotatedFolder(),
      annotators: ['ann', 'bob', 'cy'],
      lead: ['lea'],
      config: { annotate: { overlap: 2, gold: { claims: goldIds } } },
    });
    const { stdout, stderr } = await runCommand(['progress', '--json'], { cwd: server.folder });
    expect(stderr).toBe('');
    progress = JSON.parse(stdout) as Progress;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens the progress as somebody sees it, and hands the page to a test; the console must say nothing. */
  async function look(
    name: string,
    options: BrowserContextOptions,
    at: (page: Page) => Promise<void>,
    link = server.linkOf(name),
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      const url = new URL(link);
      url.pathname = '/lead';
      await page.goto(url.href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.claims-bar').waitFor();
      await at(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** Numbers of a table's row by the texts of the heads of its columns. */
  async function cellsOf(page: Page, table: string, row: string): Promise<Record<string, string>> {
    const heads = await page.locator(`${table} thead th`).allInnerTexts();
    const line = page.locator(`${table} tbody tr`, {
      has: page.getByRole('rowheader', { name: row, exact: true }),
    });
    const cells = await line.locator('th, td:not(.bar-table-bar)').allInnerTexts();
    return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']));
  }

  test('shows the figures of `claimset progress --json`', () =>
    look('lea', {}, async (page) => {
      const { claims, agreement, confusion, annotators, compared } = progress;
      expect(claims.conflicts).toBeGreaterThan(0);
      expect(claims.decided).toBeGreaterThan(0);
      const says = (text: string | RegExp) =>
        expect.poll(() => page.getByText(text).count()).toBeGreaterThan(0);
      await says(`${claims.answered} of ${claims.all} claims answered`);
      await says(`${claims.conflicts} claims wait for a decision`);
      await says((agreement.value ?? 0).toFixed(2));
      await says(
        `of ${compared} claims with two answers or more. 95 % interval ${agreement.interval?.low.toFixed(2)} to ${agreement.interval?.high.toFixed(2)}.`,
      );
      const cells = await page.locator('.confusion-table td').allInnerTexts();
      expect(cells.map(Number)).toEqual(confusion.flat());
      expect(annotators.map(({ annotator }) => annotator)).toEqual(['ann', 'bob', 'cy']);
      for (const own of annotators) {
        expect(await cellsOf(page, '.people-table', own.annotator)).toMatchObject({
          Answered: String(own.answered),
          'Open to them': own.waiting === 0 ? '–' : String(own.waiting),
          Hasty: own.hasty === 0 ? '–' : String(own.hasty),
          'Last day': own.lastDay,
        });
      }
      expect(annotators.find(({ annotator }) => annotator === 'cy')?.hasty).toBeGreaterThan(0);
      // What claims and comments hold is text.
      expect(await page.locator('.gaps-part b').count()).toBe(0);
      expect(await page.locator('.gaps-part li').count()).toBe(progress.guidelineGaps.length);
      const weeks = page.locator('.agreement-part-details');
      await weeks.locator('summary').click();
      expect(await weeks.locator('tbody tr').count()).toBe(progress.agreementByWeek.length);
      await page.getByRole('link', { name: 'Adjudicate' }).first().waitFor();
    }));

  test('an annotator sees the own figures alone', () =>
    look('bob', {}, async (page) => {
      const own = progress.annotators.find(({ annotator }) => annotator === 'bob');
      await page.getByText('Your progress').waitFor();
      expect(await page.locator('.own-view').innerText()).toContain(String(own?.answered));
      const text = await page.locator('main').innerText();
      for (const secret of ['ann', 'cy', 'alpha', 'hasty', 'gold', 'wait for a decision'])
        expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${secret}\\b`));
    }));

  test('a key and a press load the figures anew', () =>
    look('lea', {}, async (page) => {
      const loaded = () => page.waitForResponse((response) => response.url().endsWith('/api/progress'));
      const pressed = loaded();
      await page.keyboard.press('p');
      expect((await pressed).status()).toBe(200);
      const clicked = loaded();
      await page.getByRole('button', { name: 'Refresh' }).click();
      expect((await clicked).status()).toBe(200);
    }));

  test.each([
    { colorScheme: 'light', width: 1280, name: 'lea' },
    { colorScheme: 'dark', width: 320, name: 'lea' },
    { colorScheme: 'dark', width: 320, name: 'bob' },
  ] as const)(
    'axe finds nothing and the page does not scroll sideways: $name, $colorScheme, $width px',
    ({ colorScheme, width, name }) =>
      look(name, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) details.setAttribute('open', '');
        });
        // Not as a script of the page, which its policy forbids.
        await page.evaluate(axeSource);
        const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
        expect(results.passes.length).toBeGreaterThan(10);
        expect(
          results.violations.map(({ id, nodes }) => [
            id,
            nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
          ]),
        ).toEqual([]);
        const size = await page
          .locator('html')
          .evaluate((html) => ({ client: html.clientWidth, scroll: html.scrollWidth }));
        expect(size).toEqual({ client: width, scroll: width });
      }),
  );

  test('says that nobody has answered yet', async () => {
    const folder = copyOfDataset();
    rmSync(join(folder, 'claims/annotations'), { recursive: true });
    const empty = await startAnnotateServer({ folder, annotators: ['ann'], lead: ['lea'] });
    try {
      await look(
        'lea',
        {},
        (page) => page.getByText('Nobody has answered yet').waitFor(),
        empty.linkOf('lea'),
      );
    } finally {
      await empty.stop();
    }
  });
});
