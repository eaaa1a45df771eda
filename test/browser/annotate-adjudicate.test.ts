import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { root, runCommand } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';
import { disputedFolder } from './disputed-folder.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const [cell, sentence, far] = [
  'First Nagorno-Karabakh War_cell_0_2_1',
  'First Nagorno-Karabakh War_sentence_2',
  'First Nagorno-Karabakh War_sentence_69',
];

/** One story: each part goes on where the one before ended. */
describe.skipIf(why !== undefined)(`adjudication${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    server = await startAnnotateServer({
      folder: disputedFolder(),
      annotators: ['ann', 'bob'],
      lead: ['lea'],
    });
    page = await open('lea', '/adjudicate');
    await claimIs('nkw-0002');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(name: string, path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme });
    const opened = await context.newPage();
    opened.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    const url = new URL(server.linkOf(name));
    url.pathname = path;
    await opened.goto(url.href);
    return opened;
  }

  /** Presses keys one after the other, capitals with the shift key, as fingers do. */
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(/^[A-Z]$/.test(key) ? `Shift+${key}` : key);
  }

  const claimIs = (id: string) => page.locator('.claim-head-id', { hasText: `Claim ${id}` }).waitFor();
  const listed = () => page.locator('.conflict-list-item').count();
  const linesOf = (file: string): Partial<Claim>[] => {
    const path = join(server.folder, 'claims', file);
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Partial<Claim>);
  };
  const claimOf = (id: string, file = 'tables.jsonl') => linesOf(file).find((claim) => claim.id === id);
  const unlabelled = (id: string) => claimOf(id, 'unlabelled/tables.jsonl') !== undefined;
  const isSaved = () => page.locator('.save-status', { hasText: 'saved' }).first().waitFor();

  async function axeFindings(checked: Page): Promise<string[]> {
    await checked.evaluate(axeSource);
    // The article has tests of its own, and so many elements that it takes ten seconds.
    await checked.evaluate("document.querySelector('.article-pane')?.style.setProperty('display', 'none')");
    const { violations } = await checked.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  test('lists what waits, the least certain first, and names nobody', async () => {
    const texts = await page.locator('.conflict-list-item').allInnerTexts();
    expect(texts.map((text) => text.split('\n').slice(-1)[0]?.trim() && text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/less than five years\. labels differ 1\.00 bits$/),
      expect.stringMatching(/late 1980s\. evidence differs$/),
      expect.stringMatching(/by two days\. evidence differs$/),
      expect.stringMatching(/territory of Armenia\. skipped$/),
      expect.stringMatching(/Armenian side\. flagged$/),
    ]);
    expect(await page.locator('main').innerText()).not.toMatch(/\b(?:ann|bob)\b/);
    expect(await page.locator('.article-answer').allInnerTexts()).toEqual(expect.arrayContaining(['A', 'B']));
  });

  test('takes both answers together by keyboard, with a reason and a comment', async () => {
    await press('v');
    await claimIs('nkw-0001');
    await press('Control+Enter');
    await page.getByText('Supports and Refutes need evidence.').waitFor();
    await press('B', 'y', '6', 'c');
    await page.keyboard.type('Either decides it.');
    await press('Control+Enter');
    await claimIs('nkw-0004');
    await expect
      .poll(() => claimOf('nkw-0001'))
      .toMatchObject({
        label: 'SUPPORTS',
        aggregation: { method: 'adjudication', votes: { SUPPORTS: 2 }, annotators: 2 },
      });
    expect(claimOf('nkw-0001')?.evidence?.toSorted()).toEqual([[cell], [sentence]]);
    expect(unlabelled('nkw-0001')).toBe(false);
    expect(linesOf('annotations/lea.jsonl').at(-1)).toMatchObject({
      claim: 'nkw-0001',
      annotator: 'lea',
      adjudication: true,
      reason: 'both-valid',
      comment: 'Either decides it.',
    });
  });

  test('undo takes the decision back, redo makes it again', async () => {
    await press('Escape', 'u');
    await claimIs('nkw-0001');
    await expect.poll(() => unlabelled('nkw-0001')).toBe(true);
    expect(claimOf('nkw-0001')).toBeUndefined();
    expect(await page.getByLabel('Comment').inputValue()).toBe('Either decides it.');
    await press('U');
    await claimIs('nkw-0004');
    await expect.poll(() => claimOf('nkw-0001')?.label).toBe('SUPPORTS');
  });

  test('merging leaves out a set that contains another, and says so', async () => {
    await press('B');
    await page.getByText('One set was left out').waitFor();
    expect(await page.locator('.decision .evidence-sets-list > li').count()).toBe(1);
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await page.locator('.decision .evidence-sets-list > li').count()).toBe(2);
    await press('u', 'u', 'u');
    await claimIs('nkw-0001');
    await press('U');
    await claimIs('nkw-0004');
    await press('T', '1', 'y', '4', '.', '.');
    await expect.poll(() => claimOf('nkw-0004')?.label).toBe('REFUTES');
    expect([[[far]], [[cell, far]]]).toContainEqual(claimOf('nkw-0004')?.evidence);
  });

  test('what is being decided is there again after a reload; the search has the keys', async () => {
    await claimIs('nkw-0007');
    await press('O', '2');
    await page.getByRole('radio', { name: 'Refutes' }).and(page.locator(':checked')).waitFor();
    await press('/');
    await page.keyboard.type('Askeran');
    await page
      .locator('.conflict-article-search')
      .getByText(/Askeran/)
      .first()
      .waitFor();
    await press('Escape', 'Escape');
    await page.reload();
    await claimIs('nkw-0007');
    await page.getByRole('radio', { name: 'Refutes' }).and(page.locator(':checked')).waitFor();
    expect(await page.locator('.decision .evidence-sets-list').innerText()).toContain(
      'Choose sentences or cells',
    );
    await press('u', 'u');
    await page.getByRole('radio', { name: 'Supports' }).and(page.locator(':checked')).waitFor();
    await page.locator('.conflict-list-item').nth(1).focus();
    await press('k', 'Enter');
    await claimIs('nkw-0002');
    await press('v');
  });

  test('drops a claim, and puts it back as it was', async () => {
    await claimIs('nkw-0007');
    await page.getByText('Armenia was spared.').waitFor();
    const before = claimOf('nkw-0007', 'unlabelled/tables.jsonl');
    await press('D');
    await page.getByRole('dialog').getByText('can put it back').waitFor();
    await press(' ');
    expect(
      await page
        .getByRole('dialog')
        .getByLabel(/Ambiguous claim/)
        .isChecked(),
    ).toBe(true);
    await press('Control+Enter');
    await claimIs('nkw-0008');
    await expect.poll(() => unlabelled('nkw-0007')).toBe(false);
    await isSaved();
    await page.getByRole('tab', { name: 'Decided' }).click();
    await page.locator('.conflict-list-item', { hasText: 'dropped' }).click();
    await page.getByRole('button', { name: 'Put the claim back' }).click();
    await expect.poll(() => claimOf('nkw-0007', 'unlabelled/tables.jsonl')).toEqual(before);
    await page.getByRole('tab', { name: /To decide/ }).click();
    await expect.poll(listed).toBe(3);
  });

  test('sends a claim back, which then waits for its annotators', async () => {
    await page.locator('.conflict-list-item').first().click();
    await claimIs('nkw-0002');
    await press('R');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox').count()).toBe(2);
    await page.keyboard.type('Count the years again.');
    await press('Control+Enter');
    await expect
      .poll(() => linesOf('annotations/lea.jsonl').at(-1))
      .toMatchObject({
        event: 'send-back',
        claim: 'nkw-0002',
        to: expect.arrayContaining(['ann', 'bob']),
        comment: 'Count the years again.',
      });
    await expect.poll(listed).toBe(2);
  });

  test('accepts what the annotators agree on', async () => {
    await page.getByRole('button', { name: 'Accept 2 agreed claims' }).click();
    await expect.poll(() => claimOf('nkw-0006')?.label).toBe('NOT ENOUGH INFO');
    expect(claimOf('nkw-0005')).toMatchObject({ label: 'SUPPORTS', evidence: [[cell], [sentence]] });
    expect(linesOf('annotations/lea.jsonl').at(-1)).not.toHaveProperty('reason');
  });

  test('the annotator sees how the answer was corrected, and what came back', async () => {
    const own = await open('ann', '/history');
    const rowOf = (claim: string) =>
      own.locator('.history-row', { has: own.locator('h3', { hasText: claim }) });
    const row = rowOf('late 1980s');
    await row.getByText('Same label, other evidence').waitFor();
    await row.getByText('Either decides it.').waitFor();
    await row.getByText('Evidence', { exact: true }).click();
    await row.getByText('decided, not yours').waitFor();
    await row.getByText('ethnic and territorial conflict').waitFor();
    await rowOf('five years').getByText('Count the years again.').waitFor();
    expect(await own.locator('main').innerText()).not.toMatch(/\b(?:lea|bob)\b/);
    expect(await axeFindings(own)).toEqual([]);
    await row.getByRole('link', { name: 'Open again' }).click();
    await own.waitForURL(({ pathname }) => pathname === '/');
    await own.locator('main').getByText('dates to the late 1980s').first().waitFor();
    await own.context().close();
  });

  test('`claimset aggregate` has nothing to change of what was decided, and the files are valid', async () => {
    const { stdout } = await runCommand(['aggregate', '--json'], { cwd: server.folder });
    const { claims } = JSON.parse(stdout) as { claims: { id: string; method: string; changes: string[] }[] };
    const decided = claims.filter(({ method }) => method === 'adjudication');
    expect(decided.map(({ id, changes }) => [id, changes])).toEqual([
      ['nkw-0001', []],
      ['nkw-0004', []],
      ['nkw-0005', []],
      ['nkw-0006', []],
    ]);
    const { exitCode, stdout: findings } = await runCommand(['validate'], { cwd: server.folder });
    expect(findings).not.toContain('error');
    expect(exitCode).toBe(0);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (scheme) => {
    const other = await open('lea', '/adjudicate', scheme);
    await other.locator('.decision').waitFor();
    await other.locator('.article-answer').first().waitFor();
    expect(await axeFindings(other)).toEqual([]);
    await other.getByRole('tab', { name: 'Decided' }).click();
    await other.locator('.conflict-list-item').first().click();
    await other
      .getByRole('button', { name: 'Take it back here' })
      .or(other.getByRole('button', { name: 'Take the decision back' }))
      .waitFor();
    expect(await axeFindings(other)).toEqual([]);
    await other.context().close();
  });

  test('nothing was complained of', () => {
    expect(complaints).toEqual([]);
    expect(server.said).toEqual([]);
  });
});
