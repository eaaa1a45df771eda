import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyOfDataset, root } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');

interface Line {
  readonly claim: string;
  readonly device: string;
  readonly number: number;
  readonly label?: string;
}

/** Deletes all databases of the address; done when they are gone. */
const clearAll = `indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((resolve, reject) => {
  const deleting = indexedDB.deleteDatabase(name);
  deleting.onsuccess = resolve;
  deleting.onerror = reject;
}))))`;

/** Gives a browser the name of another one, as a copy of its profile has it. */
async function setDevice(page: Page, device: string): Promise<void> {
  await page.evaluate(`indexedDB.databases().then(([{ name }]) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = reject;
    opening.onsuccess = () => {
      const writing = opening.result.transaction('meta', 'readwrite');
      writing.objectStore('meta').put('${device}', 'device');
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  }))`);
}

/** Other work may keep the machine busy. */
const soon = { timeout: 20_000 };

describe.skipIf(why !== undefined)(
  `work that is not saved yet${why === undefined ? '' : ` (${why})`}`,
  () => {
    let browser: Browser;
    let folder: string;
    let server: AnnotateServer;
    let context: BrowserContext;
    let page: Page;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    });
    beforeEach(async () => {
      folder = copyOfDataset('suite');
      server = await startAnnotateServer({ folder });
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      page = await opened();
      return async () => {
        await context.close();
        await server.stop();
      };
    });
    afterAll(async () => {
      await browser?.close();
    });

    async function opened(): Promise<Page> {
      const tab = await context.newPage();
      await tab.goto(server.url);
      await tab.locator('.article-unit').first().waitFor();
      return tab;
    }

    /** What the bar says of the work. */
    const said = (tab = page): Promise<string> => tab.locator('.save-status').innerText();

    async function answer(tab = page): Promise<void> {
      for (const key of ['j', 'j', 'x', '1', 'Control+Enter']) await tab.keyboard.press(key);
    }

    function lines(): Line[] {
      const journals = join(folder, 'claims/annotations');
      return readdirSync(journals)
        .filter((name) => name.startsWith('tester'))
        .flatMap((name) => readFileSync(join(journals, name), 'utf8').trim().split('\n'))
        .map((line) => JSON.parse(line) as Line);
    }

    const restart = async (): Promise<void> => {
      server = await startAnnotateServer({ folder, port: server.port });
    };

    test('an answer given while the server is away outlives a reload and arrives once', async () => {
      await server.stop();
      await answer();
      await expect.poll(said, soon).toContain('1 unsent · no connection');
      await page.locator('.save-status').click();
      await page.getByText('Go on working').waitFor();
      await page.keyboard.press('Escape');
      await page.close();

      await restart();
      page = await opened();
      await expect.poll(said, soon).toMatch(/saved \d\d:\d\d:\d\d/);
      expect(lines()).toMatchObject([{ label: 'SUPPORTS', number: 1 }]);
      await page.reload();
      await page.locator('.article-unit').first().waitFor();
      await expect.poll(said, soon).toContain('ready');
      expect(lines()).toHaveLength(1);
    });

    test('a page that stays open sends by itself when the server is back', async () => {
      await server.stop();
      await answer();
      await expect.poll(said, soon).toContain('1 unsent · no connection');
      await restart();
      await expect.poll(said, soon).toContain('saved');
      expect(lines()).toHaveLength(1);
    });

    test('an answer whose confirmation was lost is sent again and stands once', async () => {
      let isLost = true;
      await page.route('**/api/events', async (route) => {
        if (isLost) await route.fetch();
        await (isLost ? route.abort() : route.continue());
        isLost = false;
      });
      await answer();
      await expect.poll(said, soon).toContain('saved');
      expect(isLost).toBe(false);
      expect(lines()).toHaveLength(1);
    });

    test('two tabs of one browser tell each other, and never share a number', async () => {
      const other = await opened();
      for (const tab of [page, other]) await tab.getByText('open in another tab too').waitFor();
      await Promise.all([answer(), answer(other)]);
      await expect.poll(() => lines().length, soon).toBe(2);
      await expect.poll(() => said(other), soon).toContain('saved');
      expect(new Set(lines().map(({ device }) => device)).size).toBe(1);
      expect(lines().map(({ number }) => number)).toEqual([1, 2]);
    });

    test('the copy of a browser profile takes a name of its own, and loses nothing', async () => {
      await answer();
      await expect.poll(said, soon).toContain('saved');
      const [{ device } = { device: '' }] = lines();
      await context.close();
      context = await browser.newContext();
      page = await opened();
      await setDevice(page, device);
      await page.reload();
      await page.locator('.article-unit').first().waitFor();
      await answer();
      await expect.poll(said, soon).toContain('saved');
      expect(lines().map(({ number }) => number)).toEqual([1, 1]);
      expect(new Set(lines().map((line) => line.device)).size).toBe(2);
    });

    test('what is unsent is kept anew where another tab clears what the browser keeps', async () => {
      await server.stop();
      await answer();
      await expect.poll(said, soon).toContain('1 unsent');
      const other = await context.newPage();
      await other.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      await other.goto(server.url);
      await other.evaluate(clearAll);
      await expect.poll(said, soon).toContain('1 unsent · no connection');
      await restart();
      await expect.poll(said, soon).toContain('saved');
      expect(lines()).toMatchObject([{ label: 'SUPPORTS' }]);
    });

    test.each([
      [503, 'DISK', 'the server’s disk is full', 'as soon as there is room'],
      [401, 'NO_LINK', 'your link no longer works', 'your new link'],
      [500, 'FAILED', 'the server failed', 'goes on trying'],
    ])('%s %s has words of its own, and nothing is lost', async (status, code, words, help) => {
      let isFailing = true;
      await page.route('**/api/events', (route) =>
        isFailing ? route.fulfill({ status, json: { code, message: 'No.' } }) : route.continue(),
      );
      await answer();
      await expect.poll(said, soon).toContain(`1 unsent · ${words}`);
      isFailing = false;
      await page.locator('.save-status').click();
      await page.getByText(help).waitFor();
      // On a busy machine the page has tried again by itself, and there is nothing left to send.
      const now = page.getByRole('button', { name: 'Send now' });
      await now.click({ timeout: 2000 }).catch(() => expect(now.count()).resolves.toBe(0));
      await expect.poll(said, soon).toContain('saved');
      expect(lines()).toHaveLength(1);
    });

    test('what the server will never take is kept until somebody has read it, and can be sent again', async () => {
      let isRefusing = true;
      await page.route('**/api/events', async (route) => {
        const { events } = route.request().postDataJSON() as { events: { number: number }[] };
        const result = { status: 'refused', code: 'UNKNOWN_CLAIM', message: 'There is no such claim.' };
        const results = events.map(({ number }) => ({ number, ...result }));
        await (isRefusing ? route.fulfill({ json: { results, feedback: [] } }) : route.continue());
      });
      await answer();
      await expect.poll(said, soon).toContain('1 not accepted');
      await page.reload();
      await page.locator('.article-unit').first().waitFor();
      await expect.poll(said, soon).toContain('1 not accepted');
      isRefusing = false;
      await page.locator('.save-status').click();
      await page.getByText('There is no such claim.').waitFor();
      await page.getByRole('button', { name: 'Send again' }).click();
      await expect.poll(said, soon).toContain('saved');
      expect(lines()).toMatchObject([{ label: 'SUPPORTS', number: 2 }]);
    });

    test('a browser that keeps nothing says so and warns before the page is closed', async () => {
      await context.addInitScript(
        `Object.defineProperty(indexedDB, 'open', { value: () => { throw new Error('A private window.'); } });`,
      );
      await page.close();
      page = await opened();
      await page.route('**/api/events', (route) => route.abort());
      await answer();
      await expect.poll(said, soon).toContain('not safe if you close this page');
      const warned = new Promise<string>((resolve) => {
        page.on('dialog', (dialog) => {
          resolve(dialog.type());
          void dialog.dismiss();
        });
      });
      await page.close({ runBeforeUnload: true });
      expect(await warned).toBe('beforeunload');
      await page.unroute('**/api/events');
      await expect.poll(said, soon).toContain('saved');
      expect(lines()).toHaveLength(1);
    });
  },
);
