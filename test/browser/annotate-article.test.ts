import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildArticlePage, openArticlePage } from './article-page.ts';
import { chromiumFlags, chromiumPath, whyNoChromium } from './chromium.ts';

const why = whyNoChromium();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const war = readFileSync(resolve(import.meta.dirname, '../../corpus/first-nagorno-karabakh-war.txt'), 'utf8');
const film = `The Film

The Film is a film. The Film_sentence_0

It was liked. The Film_sentence_1

ReceptionThe Film_section_0

It won <img src=x onerror=alert(1)>. The Film_sentence_2

The Film_unordered_list_0
Best filmThe Film_item_0_0
Best soundThe Film_item_0_1

The Film_table_general_0
AwardsThe Film_table_caption_0
YearThe Film_header_cell_0_0_0 AwardThe Film_header_cell_0_0_1 ResultThe Film_header_cell_0_0_2
2005The Film_header_cell_0_1_0 BestThe Film_cell_0_1_1 WonThe Film_cell_0_1_2
2006The Film_header_cell_0_2_0 The Film_cell_0_2_1 LostThe Film_cell_0_2_2

LegacyThe Film_section_1

It is remembered. The Film_sentence_3
`;

let browser: Browser;
let folder: string;
beforeAll(async () => {
  if (why !== undefined) return;
  folder = await buildArticlePage();
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
});
afterAll(async () => {
  await browser?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

/** Opens an article, does something with it, and sees that nobody complained. */
async function onArticle(
  text: string,
  act: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
): Promise<void> {
  const { page, complaints } = await openArticlePage(browser, folder, text, options);
  await act(page);
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** The sets of the draft without the title: `sentence_0 sentence_1 | cell_0_1_1`. */
async function chosen(page: Page): Promise<string> {
  const sets: string[][] = await page.evaluate('page.draft.value.sets');
  return sets.map((set) => set.map((id) => id.replace(/^.*?_/, '')).join(' ')).join(' | ');
}

/** What a screen reader says of the element that has the focus. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const copy = document.activeElement.cloneNode(true);
    for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
    return copy.textContent.trim();
  })()`);
}

async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

async function said(page: Page): Promise<string> {
  await page.waitForFunction('document.querySelector("[role=status]").textContent.trim() !== ""');
  return (await page.locator('[role=status]').textContent())?.trim() ?? '';
}

describe.skipIf(why !== undefined)(`an article${why === undefined ? '' : ` (${why})`}`, () => {
  test('is read and chosen from by keys alone', async () => {
    await onArticle(film, async (page) => {
      await press(page, 'j Space');
      expect(await said(page)).toBe('Added sentence 0 to set A.');
      expect(await focusedName(page)).toBe('The Film is a film. (in set A, the active one)');
      await press(page, 'Shift+ArrowDown Shift+ArrowDown Shift+ArrowDown');
      expect(await chosen(page)).toBe('sentence_0 sentence_1 sentence_2 item_0_0');
      await press(page, 'Shift+ArrowUp');
      expect(await chosen(page)).toBe('sentence_0 sentence_1 sentence_2');
      await press(page, 'e k d');
      expect(await chosen(page)).toBe('sentence_0 sentence_2');

      await press(page, 'n t');
      expect(await focusedName(page)).toBe('Year');
      await press(page, 'ArrowRight ArrowDown x Escape');
      expect(await chosen(page)).toBe('sentence_0 sentence_2 | cell_0_1_1');
      expect(await focusedName(page)).toContain('It was liked.');

      await press(page, 't ArrowDown End r ArrowDown Shift+ArrowLeft Home Control+End Control+Space');
      expect(await chosen(page)).toBe(
        'sentence_0 sentence_2 | cell_0_1_1 header_cell_0_1_0 cell_0_1_2 cell_0_2_2 header_cell_0_0_2',
      );
      await press(page, 'Shift+E 1');
      expect(await chosen(page)).toMatch(/^sentence_0 sentence_2 cell_0_2_2 \|/);
      await press(page, 'Shift+J');
      expect(await focusedName(page)).toBe('It is remembered.');
      await press(page, 'Shift+K Shift+K');
      expect(await focusedName(page)).toContain('The Film is a film.');
    });
  });

  test('is chosen from by the mouse, and its text can be marked', async () => {
    await onArticle(film, async (page) => {
      const text = (part: string) => page.locator('[data-id]', { hasText: part }).last();
      await text('It was liked.').click();
      await text('Best sound').click({ modifiers: ['Shift'] });
      expect(await chosen(page)).toBe('sentence_1 sentence_2 item_0_0 item_0_1');
      await text('Best film').click();
      expect(await chosen(page)).toBe('sentence_1 sentence_2 item_0_1');
      await text('It is remembered.').dblclick();
      const box = await text('The Film is a film.').boundingBox();
      if (box === null) throw new Error('not on the page');
      await page.mouse.move(box.x + 60, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(box.x + 120, box.y + 14, { steps: 3 });
      await page.mouse.up();
      expect(await page.evaluate('getSelection().toString()')).not.toBe('');
      expect(await chosen(page)).toBe('sentence_1 sentence_2 item_0_1');

      await page.evaluate('page.act({ type: "new-set" })');
      await text('Best (')
        .or(page.locator('td', { hasText: 'Best' }))
        .last()
        .hover();
      await page.mouse.down();
      await page.locator('td', { hasText: 'Lost' }).hover();
      await page.mouse.up();
      expect(await chosen(page)).toBe('sentence_1 sentence_2 item_0_1 | cell_0_1_1 cell_0_1_2 cell_0_2_2');
      await page.locator('td[aria-disabled]').click({ force: true });
      expect(await chosen(page)).toBe('sentence_1 sentence_2 item_0_1 | cell_0_1_1 cell_0_1_2 cell_0_2_2');
      await page
        .getByRole('button', { name: 'Remove row 1, column 2 of table 0 of The Film from set B' })
        .click();
      await page.getByRole('button', { name: 'Move sentence 1 of The Film to another set' }).click();
      await page.getByRole('menuitem', { name: 'To set B' }).click();
      expect(await chosen(page)).toBe('sentence_2 item_0_1 | cell_0_1_1 cell_0_2_2 sentence_1');
      await page.dragAndDrop(
        '.evidence-card:last-child .evidence-unit:last-child',
        '.evidence-card:first-child',
      );
      expect(await chosen(page)).toBe('sentence_2 item_0_1 sentence_1 | cell_0_1_1 cell_0_2_2');
      await page.dragAndDrop('.evidence-card:first-child .evidence-unit:last-child', '.evidence-sets-new');
      expect(await chosen(page)).toBe('sentence_2 item_0_1 | cell_0_1_1 cell_0_2_2 | sentence_1');
      await page.getByRole('button', { name: 'Delete set C' }).click();
      await page.getByRole('button', { name: 'Set A' }).first().click();
      await page.getByRole('button', { name: 'Delete set B' }).click();
      expect(await chosen(page)).toBe('sentence_2 item_0_1');
    });
  });

  test('has one structure for eyes and ears', async () => {
    await onArticle(film, async (page) => {
      await press(page, 'j x');
      expect(await page.locator('article').ariaSnapshot()).toMatchInlineSnapshot(`
        "- article "The Film":
          - heading "The Film" [level=2]
          - 'listbox "Beginning: text"':
            - option "The Film is a film. (in set A, the active one)" [selected]
            - option "It was liked."
          - heading "Reception" [level=3]
          - 'listbox "Reception: text"':
            - option "It won <img src=x onerror=alert(1)>."
            - group "List of 2 items":
              - option "Best film"
              - option "Best sound"
          - text: Table 0
          - listbox "Caption of table 0":
            - option "Awards"
          - grid "Awards":
            - rowgroup:
              - row "Year Award Result":
                - columnheader "Year"
                - columnheader "Award"
                - columnheader "Result"
            - rowgroup:
              - row "2005 Best Won":
                - rowheader "2005"
                - gridcell "Best"
                - gridcell "Won"
              - row "2006 empty Lost":
                - rowheader "2006"
                - gridcell "empty" [disabled]
                - gridcell "Lost"
          - heading "Legacy" [level=3]
          - 'listbox "Legacy: text"':
            - option "It is remembered.""
      `);
    });
  });

  test('keeps the direction of its text when it is marked', async () => {
    await onArticle('X\n\nمرحبا بالعالم. X_sentence_0\n', async (page) => {
      await press(page, 'j x');
      expect(await page.evaluate('getComputedStyle(document.activeElement).direction')).toBe('rtl');
    });
  });

  test('is read only where it is', async () => {
    await onArticle(film, async (page) => {
      await page.evaluate('page.options.value = { isReadOnly: true }');
      await press(page, 'j x j Shift+ArrowDown t r n');
      await page.locator('[data-id]', { hasText: 'It was liked.' }).click();
      expect(await chosen(page)).toBe('');
    });
  });

  test('shows words, and only what is marked', async () => {
    await onArticle(film, async (page) => {
      await press(page, 'j j x');
      await page.evaluate('page.options.value = { highlighted: ["film", "liked"] }');
      expect(await page.locator('mark').allTextContents()).toEqual(['Film', 'film', 'liked', 'film']);
      await page.evaluate('page.options.value = { onlyMarked: true }');
      expect(await page.locator('mark').count()).toBe(0);
      await page.evaluate('page.act({ type: "toggle", id: "The Film_cell_0_1_2" })');
      expect(await page.locator('[data-id]:visible').allTextContents()).toEqual([
        'The Film',
        'AIt was liked. (in set A, the active one)',
        'Reception',
        'Year',
        'Award',
        'Result (context)',
        '2005 (context)',
        'Best',
        'AWon (in set A, the active one)',
      ]);
      await press(page, 'j');
      expect(await focusedName(page)).toBe('Result (context)');
    });
  });

  const looks = [
    { article: 'shipped', text: war, colorScheme: 'light', width: 1280 },
    { article: 'small', text: film, colorScheme: 'dark', width: 1280 },
    { article: 'small', text: film, colorScheme: 'light', width: 320 },
  ] as const;
  test.each(looks)('has nothing for axe: $article, $colorScheme, $width px wide', async (look) => {
    const { text, colorScheme, width } = look;
    await onArticle(
      text,
      async (page) => {
        await press(page, 'j x j w n t ArrowDown r x');
        await page.evaluate(axeSource);
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      },
      { colorScheme, viewport: { width, height: 800 } },
    );
  });

  test('of 5,000 elements is walked through as one of 500 is', async () => {
    const milliseconds: number[] = [];
    for (const count of [500, 5_000]) {
      const sentences = Array.from(
        { length: count },
        (_, n) =>
          `${n % 40 === 0 ? `Part ${n}X_section_${n / 40}\n\n` : ''}Of this the ${n}th part is told in a sentence. X_sentence_${n}\n\n`,
      );
      await onArticle(`X\n\n${sentences.join('')}`, async (page) => {
        expect(await page.locator('[role=option]').count()).toBe(count);
        milliseconds.push(await page.evaluate(timeOfSteps));
      });
    }
    const [few = 0, many = 0] = milliseconds;
    // A tenth of a millisecond is what the browser's clock tells apart.
    expect(many / Math.max(few, 0.5)).toBeLessThan(3);
  });
});

/** The median of the milliseconds that a step to the next element takes, with laying it out, and choosing it. */
const timeOfSteps = `(async () => {
  const times = [];
  for (let step = 0; step < 60; step++) {
    const start = performance.now();
    for (const key of ['j', 'x']) {
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, code: 'Key' + key.toUpperCase(), bubbles: true, cancelable: true }),
      );
    }
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    await page.nextFrame();
  }
  return times.sort((a, b) => a - b)[30];
})()`;
