import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusFormats, folderFormats, formats } from '../../src/formats/index.ts';
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

function directions({ read, write }: { readonly read?: unknown; readonly write?: unknown }): string {
  if (read === undefined) return 'Written only';
  return write === undefined ? 'Read only' : 'Read and written';
}

const all: readonly FormatToPrint[] = [
  ...formats.map((format) => ({
    ...format,
    directions: directions(format),
    ...exampleOf(format.id, format.extensions[0]),
  })),
  ...corpusFormats.map((format) => ({
    ...format,
    directions: `Articles. ${directions(format)}`,
    ...exampleOf(format.id, format.extensions[0]),
  })),
  ...folderFormats.map((format) => ({ ...format, directions: 'A folder of files. Written, and read back' })),
];

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
