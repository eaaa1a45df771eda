import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfDataset, runCommand, temporaryFolder } from '../cli/run-command.ts';
import { writeInto } from '../cli/small-dataset.ts';
import { exampleDataset } from '../report/example-dataset.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';
import { type OpenedReport, openReport } from './open-report.ts';

const why = whyNoChromium();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  if (why === undefined)
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
});
afterAll(async () => {
  await browser?.close();
});

/** A dataset folder of the example, with texts that mean harm, and what a system of such a name scores on it. */
async function harmfulDataset(): Promise<string> {
  const folder = temporaryFolder('suite');
  const { claims, files } = exampleDataset({ isHostile: true });
  for (const [path, text] of Object.entries(files)) writeInto(folder, path, text);
  const predictions = '<img src=x onerror=window.pwned=7>.jsonl';
  writeInto(
    folder,
    predictions,
    claims.map(({ id, evidence }) =>
      JSON.stringify({ id, predicted_label: 'SUPPORTS', predicted_evidence: evidence.flat() }),
    ),
  );
  const { stdout } = await runCommand(
    ['score', 'claims/towns.jsonl', predictions, '--by', 'challenge', '--json'],
    { cwd: folder },
  );
  writeInto(folder, 'scores.json', stdout);
  return folder;
}

const reports = [
  { name: 'the shipped dataset', folderOf: async () => copyOfDataset('suite'), argv: [] },
  { name: 'a dataset that means harm', folderOf: harmfulDataset, argv: ['--scores', 'scores.json'] },
];
/** Where WCAG 2.2 asks that pages need no scrolling sideways (1.4.10), a phone, and a desk. */
const widths = [320, 390, 1280];

