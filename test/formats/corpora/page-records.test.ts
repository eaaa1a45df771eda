import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsOfDraft } from '../../../src/corpus/records-of-draft.ts';
import { feverousPages, readFeverousPage } from '../../../src/formats/corpora/feverous-pages.ts';
import { readFeverousLine } from '../../../src/formats/corpora/read-feverous-line.ts';
import {
  type PageReaders,
  type PageRecords,
  readPageRecords,
} from '../../../src/formats/corpora/read-page-records.ts';
import { readWikiLine } from '../../../src/formats/corpora/read-wiki-line.ts';
import { readWikiPage, wikiPages } from '../../../src/formats/corpora/wiki-pages.ts';
import type { CorpusFormat } from '../../../src/formats/corpus-format.ts';
import { bufferTools } from '../../../src/io/buffer-tools.ts';
import { portableByteTools } from '../../../src/text/byte-tools.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';
import { arbitraryArticles, exampleArticles } from './example-articles.ts';

const cases: readonly (readonly [CorpusFormat, PageReaders])[] = [
  [wikiPages, { fast: readWikiLine, slow: readWikiPage }],
  [feverousPages, { fast: readFeverousLine, slow: readFeverousPage }],
];

/** The text in pieces of some bytes. */
function* pieces(text: string, bytes: number): Generator<Uint8Array> {
  const all = new TextEncoder().encode(text);
  const buffer = new Uint8Array(bytes);
  for (let at = 0; at < all.length; at += bytes) {
    const piece = all.subarray(at, at + bytes);
    // The same memory each time, as a reader of files has it.
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}

/** What the format itself reads, line by line. */
function expected(format: CorpusFormat, text: string): PageRecords[] {
  return text.split('\n').flatMap((line, which) => {
    if (line.trim() === '') return [];
    const lineNumber = which + 1;
    const results = [...format.read({ file: 'x', text: line })];
    const isWhole = results.every(({ diagnostic }) => diagnostic === undefined);
    const records = results.flatMap(({ article }) => (article === undefined ? [] : recordsOfDraft(article)));
    return [{ lineNumber, records: isWhole ? records : undefined }];
  });
}

/** The lines as Python writes them: blanks behind colons and commas, other scripts as escapes or not. */
function asPython(text: string, isAscii: boolean): string {
  const print = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
    if (typeof value === 'object' && value !== null)
      return `{${Object.entries(value)
        .map(([key, member]) => `${JSON.stringify(key)}: ${print(member)}`)
        .join(', ')}}`;
    const printed = JSON.stringify(value);
    return isAscii
      ? printed.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : printed;
  };
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : print(JSON.parse(line))))
    .join('\n');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe.each(cases)('$id', (format, readers) => {
  const write = (articles: Parameters<NonNullable<typeof format.write>>[0]): string =>
    [...(format.write?.(articles) ?? [])].join('');
  const read = (text: string, bytes = 1 << 16, tools = bufferTools) => [
    ...readPageRecords(pieces(text, bytes), readers, tools),
  ];

  test.each([1, 7, 64, 1 << 16])('what is read in pieces of %i bytes is what the format reads', (bytes) => {
    const text = `${write(exampleArticles)}\n{"id": 7}\nno json\n7\n${write(exampleArticles)}`;
    for (const spelt of [text, text.replaceAll('\n', '\r\n'), text.trimEnd()]) {
      expect(read(spelt, bytes)).toEqual(expected(format, spelt));
      expect(read(spelt, bytes, portableByteTools)).toEqual(expected(format, spelt));
    }
  });

  test('most lines are read the fast way', () => {
    const lines = asPython(write(exampleArticles), false).trimEnd().split('\n');
    const fast = lines.filter((line) => {
      const bytes = Buffer.from(line);
      return readers.fast(bytes, 0, bytes.length, bufferTools) !== undefined;
    });
    expect(fast.length / lines.length).toBeGreaterThan(0.8);
  });

  test('the fast way reads any pages as the format does', () => {
    fc.assert(
      fc.property(arbitraryArticles, fc.constantFrom('json', 'python', 'ascii'), (articles, style) => {
        const text = write(articles);
        const spelt = style === 'json' ? text : asPython(text, style === 'ascii');
        expect(read(spelt)).toEqual(expected(format, spelt));
      }),
      { numRuns: runs(500) },
    );
  });

  test('and any text that is JSON, however it was changed', () => {
    const change = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 3 }),
      fc.constantFrom(
        ...[
          '"',
          '\\',
          '\\"',
          '\\\\',
          '\\n',
          '\\t',
          '\\u000a',
          '\\u0009',
          '\\u00e9',
          '\\u005b\\u005b',
          '[[A|b]]',
          '\n',
          '\t',
          ' ',
        ],
        ...[
          'é',
          'e\u0301',
          '–',
          '-1',
          '01',
          '1e3',
          '{}',
          '[]',
          'null',
          '"title":"x",',
          '"id":"x",',
          '"text":"",',
          ',',
          ':',
          '0',
          '7',
        ],
        ...[
          '"sentence_0":"x",',
          '"sentence_00":"x",',
          '"order":[],',
          '"x":1,',
          '_',
          '\\n1\\t',
          '\\n007\\t',
          '&amp;',
          ' \u2003',
        ],
      ),
    );
    fc.assert(
      fc.property(
        arbitraryArticles,
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), change), { minLength: 1, maxLength: 3 }),
        (articles, isPython, changes) => {
          let text = write([...articles, ...exampleArticles.slice(0, 3)]);
          if (isPython) text = asPython(text, false);
          for (const [at, removed, put] of changes) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put + text.slice(from + removed);
          }
          // As UTF-8 has it, where there are no halves of a pair.
          text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
          const wanted = expected(format, text);
          const found = read(text);
          expect(found.map(({ lineNumber }) => lineNumber)).toEqual(
            wanted.map(({ lineNumber }) => lineNumber),
          );
          for (const [which, { records, lineNumber }] of wanted.entries()) {
            // What is no JSON because of what stands inside its strings may be read all the same.
            if (records !== undefined || isJson(text.split('\n')[lineNumber - 1] ?? ''))
              expect(found[which]?.records).toEqual(records);
          }
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});
