import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Annotation } from '../../src/claims/annotation.ts';
import { root } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';
import { folderWithClaims } from './folder-with-claims.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');

describe.skipIf(why !== undefined)(`two annotators at once${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;
  /** Milliseconds by which the clock of the server goes ahead. */
  let ahead = 0;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    server = await startAnnotateServer({
      folder: folderWithClaims(12),
      annotators: ['ann', 'bob'],
      config: { annotate: { overlap: 1, leaseMinutes: 30 } },
      now: () => new Date(Date.now() + ahead),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(link: string, awaited = '.article-unit'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.clock.install();
    await page.goto(link);
    await page.locator(awaited).first().waitFor();
    return page;
  }

  /** Id of the claim in hand; `undefined` where there is none. */
  async function claimOf(page: Page): Promise<string | undefined> {
    await page.locator('.claim-bar-facts span, .state').first().waitFor();
    const [text] = await page.locator('.claim-bar-facts span').allInnerTexts();
    return text?.replace(/^Claim /, '');
  }

  async function answer(page: Page): Promise<string | undefined> {
    const claim = await claimOf(page);
    for (const key of ['j', 'x', '2', 'Control+Enter']) await page.keyboard.press(key);
    await expect.poll(() => claimOf(page)).not.toBe(claim);
    return claim;
  }

  function answersOf(name: string): Annotation[] {
    const path = join(server.folder, `claims/annotations/${name}.jsonl`);
    const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Annotation);
  }

  test('never get the same claim beyond the overlap, until a lease is over', async () => {
    const [ann, bob] = [await open(server.linkOf('ann')), await open(server.linkOf('bob'))];
    for (let times = 0; times < 3; times++) {
      const [first, second] = await Promise.all([claimOf(ann), claimOf(bob)]);
      expect(first).not.toBe(second);
      await Promise.all([answer(ann), answer(bob)]);
    }
    // The page goes on before the last answers are kept.
    const answered = () => [...answersOf('ann'), ...answersOf('bob')].map(({ claim }) => claim);
    await expect.poll(answered).toHaveLength(6);
    expect(new Set(answered()).size).toBe(6);

    // Ann begins a claim and goes away; Bob does all there is but for that.
    const kept = await claimOf(ann);
    for (const key of ['j', 'x', '1']) await ann.keyboard.press(key);
    const ofBob: (string | undefined)[] = [];
    while ((await claimOf(bob)) !== undefined) ofBob.push(await answer(bob));
    await bob.getByRole('heading', { name: 'Others have the last claims' }).waitFor();
    expect(ofBob).not.toContain(kept);
    await expect
      .poll(() =>
        answersOf('bob')
          .map(({ claim }) => claim)
          .slice(3),
      )
      .toEqual(ofBob);

    // Two minutes before the end she is warned, and may keep it with one click.
    const warning = ann.getByText(/This claim is kept for you for .* more\./);
    const beat = ann.waitForResponse('**/api/heartbeat');
    await ann.clock.fastForward(25_000);
    await beat;
    await ann.clock.fastForward(28.5 * 60_000);
    await warning.waitFor();
    ahead = 29 * 60_000;
    await ann.getByRole('button', { name: 'Keep it' }).click();
    await warning.waitFor({ state: 'detached' });

    // She does not, and Bob gets it.
    ahead += 31 * 60_000;
    await bob.clock.fastForward(31 * 60_000);
    await expect.poll(() => claimOf(bob)).toBe(kept);
    await ann.clock.fastForward(31 * 60_000);
    await ann.getByText('Somebody else has this claim now.').waitFor();
    expect(await ann.getByRole('radio', { name: 'Supports' }).isChecked()).toBe(true);

    // What both say is kept, hers as an extra answer.
    await answer(bob);
    await expect.poll(() => answersOf('bob').at(-1)?.claim).toBe(kept);
    await ann.keyboard.press('Control+Enter');
    await expect.poll(() => answersOf('ann').at(-1)?.claim).toBe(kept);
    expect(answersOf('ann').at(-1)).toMatchObject({ label: 'SUPPORTS', late: true });
    await expect.poll(() => claimOf(ann)).not.toBe(kept);
    expect(complaints).toEqual([]);
  });

  test('a claim that nothing was done about goes back as its page is closed', async () => {
    const one = await startAnnotateServer({
      folder: folderWithClaims(1),
      annotators: ['ann', 'bob'],
      config: { annotate: { overlap: 1 } },
    });
    onTestFinished(() => one.stop());
    const ann = await open(one.linkOf('ann'));
    await ann.reload();
    expect(await claimOf(ann)).toBe('nkw-0001');
    const bob = await open(one.linkOf('bob'), '.state');
    await bob.getByText('One claim is being worked on.').waitFor();
    await ann.close({ runBeforeUnload: true });
    await bob.clock.fastForward(6000);
    await expect.poll(() => claimOf(bob)).toBe('nkw-0001');
    expect(complaints).toEqual([]);
  });
});
