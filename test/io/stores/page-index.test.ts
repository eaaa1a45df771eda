import { appendFileSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PageTable, PageTableBuilder } from '../../../src/corpus/page-table.ts';
import { buildPageIndex } from '../../../src/io/stores/build-page-index.ts';
import { loadPageIndex, savePageIndex } from '../../../src/io/stores/page-index-file.ts';
import { findPageSources, indexPathOf } from '../../../src/io/stores/page-sources.ts';
import { leadingId, scanLines } from '../../../src/io/stores/scan-pages.ts';
import { anyCharacter } from '../../any-character.ts';
import { temporaryFolder } from '../../cli/run-command.ts';
import { exampleArticles, openStore, writePages } from './example-articles.ts';

function pagesFolder(): string {
  const folder = join(temporaryFolder(), 'wiki-pages');
  writePages(folder, 'wiki-001.jsonl', exampleArticles.slice(0, 3));
  writePages(folder, 'wiki-002.jsonl', exampleArticles.slice(3));
  return folder;
}

/** Opens a folder and closes it again; what was said of its index, without the folder's name. */
async function said(folder: string): Promise<readonly string[]> {
  const { store, said: messages } = await openStore(folder);
  for (const article of exampleArticles) expect(store.load(article.title)).toEqual({ article });
  store.close();
  return messages.map((message) =>
    message.replaceAll(basename(folder), 'PAGES').replaceAll(dirname(folder), '…'),
  );
}

const made = 'Made an index of 6 pages and kept it in "PAGES/claimset-index".';

describe('the index that is kept', () => {
  test('is made once', async () => {
    const folder = pagesFolder();
    expect(await said(folder)).toEqual([made]);
    expect(await said(folder)).toEqual([]);
  });

  test.each([
    ['a file has grown', (folder: string) => appendFileSync(join(folder, 'wiki-002.jsonl'), '\n')],
    ['a file has another time', (folder: string) => utimesSync(join(folder, 'wiki-001.jsonl'), 1, 1)],
    ['a file is new', (folder: string) => writeFileSync(join(folder, 'wiki-003.jsonl'), '')],
  ])('is made anew when %s', async (_, change) => {
    const folder = pagesFolder();
    await said(folder);
    change(folder);
    expect(await said(folder)).toEqual([
      'The pages of "PAGES" have changed: the index "PAGES/claimset-index" is made anew.',
      made,
    ]);
    expect(await said(folder)).toEqual([]);
  });

  test('is made anew wherever it was changed or cut', async () => {
    const folder = pagesFolder();
    await said(folder);
    const path = indexPathOf(folder);
    const good = readFileSync(path);
    const sources = findPageSources(folder);
    const whole = loadPageIndex(path, sources).index;
    expect(whole?.table.size).toBe(6);
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, change, isCut) => {
          const bytes = isCut ? good.subarray(0, at) : Buffer.from(good);
          if (!isCut) bytes[at] = (bytes[at] ?? 0) ^ change;
          writeFileSync(path, bytes);
          const { state, index } = loadPageIndex(path, sources);
          // Blanks of the header say nothing.
          if (state === 'good') expect(index).toEqual(whole);
        },
      ),
    );
    writeFileSync(path, good.subarray(0, -1));
    expect(await said(folder)).toEqual([
      'The index "PAGES/claimset-index" was cut or changed, or is of another version: it is made anew.',
      made,
    ]);
  });

  test('may be missing: where it cannot be kept it is made each time, and said', async () => {
    const folder = pagesFolder();
    mkdirSync(indexPathOf(folder));
    const [message, ...others] = await said(folder);
    expect(message).toMatch(
      /^Made an index of 6 pages, which cannot be kept in "PAGES\/claimset-index" and is made each time: /,
    );
    expect(others).toEqual([]);
  });

  test('stands beside a single file', async () => {
    const path = writePages(temporaryFolder(), 'wiki-007.jsonl', exampleArticles);
    const { store } = await openStore(path);
    expect(store.size).toBe(6);
    expect(existsSync(`${path}.claimset-index`)).toBe(true);
    store.close();
  });

  test('takes 18.5 bytes a page', async () => {
    const builder = new PageTableBuilder();
    const pages = 100_000;
    for (let at = 0; at < pages; at++) builder.add(`Page ${at}`, { position: at, length: 1 });
    const { columns } = builder.finish();
    const bytes = Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes / pages).toBeLessThan(18.6);
  });
});

describe('the table of pages', () => {
  test('finds each page, and those of one title in their order', () => {
    const place = fc.record({ position: fc.nat(2 ** 48 - 1), length: fc.nat(2 ** 32 - 1) });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: anyCharacter }), place), { maxLength: 200 }),
        (pages) => {
          const builder = new PageTableBuilder();
          for (const [title, where] of pages) builder.add(title, where);
          const table = builder.finish();
          for (const [title] of pages) {
            const same = pages.filter(([other]) => other.normalize('NFC') === title.normalize('NFC'));
            expect([...table.find(title)]).toEqual(same.map(([, where]) => where));
          }
          expect(table.size).toBe(pages.length);
          expect(PageTable.from(table.columns)?.size).toBe(pages.length);
        },
      ),
    );
  });

  test('takes no columns that do not fit together', () => {
    const { columns } = new PageTableBuilder().finish();
    expect(PageTable.from({ ...columns, low: new Uint32Array(1) })).toBeUndefined();
    expect(PageTable.from({ ...columns, fences: Uint32Array.of(0, 5, 0) })).toBeUndefined();
    expect(PageTable.from({ ...columns, fences: Uint32Array.of(0) })).toBeUndefined();
  });
});

