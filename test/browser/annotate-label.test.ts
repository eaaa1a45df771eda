import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalRecord } from '../../src/claims/journal-event.ts';
import { root } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const article = 'First Nagorno-Karabakh War';

describe.skipIf(why !== undefined)(`labelling${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    server = await startAnnotateServer();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Lines of the journals about a claim, in order. */
  function journalOf(claim: string): JournalRecord[] {
    const folder = join(server.folder, 'claims/annotations');
    return readdirSync(folder)
      .filter((name) => name.startsWith('tester'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line) as JournalRecord)
      .filter((record) => record.claim === claim);
  }

  /** Lines about a claim, once there are as many. */
  async function journal(claim: string, count: number): Promise<JournalRecord[]> {
    await expect.poll(() => journalOf(claim).length).toBe(count);
    return journalOf(claim);
  }

  /** Opens the page in a browser of its own; the console must say nothing, but of requests that the test lets fail. */
  async function look(
    at: (page: Page) => Promise<void>,
    { failing = false, ...options }: BrowserContextOptions & { readonly failing?: boolean } = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => {
      const isExpected = failing && message.text().includes('ERR_FAILED');
      if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(server.url);
      await page.locator('.article-unit').first().waitFor();
      await at(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** Id of the claim in hand. */
  async function claimOf(page: Page): Promise<string> {
    const text = await page.locator('.claim-bar-facts span').first().innerText();
    return text.replace(/^Claim /, '');
  }

  async function press(page: Page, ...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** Waits for another claim than this one. */
  async function nextAfter(page: Page, claim: string): Promise<string> {
    await expect.poll(() => claimOf(page)).not.toBe(claim);
    return claimOf(page);
  }

  test('a claim by keyboard alone, from the page to the journal', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await press(page, 'j', 'j', 'x', 'Shift+J', 'x', 'n', 'j', ' ', '2');
      await press(page, 'a', 'N', 'Escape', 'c');
      await page.keyboard.type('As 2 of 3 say: u, x, 1.');
      await press(page, 'Control+Enter');
      await nextAfter(page, claim);
      // The next keys are not for the note of the next claim, and a screen reader goes on with that claim.
      await expect
        .poll(() => page.getByRole('heading', { level: 1 }).evaluate((h) => h.matches(':focus')))
        .toBe(true);
      await press(page, 'j', '1');
      expect(await page.getByRole('radio', { name: 'Supports' }).isChecked()).toBe(true);
      expect(await page.getByLabel('Note').inputValue()).toBe('');
      const [line] = await journal(claim, 1);
      expect(line).toMatchObject({
        claim,
        annotator: 'tester',
        label: 'REFUTES',
        challenge: 'Numerical Reasoning',
        comment: 'As 2 of 3 say: u, x, 1.',
        hiddenSeconds: 0,
        trail: [{ did: 'open', what: article }],
        number: 1,
      });
      const { evidence, seconds, fingerprints } = line as {
        evidence: string[][];
        seconds: number;
        fingerprints: object;
      };
      expect(evidence.map((set) => set.length)).toEqual([2, 1]);
      expect(Object.keys(fingerprints).sort()).toEqual([...new Set(evidence.flat())].sort());
      expect(seconds).toBeGreaterThan(0);
    }));

  test('a claim by mouse', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await page.locator('.article-unit').nth(4).click();
      await page.getByRole('radio', { name: 'Supports' }).check();
      await page.getByRole('button', { name: /^Submit/ }).click();
      await nextAfter(page, claim);
      const [line] = await journal(claim, 1);
      expect(line).toMatchObject({ label: 'SUPPORTS' });
      expect((line as { evidence: string[][] }).evidence.map((set) => set.length)).toEqual([1]);
      await page.getByRole('button', { name: /^Undo/ }).first().click();
      await expect.poll(() => claimOf(page)).toBe(claim);
      expect(await journal(claim, 2)).toMatchObject([{}, { event: 'withdraw', what: 'annotation' }]);
    }));

  test('a search belongs to the claim that it was made for, once', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await press(page, '/');
      await page.keyboard.type('ceasefire');
      await page.locator('.search-pane-hit').first().waitFor();
      await press(page, 'Enter', 'j', 'x', '1', 'Control+Enter');
      const next = await nextAfter(page, claim);
      // Longer than a query must stand to be noted.
      await page.waitForTimeout(1600);
      await press(page, 'j', 'x', '1', 'Control+Enter');
      await nextAfter(page, next);
      const searches = async (of: string) => {
        const [line] = await journal(of, 1);
        return (line as { trail: { did: string; what: string }[] }).trail.filter(
          ({ did }) => did === 'search',
        );
      };
      expect(await searches(claim)).toMatchObject([{ what: 'ceasefire' }]);
      expect(await searches(next)).toEqual([]);
    }));

  test('cells of a table by keyboard', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await press(page, 't', 'ArrowDown', 'ArrowDown', 'ArrowRight', ' ', 'ArrowDown', 'r', 'Escape');
      await press(page, '1', '.', '.');
      await nextAfter(page, claim);
      const [line] = await journal(claim, 1);
      expect((line as { evidence: string[][] }).evidence).toEqual([
        [`${article}_cell_0_2_1`, `${article}_header_cell_0_3_0`, `${article}_cell_0_3_1`],
      ]);
    }));

  test('not enough information keeps what was looked at', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await press(page, 'j', 'x', '3');
      await page.getByText('goes with the answer as looked at').waitFor();
      await press(page, 'j', 'j', 'w', 'Control+Enter');
      const next = await nextAfter(page, claim);
      const [line] = await journal(claim, 1);
      expect(line).toMatchObject({ label: 'NOT ENOUGH INFO', evidence: [] });
      expect((line as { consulted: string[] }).consulted).toHaveLength(2);

      // The same evidence counts again as soon as the verdict is another one.
      await press(page, 'b');
      await expect.poll(() => claimOf(page)).toBe(claim);
      await page.getByText('Your answer stands until').waitFor();
      await press(page, '2', 'Control+Enter');
      await expect.poll(() => claimOf(page)).toBe(next);
      const [, second] = await journal(claim, 2);
      expect((second as { evidence: string[][] }).evidence.map((set) => set.length)).toEqual([1]);
    }));

  test('undo goes back through a submit, redo forth again, and a reload loses neither', () =>
    look(async (page) => {
      const first = await claimOf(page);
      await press(page, 'j', 'x', '1', 'Control+Enter');
      const second = await nextAfter(page, first);
      await press(page, 'j', 'j', 'j', 'x', '3');
      await press(page, 'u', 'u');
      expect(await claimOf(page)).toBe(second);
      await press(page, 'u');
      await expect.poll(() => claimOf(page)).toBe(first);
      expect(await page.getByRole('radio', { name: 'Supports' }).isChecked()).toBe(true);
      await press(page, 'u');
      expect(await page.getByRole('radio', { name: 'Supports' }).isChecked()).toBe(false);
      expect(await journal(first, 2)).toMatchObject([
        { label: 'SUPPORTS' },
        { event: 'withdraw', what: 'annotation' },
      ]);

      // More than the moment in which a draft is written.
      await page.waitForTimeout(250);
      await page.reload();
      await page.locator('.article-unit').first().waitFor();
      expect(await claimOf(page)).toBe(first);
      expect(await page.locator('.evidence-card [data-unit]').count()).toBe(1);
      await press(page, 'Shift+U', 'Shift+U');
      await expect.poll(() => claimOf(page)).toBe(second);
      await press(page, 'Shift+U', 'Shift+U');
      await expect.poll(() => page.getByRole('radio', { name: 'Not enough info' }).isChecked()).toBe(true);
      expect(await journal(first, 3)).toMatchObject([{}, {}, { label: 'SUPPORTS' }]);
    }));

  test('an answer that the checks refuse is sent with a reason only', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await press(page, 'Control+Enter');
      await page.getByText('Choose a verdict first.').waitFor();
      await press(page, '1');
      await page.locator('.check-list-error', { hasText: /evidence/ }).waitFor();
      await press(page, 'Control+Enter');
      await page.getByText('The checks find an error in this answer').waitFor();
      expect(await claimOf(page)).toBe(claim);
      await page.keyboard.type('It is so by definition.');
      await press(page, 'Control+Enter');
      await nextAfter(page, claim);
      expect(await journal(claim, 1)).toMatchObject([
        { label: 'SUPPORTS', evidence: [], despite: 'It is so by definition.' },
      ]);
    }));

  test('a claim is skipped with a reason and mended', () =>
    look(async (page) => {
      const claim = await claimOf(page);
      await press(page, 's', 'ArrowDown', 'ArrowDown');
      await page.getByLabel('How it should read').fill('It reads better so.');
      await press(page, 'Control+Enter');
      await nextAfter(page, claim);
      expect(await journal(claim, 1)).toMatchObject([
        { event: 'skip', reason: 'broken-claim', fix: 'It reads better so.' },
      ]);
      await press(page, 'u');
      await expect.poll(() => claimOf(page)).toBe(claim);
      await press(page, 'm');
      expect(await journal(claim, 3)).toMatchObject([
        {},
        { event: 'withdraw', what: 'skip' },
        { event: 'flag' },
      ]);
    }));

  test('work goes on without the server, and is sent when it is back', () =>
    look(
      async (page) => {
        const claim = await claimOf(page);
        await page.route('**/api/**', (route) => route.abort());
        await press(page, 'j', 'x', '1', 'Control+Enter');
        await page.getByRole('heading', { name: 'No next claim can be had' }).waitFor();
        await page.getByText('1 answer of yours is kept').waitFor();
        expect(journalOf(claim)).toEqual([]);
        await page.unroute('**/api/**');
        await nextAfter(page, claim);
        await journal(claim, 1);
      },
      { failing: true },
    ));

  test('the page is for everybody on a desk: light, with the dialog', () =>
    look(async (page) => {
      await press(page, 'j', 'x', '3', 'w', 'n', 'j', 'x', 'h');
      await page.locator('.check-list-fine, .check-list-found').waitFor();
      await inspect(page);
      await press(page, 's');
      await page.getByRole('dialog').waitFor();
      await inspect(page);
    }));

  test('the page is for everybody on a phone: dark, with the sheet and the drawer', () =>
    look(
      async (page) => {
        await press(page, 'j', 'x', '1');
        await inspect(page);
        await page.getByRole('button', { name: /^Evidence, note/ }).click();
        await page.locator('.check-list-fine, .check-list-found').waitFor();
        await inspect(page);
        await press(page, '/');
        expect(await page.evaluate('document.activeElement?.localName')).toBe('input');
        await inspect(page);
        await press(page, 'Escape');
        await expect.poll(() => page.locator('.tool-column').isVisible()).toBe(false);
        await press(page, 'Escape', 'c');
        expect(await page.evaluate('document.activeElement?.localName')).toBe('textarea');
      },
      { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    ));

  test('nothing is cut off at any width', () =>
    look(async (page) => {
      await press(page, 'j', 'x', '3', 'n');
      for (const width of [320, 640, 720, 1024, 1100, 1920]) {
        await page.setViewportSize({ width, height: width === 320 ? 256 : 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect((await page.locator('.top-bar').boundingBox())?.height).toBeLessThan(50);
      }
    }));

  async function inspect(page: Page): Promise<void> {
    await page.evaluate(axeSource);
    const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
    const found = results.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
    }));
    expect(found).toEqual([]);
  }
});
