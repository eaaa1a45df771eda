import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfDataset, root } from '../cli/run-command.ts';
import { type AnnotateServer, startAnnotateServer } from './annotate-server.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const hasPage = existsSync(process.env.CLAIMSET_WEB ?? join(root, 'dist/web'));
const why =
  whyNoChromium() ?? (hasPage ? undefined : 'skipped: the page is not built; `npm run build` does it');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const guidelines = `# How to label

Read [the paper](https://aclanthology.org/N18-1074/), not [this](javascript:alert(1)). See [below](#not-enough-info).

<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>

## Supports

${'The evidence says so. '.repeat(200)}

## Not enough info

Neither supports nor refutes.
`;

/** Other work may keep the machine busy. */
const soon = { timeout: 20_000 };

describe.skipIf(why !== undefined)(`around the pages${why === undefined ? '' : ` (${why})`}`, () => {
  let browser: Browser;
  let server: AnnotateServer;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    const folder = copyOfDataset('suite');
    writeFileSync(join(folder, 'claims/guidelines.md'), guidelines);
    server = await startAnnotateServer({ folder, annotators: ['ann'], lead: ['lea'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens a part of the page in a browser of its own; the console must say nothing but what is expected. */
  async function look(
    link: string,
    at: (page: Page) => Promise<void>,
    { expected = /^$/, ...options }: BrowserContextOptions & { readonly expected?: RegExp } = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !expected.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(link);
      await page.locator('main').waitFor();
      await at(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const linkTo = (name: string, path: string): string => {
    const url = new URL(server.linkOf(name));
    url.pathname = path;
    return url.href;
  };

  async function isInView(locator: Locator): Promise<boolean> {
    const box = await locator.boundingBox();
    const height = locator.page().viewportSize()?.height ?? 0;
    return box !== null && box.y >= 0 && box.y + box.height <= height;
  }

  /** What axe finds wrong on the page as it is. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  test('everybody has the parts of their roles, and the address of a part leads to it', async () => {
    const partsOf = async (name: string): Promise<string[]> => {
      let parts: string[] = [];
      await look(linkTo(name, '/history'), async (page) => {
        const links = page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link');
        await links.first().waitFor();
        parts = await links.allInnerTexts();
        expect(await page.locator('[aria-current=page]').innerText()).toBe('My work');
        expect(await page.title()).toContain('My work · ');
        await links.first().click();
        await expect.poll(() => page.title(), soon).toMatch(new RegExp(`^${parts[0]}`));
        await page.goBack();
        await expect.poll(() => page.title(), soon).toContain('My work · ');
      });
      return parts;
    };
    expect(await partsOf('ann')).toEqual(['Label', 'Write', 'Progress', 'My work']);
    expect(await partsOf('lea')).toEqual(['Write', 'Adjudicate', 'Progress', 'My work']);
    await look(linkTo('ann', '/adjudicate'), async (page) => {
      await page.getByRole('heading', { name: '“Adjudicate” is not among your tasks' }).waitFor();
      expect(await violations(page)).toEqual([]);
    });
  });

  test.each([
    ['a link that is wrong', '#ann.0123456789abcdef', 'It may have been replaced'],
    ['no link', '', 'each has a link of their own'],
  ])('%s says what to do', (_name, hash, words) =>
    look(
      `${new URL(server.linkOf('ann')).origin}/${hash}`,
      async (page) => {
        await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
        await page.getByText(words).waitFor();
        expect(await violations(page)).toEqual([]);
      },
      { expected: /401/ },
    ),
  );

  test('a server that does not answer at first is asked again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let isAway = true;
    await page.route('**/api/session', (route) => (isAway ? route.abort() : route.continue()));
    await page.goto(linkTo('ann', '/history'));
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
    isAway = false;
    await page.getByRole('navigation').waitFor({ timeout: 10_000 });
    await context.close();
  });

  test('a part that breaks says so, and the bar stays', () =>
    look(linkTo('lea', '/history'), async (page) => {
      // The figures are taken as the server sends them.
      await page.route('**/api/progress', (route) => route.fulfill({ json: { progress: {} } }));
      await page.getByRole('link', { name: 'Progress' }).click();
      await page.getByRole('heading', { name: 'The page broke' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: 'My work' }).click();
      await expect.poll(() => page.getByText('The page broke').count(), soon).toBe(0);
    }));

  test.each(['light', 'dark'] as const)('nothing is wrong for axe: %s', (colorScheme) =>
    look(
      linkTo('ann', '/history'),
      async (page) => {
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keys' }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: 'Change keys' }).click();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.keyboard.press('g');
        await page.getByRole('heading', { name: 'Not enough info' }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('g');
        for (const name of ['Appearance', 'ready']) {
          await page.getByRole('button', { name }).click();
          expect(await violations(page)).toEqual([]);
          await page.keyboard.press('Escape');
        }
      },
      { colorScheme },
    ),
  );

  test('the help keeps the focus, and gives it back', () =>
    look(linkTo('ann', '/history'), async (page) => {
      const opener = page.getByRole('button', { name: 'keys' });
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      for (let tab = 0; tab < 6; tab++) {
        await page.keyboard.press('Tab');
        const isOutside = await page.evaluate(
          `document.activeElement !== document.body && document.activeElement.closest('dialog') === null`,
        );
        expect(isOutside).toBe(false);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
      await page.keyboard.press('?');
      await dialog.waitFor();
      // The page below does nothing meanwhile.
      await page.keyboard.press('g');
      expect(await page.getByRole('dialog').count()).toBe(1);
      await page.keyboard.press('?');
      await dialog.waitFor({ state: 'detached' });
    }));

  test('a key can be changed, conflicts are told, and the usual one comes back', () =>
    look(linkTo('ann', '/history'), async (page) => {
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      const add = page.getByRole('button', { name: 'Add a key for: Guidelines' });
      await page.keyboard.press('?');
      await page.getByRole('button', { name: 'Change keys' }).click();
      await page.getByRole('button', { name: 'Take the key g away from: Guidelines' }).click();
      await add.click();
      await page.getByText('Press the new keys.').waitFor();
      await page.keyboard.press('j');
      await page.getByText('j already means: Next element.').waitFor();
      await page.getByRole('button', { name: 'Use it here instead' }).click();
      await page.getByRole('button', { name: 'Take the key j away from: Guidelines' }).waitFor();
      expect(await page.getByRole('button', { name: 'Take the key j away from: Next element' }).count()).toBe(
        0,
      );
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      await page.reload();
      await page.getByRole('navigation').waitFor();
      await page.keyboard.press('g');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('j');
      await page.getByRole('dialog', { name: 'Guidelines' }).waitFor();
      await page.keyboard.press('j');

      await page.keyboard.press('?');
      await page.getByRole('button', { name: 'Change keys' }).click();
      await add.click();
      await page.getByText('Press the new keys.').waitFor();
      await page.keyboard.press('q');
      await page.keyboard.press('q');
      await page.getByRole('button', { name: 'Take the key q q away from: Guidelines' }).waitFor();
      await page.getByRole('button', { name: 'Usual keys for all' }).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.getByRole('dialog', { name: 'Guidelines' }).waitFor();
    }));

  test('letters alone can be switched off', () =>
    look(linkTo('ann', '/history'), async (page) => {
      await page.keyboard.press('?');
      await page.getByLabel('Letters, digits and signs alone do something').uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('button', { name: 'keys' }).click();
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    }));

  test('guidelines run nothing, lead only where links may, and keep the link of the annotator', () =>
    look(linkTo('ann', '/history'), async (page) => {
      await page.getByRole('navigation').waitFor();
      await page.keyboard.press('g');
      const panel = page.getByRole('dialog', { name: 'Guidelines' });
      await panel.getByText('<script>').waitFor();
      expect(await panel.locator('img, script').count()).toBe(0);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(await panel.locator('a').evaluateAll((links) => links.map((link) => link.outerHTML))).toEqual([
        '<a href="https://aclanthology.org/N18-1074/" target="_blank" rel="noopener noreferrer">the paper</a>',
      ]);
      const address = page.url();
      const section = panel.getByRole('heading', { name: 'Not enough info' });
      for (const name of ['Not enough info', 'below']) {
        await panel.getByRole('button', { name: 'Supports' }).click();
        await expect.poll(() => isInView(section), soon).toBe(false);
        await panel.getByRole('button', { name }).click();
        await expect.poll(() => isInView(section), soon).toBe(true);
      }
      expect(page.url()).toBe(address);
    }));

  test('colours and text size are kept', () =>
    look(
      linkTo('ann', '/history'),
      async (page) => {
        const background = (): Promise<string> =>
          page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
        const size = (): Promise<string> =>
          page.evaluate('getComputedStyle(document.documentElement).fontSize');
        const light = await background();
        await page.getByRole('button', { name: 'Appearance' }).click();
        await page.getByLabel('Dark').check();
        await page.getByLabel('Larger').check();
        const dark = await background();
        expect(dark).not.toBe(light);
        await page.reload();
        await page.getByRole('navigation').waitFor();
        expect([await background(), await size()]).toEqual([dark, '21px']);
      },
      { colorScheme: 'light' },
    ));

  test.each([
    [320, 640],
    [640, 360],
  ])('at %s by %s nothing runs over the side', (width, height) =>
    look(
      linkTo('ann', '/history'),
      async (page) => {
        await page.getByRole('navigation').waitFor();
        const over = (): Promise<number> =>
          page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        expect(await over()).toBe(0);
        await page.keyboard.press('?');
        await page.getByRole('button', { name: 'Change keys' }).click();
        const body = page.locator('.dialog-body');
        expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
        expect(await over()).toBe(0);
      },
      { viewport: { width, height } },
    ),
  );
});