describe('what a page index is made of', () => {
  test('the id that a line begins with is what JSON says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter }),
        fc.constantFrom('', ' ', '\t '),
        fc.string(),
        (id, blank, rest) => {
          const line = `{${blank}"id"${blank}:${blank}${JSON.stringify(id)},"text":${JSON.stringify(rest)}}`;
          const { id: parsed } = JSON.parse(Buffer.from(line).toString()) as { id: string };
          expect(leadingId(Buffer.from(line))).toBe(parsed);
        },
      ),
    );
  });

  test.each([
    '',
    '{}',
    '{"id":7}',
    '{"id":"a',
    '{"id":"\\x"}',
    '{"ID":"a"}',
    '["id","a"]',
    '{"text":"","id":"a"}',
  ])('a line that does not begin with an id: %s', (line) => {
    expect(leadingId(Buffer.from(line))).toBeUndefined();
  });

  test('lines lie where they are, however long', () => {
    const path = join(temporaryFolder(), 'lines');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 1, 5, 65_535, 65_536, 65_537, 4_194_304), { maxLength: 5 }),
        fc.boolean(),
        (lengths, isEnded) => {
          const lines = lengths.map((length, which) => String(which).repeat(length));
          writeFileSync(path, lines.join('\n') + (isEnded ? '\n' : ''));
          let offset = 0;
          const expected = lines.flatMap((line) => {
            const found = { offset, length: line.length, head: line.slice(0, 65_536) };
            offset += line.length + 1;
            return line === '' ? [] : [found];
          });
          const found = [...scanLines(path)].map(({ head, ...place }) => ({ ...place, head: head.length }));
          expect(found).toEqual(expected.map(({ head, ...place }) => ({ ...place, head: head.length })));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a page whose id is not first, a mark before the first line, lines that are no pages', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'pages.jsonl');
    const page = (id: string) => JSON.stringify({ id, text: '', lines: '0\tOne.' });
    const late = JSON.stringify({ lines: '0\tLate.', text: 'x'.repeat(100_000), id: 'Late' });
    writeFileSync(path, `\uFEFF${page('First')}\r\n\n  \n${late}\nno JSON\n{"id":7}\n${page('B\u0301')}`);
    const index = await buildPageIndex(findPageSources(path));
    expect(index.nameless).toEqual({ count: 2, source: 0, offset: readFileSync(path).indexOf('no JSON') });
    const { store } = await openStore(path);
    const texts = ['First', 'Late', 'B\u0301'].map((title) => store.load(title)?.article?.elements[0]);
    expect(texts.map((element) => element?.kind === 'sentence' && element.text)).toEqual([
      'One.',
      'Late.',
      'One.',
    ]);
    expect(store.diagnostics.map(({ message }) => message)).toEqual([
      `2 lines cannot be found by title: no JSON object with an id that is text. The first is at byte ${index.nameless.offset}.`,
    ]);
    store.close();
  });

  test('a page that cannot be read is a finding with its place', async () => {
    const folder = join(temporaryFolder(), 'wiki-pages');
    const path = writePages(folder, 'wiki-001.jsonl', exampleArticles);
    const broken = [
      '{"id": "Cut", "lines": "0\\tO',
      '{"id": "Odd", "lines": 7}',
      '{"id": "Rows", "lines": "x"}',
    ];
    appendFileSync(
      path,
      Buffer.concat([
        Buffer.from(`${broken.join('\n')}\n{"id": "Bad", "text": "`),
        Buffer.of(0xff, 0x22, 0x7d),
      ]),
    );
    const { store } = await openStore(folder);
    const messages = ['Cut', 'Odd', 'Rows', 'Bad'].map((title) => store.load(title)?.diagnostic?.message);
    const at = (text: string) => readFileSync(path).indexOf(text);
    expect(messages).toEqual([
      `The article "Cut" cannot be read: it is no JSON (at byte ${at('{"id": "Cut')}).`,
      `The article "Odd" cannot be read: its lines are no text (at byte ${at('{"id": "Odd')}).`,
      `The article "Rows" cannot be read: its lines have no numbers (at byte ${at('{"id": "Rows')}).`,
      `The article "Bad" cannot be read: its line is not UTF-8 (at byte ${at('{"id": "Bad')}).`,
    ]);
    expect(store.load('Cut')?.diagnostic?.place.file).toBe('wiki-pages/wiki-001.jsonl');
    expect([...store.articles()].filter(({ diagnostic }) => diagnostic !== undefined)).toHaveLength(4);
    store.close();
  });

  test.each([
    ['claims', '{"id":1,"claim":"x","label":"SUPPORTS","evidence":[]}\n'],
    ['native claims', '{"id":"a","claim":"x","label":"SUPPORTS","evidence":[]}\n'],
    ['text', 'Hello.\n'],
  ])('a file of %s is not taken for pages', async (_, text) => {
    const path = join(temporaryFolder(), 'some.jsonl');
    writeFileSync(path, text);
    await expect(openStore(path)).rejects.toThrow(
      '"some.jsonl" holds no page: wiki-pages are JSON Lines with "id", "text" and "lines".',
    );
    expect(existsSync(indexPathOf(path))).toBe(false);
  });

  test('saving and loading gives the same', async () => {
    const folder = pagesFolder();
    const sources = findPageSources(folder);
    const index = await buildPageIndex(sources);
    savePageIndex(indexPathOf(folder), index);
    const { state, index: loaded } = loadPageIndex(indexPathOf(folder), sources);
    expect(state).toBe('good');
    expect(loaded?.table.columns).toEqual(index.table.columns);
  });
});
