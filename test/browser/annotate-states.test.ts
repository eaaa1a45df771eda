import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../cli/run-command.ts';
import { type AnnotateServer, type AnnotateServerOptions, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';
import { folderWithClaims } from './folder-with-claims.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(why !== undefined)(`states of labelling${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  });
  afterAll(() => browser?.close());

  async function start(claims: number, options: AnnotateServerOptions): Promise<AnnotateServer> {
    const server = await startAnnotateServer({ folder: folderWithClaims(claims), ...options });
    onTestFinished(() => server.stop());
    return server;
  }

  /** Opens the page as somebody sees it; axe and the console must say nothing in the end. */
  async function look(link: string, at: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(link);
      await page.getByRole('heading', { level: 1 }).or(page.locator('.state')).first().waitFor();
      await at(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async function inspect(page: Page): Promise<void> {
    await page.evaluate(axeSource);
    const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  }

  /** Sends an event as somebody. */
  async function send(server: AnnotateServer, name: string, event: object): Promise<void> {
    const link = new URL(server.linkOf(name));
    const response = await fetch(new URL('/api/events', link), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${link.hash.slice(1)}` },
      body: JSON.stringify({ device: name, events: [{ number: 1, at: new Date().toISOString(), ...event }] }),
    });
    expect(await response.json()).toMatchObject({ results: [{ status: 'written' }] });
  }

  test('training shows what an answer is worth, and the work ends with a word', async () => {
    const server = await start(2, {
      annotators: ['ann', 'bob'],
      config: { annotate: { overlap: 2, gold: { claims: ['nkw-0001'], training: 1 } } },
    });
    await look(server.linkOf('ann'), async (page) => {
      await page.getByText('Training', { exact: true }).waitFor();
      await page.locator('.article-unit').first().waitFor();
      for (const key of ['j', 'x', '2', 'Control+Enter']) await page.keyboard.press(key);
      await page.getByText('The verdict is: Supports.').waitFor();
      await page.getByText('You said: Refutes.').waitFor();
      await page.getByText('0 % of what you chose is evidence.').waitFor();
      const gold = page.locator('[data-id="First Nagorno-Karabakh War_cell_0_2_1"]');
      expect(await gold.innerText()).toContain('★');
      await inspect(page);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Claim nkw-0002').waitFor();
      for (const key of ['j', 'x', '1', 'Control+Enter']) await page.keyboard.press(key);
      await page.getByRole('heading', { name: 'All done' }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['All done']);
      await inspect(page);
      await page.keyboard.press('u');
      await page.getByText('Claim nkw-0002').waitFor();
    });
  });

  test('a verdict is asked for from the evidence alone', async () => {
    const server = await start(1, {
      annotators: ['ann', 'bob'],
      lead: ['lea'],
      config: { annotate: { overlap: 1, verdict: true } },
    });
    const claim = 'nkw-0001';
    const [sentence, cell] = [
      'First Nagorno-Karabakh War_sentence_2',
      'First Nagorno-Karabakh War_cell_0_2_1',
    ];
    await send(server, 'ann', {
      kind: 'annotate',
      claim,
      label: 'SUPPORTS',
      evidence: [[sentence]],
      seconds: 1,
      idleSeconds: 0,
      hiddenSeconds: 0,
    });
    await send(server, 'lea', {
      kind: 'adjudicate',
      claim,
      label: 'SUPPORTS',
      evidence: [[sentence], [cell]],
      seconds: 1,
    });
    await look(server.linkOf('bob'), async (page) => {
      await page.getByRole('heading', { name: 'The evidence' }).waitFor();
      await page.getByText('Evidence 2 of 2, enough alone').waitFor();
      await page.getByText('20 February 1988').first().waitFor();
      expect(await page.locator('.article-pane, .tool-column, .evidence-sets').count()).toBe(0);
      await inspect(page);
      for (const key of ['3', 'Control+Enter']) await page.keyboard.press(key);
      await page.getByRole('heading', { name: 'All done' }).waitFor();
    });
    const journal = () => readFileSync(join(server.folder, 'claims/annotations/bob.jsonl'), 'utf8').trim();
    await expect.poll(journal).not.toBe('');
    expect(JSON.parse(journal())).toMatchObject({ event: 'verdict', claim, label: 'NOT ENOUGH INFO' });
  });

  test('a claim in hand that somebody changes says so, and keeps what was done', async () => {
    const server = await start(2, {});
    const path = join(server.folder, 'claims/tables.jsonl');
    await look(server.url, async (page) => {
      await page.locator('.article-unit').first().waitFor();
      for (const key of ['j', 'x', '1']) await page.keyboard.press(key);
      const text = await page.getByRole('heading', { level: 1 }).innerText();
      writeFileSync(path, readFileSync(path, 'utf8').replace(JSON.stringify(text), '"Somebody mended it."'));
      await page.reload();
      await page.getByText('Somebody has changed this claim').waitFor();
      await page.getByText(`It read “${text}”`).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Somebody mended it.');
      expect(await page.getByRole('radio', { name: 'Supports' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'I have read it' }).click();
      await page.getByText('Somebody has changed this claim').waitFor({ state: 'detached' });

      // Undo of a second answer leaves the first.
      await page.keyboard.press('Control+Enter');
      await page.getByText('Submitted: Supports.').waitFor();
      for (const key of ['b', '2', 'Control+Enter']) await page.keyboard.press(key);
      await page.getByText('Submitted: Refutes.').waitFor();
      await page.keyboard.press('u');
      await page.getByText('What you had submitted before stands again.').waitFor();
      await page.getByText('Your answer stands until').waitFor();
    });
  });

  test('what was decided meanwhile can be seen and not changed', async () => {
    const server = await start(2, {
      annotators: ['ann'],
      lead: ['lea'],
      config: { annotate: { overlap: 1 } },
    });
    await look(server.linkOf('ann'), async (page) => {
      await page.locator('.article-unit').first().waitFor();
      const [text = ''] = await page.locator('.claim-bar-facts span').allInnerTexts();
      const claim = text.replace('Claim ', '');
      for (const key of ['j', 'x', '1', 'Control+Enter']) await page.keyboard.press(key);
      await expect.poll(() => page.locator('.claim-bar-facts').innerText()).not.toContain(claim);
      await send(server, 'lea', {
        kind: 'adjudicate',
        claim,
        label: 'NOT ENOUGH INFO',
        evidence: [],
        seconds: 1,
      });
      await page.keyboard.press('u');
      await page.getByText('This claim can no longer be changed').waitFor();
      expect(await page.getByRole('radio', { name: 'Supports' }).isDisabled()).toBe(true);
      await page.keyboard.press('2');
      expect(await page.getByRole('radio', { name: 'Supports' }).isChecked()).toBe(true);
    });
  });
});
