import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyOfDataset, root, runCommand } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const source = 'First Nagorno-Karabakh War_sentence_12';

describe.skipIf(why !== undefined)(`writing claims${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const folder = copyOfDataset('suite');
    // A word that gives its label away, as the shipped claims have none.
    const cues = Array.from({ length: 7 }, (_, at) => ({
      id: `cue-${at}`,
      claim: `Merely ${at + 3} towns of the enclave ever had a railway station before the war.`,
      label: 'REFUTES',
      evidence: [[`First Nagorno-Karabakh War_sentence_${20 + at}`]],
    }));
    writeFileSync(
      join(folder, 'claims/cues.jsonl'),
      cues.map((claim) => `${JSON.stringify(claim)}\n`).join(''),
    );
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    server = await startAnnotateServer({ folder });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const url = new URL(server.url);
    url.pathname = '/write';
    await page.goto(url.href);
    await page.locator('.article-pane').waitFor();
  });
  afterEach(async () => {
    await context.close();
  });

  const written = (): string => {
    const path = join(server.folder, 'claims/written/tester.jsonl');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const type = (text: string) => page.keyboard.type(text);
  const claim = () => page.getByRole('textbox', { name: 'Claim' });

  /** Finds the sentence by searching, and chooses it as the source, by keyboard. */
  async function chooseSource(): Promise<void> {
    await page.keyboard.press('/');
    await type('regular peace talks mediated');
    await page
      .getByRole('option', { name: /regular peace talks/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator(`[data-id="${source}"]:focus`).waitFor();
    await page.keyboard.press('x');
    await page.locator('.source-part', { hasText: 'sentence 12' }).waitFor();
  }

  /** Puts the focus into a group of the form by Tab. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 20; presses++) {
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${selector}.`);
  }

  async function axe(): Promise<void> {
    await page.evaluate(axeSource);
    const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }

  test('a claim is written, checked, submitted, changed and undone by keyboard alone', async () => {
    await chooseSource();
    await page.keyboard.press('i');
    await type(
      'A Russian-brokered ceasefire was signed in May 1994, but regular peace talks between Armenia and Azerbaijan mediated by the OSCE Minsk Group have failed to result in a peace treaty.',
    );
    await page.getByText('The claim is a copy of its evidence').waitFor();

    await page.keyboard.press('Control+A');
    await type('Russia acted as broker of the 1994 ceasefire in the Nagorno-Karabakh conflict.');
    await page.getByText('The claim is a copy of its evidence').waitFor({ state: 'detached' });
    await page.getByText('Claim nkw-0103 has the same words').waitFor();

    await page.keyboard.press('Control+A');
    await type('Talks in the Minsk Group merely led to a <b>treaty</b> in 1994<img src=x onerror=alert(1)>.');
    await page.getByText('100 % of the 7 claims with “merely” are Refutes').waitFor();
    await page.getByText('Claim nkw-0103').waitFor({ state: 'detached' });

    await tabTo('.mutation-choice input');
    for (let at = 0; at < 2; at++) await page.keyboard.press('ArrowRight');
    await page.getByText('Negate mostly gives Refutes. You decide.').waitFor();
    expect(await page.getByRole('radio', { name: 'Refutes' }).isChecked()).toBe(false);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Still missing: a label.').waitFor();
    await page.keyboard.press('2');
    expect(await page.getByRole('radio', { name: 'Refutes' }).isChecked()).toBe(true);
    await axe();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Claim tester-0001 is written.').waitFor();
    await expect
      .poll(written)
      .toBe(
        `{"id":"tester-0001","claim":"Talks in the Minsk Group merely led to a <b>treaty</b> in 1994<img src=x onerror=alert(1)>.","label":"REFUTES","evidence":[["${source}"]],"mutation":"negate","source":"${source}"}\n`,
      );
    expect(await page.locator('.written-list-text').innerHTML()).toContain('&lt;b&gt;treaty&lt;/b&gt;');
    expect(await runCommand(['validate', '--quiet'], { cwd: server.folder })).toMatchObject({ exitCode: 0 });

    // The next one from the same source is begun by typing it.
    await type('A treaty was signed by both sides.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Still missing: a label.').waitFor();
    await tabTo('.label-choice input');
    await page.keyboard.press('3');
    await page.getByText('A claim without enough information has no evidence.').waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(written).toContain('"id":"tester-0002"');
    expect(JSON.parse(written().split('\n')[1] ?? '')).toMatchObject({
      label: 'NOT ENOUGH INFO',
      evidence: [],
      source,
    });

    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect.poll(written).not.toContain('tester-0002');
    expect(await claim().inputValue()).toBe('A treaty was signed by both sides.');
    expect(complaints).toEqual([]);
  });

  test('a claim is changed, and what it was comes back; another is written from it', async () => {
    await chooseSource();
    await claim().fill('Mediators from Minsk brought both sides a treaty.');
    await page.getByRole('radio', { name: 'Refutes' }).check();
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText(/Claim tester-\d{4} is written/).waitFor();
    await expect.poll(written).toContain('brought both sides');
    const first = page.locator('.written-list-claim').first();
    const id = JSON.parse(written().trimEnd().split('\n').at(-1) ?? '').id as string;

    await first.getByRole('button', { name: `Change claim ${id}` }).click();
    await claim().fill('Mediators from Minsk brought neither side a treaty.');
    await page.getByRole('radio', { name: 'Supports' }).check();
    await page.getByRole('button', { name: 'Submit the change' }).click();
    await expect.poll(written).toContain('brought neither side');
    expect(written()).not.toContain('brought both sides');

    await first.getByRole('button', { name: `Write from it: claim ${id}` }).click();
    await claim().fill('Neither side got a treaty from the mediators.');
    await page.getByRole('radio', { name: 'Rephrase' }).check();
    await page.getByText('Rephrase mostly gives Supports.').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await expect.poll(written).toContain(`"mutation":"rephrase","source":"${id}"`);

    await page.getByRole('button', { name: `Undo claim ${id}` }).click();
    await expect.poll(written).toContain('brought both sides');
    expect(await claim().inputValue()).toBe('Mediators from Minsk brought neither side a treaty.');
    expect(await runCommand(['validate', '--quiet'], { cwd: server.folder })).toMatchObject({ exitCode: 0 });
    expect(complaints).toEqual([]);
  });

  test('a rewrite is offered, taken, changed and undone; the journal tells that it was taken', async () => {
    await chooseSource();
    await claim().fill('Regular peace talks were mediated before the war.');
    await page.getByRole('radio', { name: 'Negate' }).check();
    await page.getByRole('button', { name: 'Offer rewrites of the text above' }).click();
    const rewrite = page.getByRole('button', { name: 'Regular peace talks were mediated after the war.' });
    await rewrite.click();
    expect(await claim().inputValue()).toBe('Regular peace talks were mediated after the war.');
    expect(await rewrite.getAttribute('aria-pressed')).toBe('true');
    expect(await rewrite.locator('mark').textContent()).toBe('after');
    expect(await rewrite.locator('del').textContent()).toBe('before');
    await axe();

    await rewrite.press('Escape');
    await page.keyboard.press('u');
    expect(await claim().inputValue()).toBe('Regular peace talks were mediated before the war.');
    await rewrite.click();
    await claim().fill('Regular peace talks were mediated only after the war.');
    await page.getByRole('radio', { name: 'Refutes' }).check();
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(written).toContain('mediated only after the war');
    expect(written()).not.toContain('offered');
    const journal = readFileSync(join(server.folder, 'claims/annotations/tester.jsonl'), 'utf8');
    expect(JSON.parse(journal.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      event: 'write',
      offered: 'Regular peace talks were mediated after the war.',
    });

    // Those of another claim are gone.
    await claim().fill('Another claim.');
    expect(await rewrite.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('without the server the claim waits, also over a reload, and gets its id when the server is back', async () => {
    await chooseSource();
    await context.route('**/api/**', (route) => route.abort());
    await claim().fill('Minsk hosted talks that led nowhere.');
    await page.getByText('Not compared with other claims').waitFor();
    await page.getByRole('radio', { name: 'Supports' }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByText('waits for the server', { exact: true }).waitFor();
    await claim().fill('A draft');
    const before = written();
    await page.waitForTimeout(200);
    await context.unroute('**/api/**');
    await page.reload();
    await expect.poll(written, { timeout: 15_000 }).not.toBe(before);
    expect(written()).toContain('Minsk hosted talks that led nowhere.');
    await page.locator('.article-pane').waitFor();
    expect(await claim().inputValue()).toBe('A draft');
    // The browser itself tells of requests that failed.
    expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
  });

  test.each([
    { colorScheme: 'dark', width: 1024 },
    { colorScheme: 'light', width: 390 },
    { colorScheme: 'dark', width: 320 },
  ] as const)(
    'axe finds nothing and nothing scrolls sideways: $colorScheme, $width px',
    async ({ colorScheme, width }) => {
      await chooseSource();
      await claim().fill('Russia acted as broker of the 1994 ceasefire, merely several times.');
      await page.getByText('with “merely”').waitFor();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.getByRole('combobox', { name: 'Search the articles' }).focus();
      await page.getByRole('option').first().waitFor();
      await axe();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect(complaints).toEqual([]);
    },
  );
});
