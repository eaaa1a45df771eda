import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../cli/run-command.ts';
import { claimLine, claimsPath, lines, smallDataset } from '../cli/small-dataset.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');

/** Does something in each way that browsers know, if it is taken for anything but text. */
const evil =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script><svg onload="window.hacked=3"></svg>';
const link = '[more](javascript:window.hacked=4) <a href="javascript:window.hacked=5">x</a>';
const title = 'A <b>town</b>';

const article = `${title}

From Wikipedia for FEVERv2
Jump to navigation Jump to search

${evil} lies on a river. ${title}_sentence_0

${evil} ${title}_section_0

${title}_table_general_0

Year${evil}${title}_header_cell_0_0_0 ${evil}${title}_header_cell_0_0_1
1902${title}_cell_0_1_0 ${link}${title}_cell_0_1_1
`;

const journal = (annotator: string, label: string) =>
  lines(
    JSON.stringify({
      claim: 'c-1',
      annotator,
      label,
      evidence: [[`${title}_sentence_0`], [`${title}_cell_0_1_1`, `${evil}_sentence_9`]],
      at: '2026-02-01T00:00:00Z',
      comment: `${evil} ${link}`,
      despite: evil,
      consulted: [evil],
    }),
    JSON.stringify({ event: 'flag', claim: 'c-2', annotator, at: '2026-02-01T00:00:00Z', comment: evil }),
    JSON.stringify({
      event: 'skip',
      claim: 'c-3',
      annotator,
      at: '2026-02-01T00:00:00Z',
      reason: 'broken-claim',
      fix: evil,
      comment: evil,
    }),
  );

const files = {
  'claimset.config.json': JSON.stringify({ title: evil, annotate: { guidelines: 'guidelines.md' } }),
  'corpus/a-town.txt': article,
  [claimsPath]: lines(
    ...['c-1', 'c-2', 'c-3', evil].map((id) =>
      claimLine(id, {
        claim: `${evil} ${id}`,
        evidence: [[`${title}_sentence_0`]],
        source: `${title}_sentence_0`,
      }),
    ),
  ),
  // Names of annotators as somebody's own program may have written them.
  'claims/annotations/tester.jsonl': journal('tester', 'SUPPORTS'),
  'claims/annotations/other.jsonl': journal(evil, 'REFUTES'),
  'guidelines.md': `# ${evil}\n\n${evil}\n\n${link}\n\n<iframe src="https://evil.example"></iframe>\n\n![x](https://evil.example/x.png)\n`,
};

describe.skipIf(why !== undefined)(`the page under attack${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    server = await startAnnotateServer({ folder: smallDataset(files, 'suite') });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each([
    ['labelling', '/?claim=c-1', []],
    ['labelling a claim whose id is script', `/?claim=${encodeURIComponent(evil)}`, []],
    ['the guidelines', '/?claim=c-1', ['g']],
    ['the search', '/?claim=c-1', ['/', ...'river']],
    ['writing', '/write', []],
    ['deciding', '/adjudicate?claim=c-1', []],
    ['deciding a flagged claim', '/adjudicate?claim=c-2', []],
    ['deciding a skipped claim', '/adjudicate?claim=c-3', []],
    ['the progress', '/lead', []],
    ['the own work', '/history', []],
  ] as [string, string, string[]][])('%s shows text and runs none of it', async (_, path, keys) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // The article of an id that was made up is not there.
      const isExpected = message.text().includes('status of 404');
      if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(server.url).origin)) complaints.push(request.url());
    });
    await page.goto(new URL(path, server.url).href, { waitUntil: 'load' });
    await expect.poll(() => page.locator('body').innerText(), { timeout: 20_000 }).toContain('<img src=x');
    for (const key of keys) await page.keyboard.press(key);
    // What was pressed is answered, and what would have been run has run.
    await page.waitForTimeout(keys.length > 0 ? 1000 : 300);
    const seen = {
      hacked: await page.evaluate('"hacked" in window'),
      elements: await page.locator('img, iframe, object, embed, main script, svg[onload], [onerror]').count(),
      links: await page.locator('a[href^="javascript" i], a[href^="data" i]').count(),
    };
    expect({ ...seen, complaints }).toEqual({ hacked: false, elements: 0, links: 0, complaints: [] });
    await context.close();
  });
});
