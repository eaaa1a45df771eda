import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatCatalogue } from '../../src/cli/exchange/format-catalogue.ts';
import { type FormatToPrint, printFormatPage } from '../../src/formats/print-format-page.ts';

// The pages are made by this test: npx vitest run test/formats/pages.test.ts -u
const pages = path.resolve(import.meta.dirname, '../../docs/formats');
const fixtures = path.resolve(import.meta.dirname, 'fixtures');

const maxExampleChars = 2_000;

/** The golden file of a format, which the round-trip suite makes: its beginning, in whole lines. */
function exampleOf(id: string, extension: string): Pick<FormatToPrint, 'example'> {
  const file = path.join(fixtures, id, `expected.${extension}`);
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  let text = '';
  for (const line of lines) {
    if (text.length + line.length > maxExampleChars && text !== '') break;
    text += `${line}\n`;
  }
  return { example: { language: extension === 'jsonl' ? 'json' : extension, text } };
}

const all: readonly FormatToPrint[] = formatCatalogue.map((format) => ({
  ...format,
  ...exampleOf(format.id, format.extensions?.[0] ?? ''),
}));

test.each(all)('the page of $id', async (format) => {
  await expect(printFormatPage(format)).toMatchFileSnapshot(path.join(pages, `${format.id}.md`));
});

test('every format has its page, and every page its format', () => {
  const others = ['README.md', 'in-place.md'];
  const found = readdirSync(pages).filter((name) => name.endsWith('.md') && !others.includes(name));
  expect(found.sort()).toEqual(all.map(({ id }) => `${id}.md`).sort());
});

test('the index names every format', () => {
  const index = readFileSync(path.join(pages, 'README.md'), 'utf8');
  expect(all.filter(({ id }) => !index.includes(`[${id}](${id}.md)`)).map(({ id }) => id)).toEqual([]);
});
