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

/** The table of a kind of formats: what it is, which way it goes, how much it loses. */
function tableOf(kind: string): string {
  const rows = formatCatalogue
    .filter((format) => format.kind === kind)
    .map(({ id, title, isRead, isWritten, losses }) => {
      const ways = [...(isRead ? ['in'] : []), ...(isWritten ? ['out'] : [])].join(' and ');
      const lost = isWritten
        ? losses.length === 0
          ? 'nothing'
          : losses.map((loss) => loss.id).join(', ')
        : '';
      return `| [${id}](${id}.md) | ${title} | ${ways} | ${lost} |`;
    });
  return ['| format | is | goes | loses |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

test('the index', async () => {
  const index = `# Formats

<!-- Made by test/formats/pages.test.ts. -->

A format says what it loses. Every export counts the claims that each loss affects and prints the counts; what is not declared comes
back from the file as it was, and \`--verify\` reads it back to prove it. What cannot be read is a finding with its place, and never an
exception; all other records are read.

## Claims

\`claimset import <format> <files>\` makes claims of files, \`claimset export --format <format>\` files of claims, and
\`claimset convert <input> <output>\` one of the other.

${tableOf('claims')}

## Articles

\`claimset ingest <files>\` makes tagged text of them, \`claimset export --format <format>\` writes the articles of a dataset.

${tableOf('articles')}

## Whole datasets

\`claimset export --format <format> --output <folder>\` writes all splits, with the articles where the format has them.

${tableOf('dataset')}

## All of them

- A label that is none of the three, such as \`DISPUTED\`, is kept as it stands; only \`--map-label DISPUTED="NOT ENOUGH INFO"\` maps it. Other
  spellings of the three (\`Supported\`, \`NOT_ENOUGH_INFO\`, \`CONTRADICT\`) are read as what they mean, and written as the format spells them.
- Files are UTF-8. Of a file that is not, the claims that hold a byte which is not UTF-8 are left out; of a file in UTF-16 nothing is
  read. A file that looks like another format than the one it was read as is told so. A number in JSON that programs cannot hold, such
  as 12345678901234567890, is an error; written as a string it stays what it is.
- Files of lines are read and written line by line: memory does not grow with them, but for what a format's page says. Tables and JSON
  files that are one list are read whole; of a file that carries the texts of its evidence, each text is held once; and \`claimset
  convert <file> -\` holds what it writes until all was read.
- What a record says that no claim has a place for, such as a key inside a rationale of SciFact, is told by a
  [warning](../rules/format/left-out.md); and so is how many of the texts that a file carries the format written has no place for.
- Claim files of FEVER, FEVEROUS and SciFact can also be checked [where they stand](in-place.md), without reading them into claims first:
  \`claimset validate --format fever train.jsonl\`.
`;
  await expect(index).toMatchFileSnapshot(path.join(pages, 'README.md'));
});