const suite = `the report of $name in a browser${why === undefined ? '' : ` (${why})`}`;
describe.skipIf(why !== undefined).each(reports)(suite, ({ folderOf, argv }) => {
  let file: string;
  beforeAll(async () => {
    const folder = await folderOf();
    file = join(folder, 'report.html');
    const { exitCode, stderr } = await runCommand(['report', '-o', file, ...argv], { cwd: folder });
    // 1 for what `claimset validate` finds.
    expect([0, 1], stderr).toContain(exitCode);
  });

  /** Shows the page to a test and closes it. */
  const look = async (options: BrowserContextOptions, at: (opened: OpenedReport) => Promise<void>) => {
    const opened = await openReport(browser, file, options);
    try {
      await at(opened);
      expect(opened.complaints).toEqual([]);
    } finally {
      await opened.page.context().close();
    }
  };
  const openAll = ({ page }: OpenedReport): Promise<void> =>
    page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });

  test.each([true, false])(
    'asks for nothing and runs nothing of the data; JavaScript: %s',
    (javaScriptEnabled) =>
      look({ javaScriptEnabled }, async (opened) => {
        const { page } = opened;
        await openAll(opened);
        await page.keyboard.press('End');
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        expect(await page.getByRole('main').count()).toBe(1);
        expect(await page.evaluate('window.pwned')).toBeUndefined();
        const live = await page
          .locator('*')
          .evaluateAll((all) =>
            all
              .filter(
                (element) =>
                  ['script', 'iframe', 'object', 'embed', 'img', 'link', 'base', 'form'].includes(
                    element.localName,
                  ) ||
                  [...element.attributes].some(
                    ({ name, value }) =>
                      /^on|^(?:xlink:)?(?:href|src)$/.test(name) && !/^(?:#|https:)/.test(value),
                  ),
              )
              .map((element) => element.outerHTML.slice(0, 200)),
          );
        expect(live).toEqual([]);
      }),
  );

  test('lets no script run that came into it all the same', () =>
    look({}, async ({ page, complaints }) => {
      await page.locator('body').evaluate((body) => {
        body.insertAdjacentHTML(
          'beforeend',
          '<img src="data:," onerror="window.pwned=1"><svg onload="window.pwned=2"/>',
        );
      });
      await expect.poll(() => complaints.length).toBeGreaterThan(0);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(complaints.filter((complaint) => !complaint.includes('Content Security Policy'))).toEqual([]);
      (complaints as string[]).length = 0;
    }));

  // What axe looks at depends on the colours or on the width, not on both together.
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const)('axe finds nothing: $colorScheme, $width px', ({ colorScheme, width }) =>
    look({ colorScheme, viewport: { width, height: 900 } }, async (opened) => {
      const { page } = opened;
      await openAll(opened);
      await page.evaluate(axeSource);
      const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
      expect(results.passes.length).toBeGreaterThan(10);
      const found = results.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
      }));
      expect(found).toEqual([]);
    }),
  );

  test.each([true, false])('needs no scrolling sideways; JavaScript: %s', (javaScriptEnabled) =>
    look({ javaScriptEnabled }, async (opened) => {
      const { page } = opened;
      await openAll(opened);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const size = await page
          .locator('html')
          .evaluate((root) => ({ client: root.clientWidth, scroll: root.scrollWidth }));
        expect(size).toEqual({ client: width, scroll: width });
      }
    }),
  );

  test('what is wider than its place can be scrolled with keys, and says what it is', () =>
    look({ viewport: { width: 320, height: 800 } }, async (opened) => {
      await openAll(opened);
      const mute = await opened.page.locator('main *').evaluateAll((all) =>
        all
          .filter((element) => {
            const { overflowX } = element.ownerDocument.defaultView.getComputedStyle(element);
            return ['auto', 'scroll'].includes(overflowX) && element.scrollWidth > element.clientWidth;
          })
          .filter(
            (element) =>
              element.tabIndex < 0 ||
              !(element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')),
          )
          .map((element) => element.outerHTML.slice(0, 200)),
      );
      expect(mute).toEqual([]);
    }));

  test('nothing is cut off on paper', () =>
    look({ viewport: { width: 680, height: 990 } }, async ({ page }) => {
      // The width of A4 without margins of 15 mm, in CSS pixels.
      await page.emulateMedia({ media: 'print' });
      const cut = await page.locator('main *').evaluateAll((all) =>
        all
          .filter((element) => {
            const style = element.ownerDocument.defaultView.getComputedStyle(element);
            if (style.overflowX === 'visible' || style.position === 'absolute') return false;
            return element.scrollWidth > element.clientWidth + 1;
          })
          .map(
            (element) =>
              `${element.scrollWidth} > ${element.clientWidth}: ${element.outerHTML.slice(0, 200)}`,
          ),
      );
      expect(cut).toEqual([]);
      const width = await page.locator('html').evaluate((root) => root.scrollWidth);
      expect(width).toBe(680);
      const pdf = await page.pdf({ format: 'A4', margin: { left: '15mm', right: '15mm' } });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(20_000);
    }));

  test('every chart has a name and the same as a table', () =>
    look({}, async ({ page }) => {
      const charts = page.locator('main figure:has(svg)');
      expect(await charts.count()).toBeGreaterThan(2);
      for (const chart of await charts.all()) {
        expect(await chart.getByRole('img').count()).toBeGreaterThan(0);
        expect(await chart.locator('table').count()).toBeGreaterThan(0);
      }
      for (const image of await page.getByRole('img').all()) {
        expect((await image.getAttribute('aria-label'))?.length ?? 0).toBeGreaterThan(10);
      }
    }));

  test.each([true, false])('is read with keys; JavaScript: %s', (javaScriptEnabled) =>
    look({ javaScriptEnabled }, async ({ page }) => {
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      expect(await skip.getAttribute('href')).toBe('#content');
      expect(await skip.isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#content');
      const details = page.locator('details:not([open])').first();
      const handle = await details.elementHandle();
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await handle?.getAttribute('open')).not.toBeNull();
      await page.keyboard.press('Space');
      expect(await handle?.getAttribute('open')).toBeNull();
    }),
  );

  test('is one file of a size that can be mailed', () => {
    expect(statSync(file).size).toBeLessThan(5_000_000);
  });
});
