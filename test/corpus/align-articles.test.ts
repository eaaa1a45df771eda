import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignedRecord, alignArticles } from '../../src/corpus/align-articles.ts';
import type { Article } from '../../src/corpus/article.ts';
import type { DraftArticle, DraftCell, DraftElement } from '../../src/corpus/draft-article.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { printDraft } from '../../src/corpus/print-draft.ts';
import { heaviestChain } from '../../src/text/heaviest-chain.ts';
import { comparedText, wordSimilarity } from '../../src/text/word-similarity.ts';
import { parseText, referenceBytes } from './tagged-article.ts';

function articleOf(elements: readonly DraftElement[], title = 'A'): Article {
  const draft: DraftArticle = { title, elements };
  const [article] = parseText(printDraft(draft)).articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

const sentences = (texts: readonly string[]): DraftElement[] =>
  texts.map((text, number) => ({ kind: 'sentence', number, text }));

/** A table, row by row; `!` before a text makes a header cell, `undefined` a gap. */
function table(
  number: number,
  rows: readonly (readonly (string | undefined)[])[],
  caption?: string,
): DraftElement {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): DraftCell[] =>
      text === undefined
        ? []
        : [{ row, column, isHeader: text.startsWith('!'), text: text.replace(/^!/, '') }],
    ),
  );
  return { kind: 'table', number, type: 'general', cells, ...(caption !== undefined && { caption }) };
}

/** `old -> new`, with the doubt; only what does not stay, unless all are asked for. */
function brief(aligned: ReadonlyMap<string, AlignedRecord>, { all = false } = {}): string[] {
  return [...aligned.values()]
    .filter(({ record, next, doubt }) => all || doubt !== undefined || next?.id !== record.id)
    .map(
      ({ record, next, doubt }) =>
        `${record.id} -> ${next?.id ?? 'gone'}${doubt === undefined ? '' : ` ${doubt}`}`,
    );
}

describe('sentences', () => {
  const text = [
    'The first one.',
    'Something about the second river.',
    'A third thing happened in 1990.',
    'The end.',
  ];

  test('an article that is the same stays', () => {
    const same = sentences([...text, 'The end.', 'The end.']);
    expect(brief(alignArticles(articleOf(same), articleOf(same)))).toEqual([]);
  });

  test('the reference article is what it is', () => {
    const [article] = parseCorpusFile('a.txt', referenceBytes).articles as [Article];
    const aligned = alignArticles(article, article);
    expect(aligned.size).toBeGreaterThan(600);
    expect(brief(aligned)).toEqual([]);
  });

  test('what is new moves what is behind it', () => {
    const next = sentences([text[0] ?? '', 'Quite new.', ...text.slice(1)]);
    expect(brief(alignArticles(articleOf(sentences(text)), articleOf(next)))).toEqual([
      'A_sentence_1 -> A_sentence_2',
      'A_sentence_2 -> A_sentence_3',
      'A_sentence_3 -> A_sentence_4',
    ]);
  });

  test('white space and normal form are no difference, another title moves all', () => {
    const old = sentences(['Caf\u00e9 one.', 'Two  words.']);
    const next = sentences(['Cafe\u0301 one.', 'Two\n words.']);
    expect(brief(alignArticles(articleOf(old), articleOf(next, 'B')))).toEqual([
      'A_sentence_0 -> B_sentence_0',
      'A_sentence_1 -> B_sentence_1',
    ]);
  });

  test('what was edited is uncertain, in its place or another, and what is gone is gone', () => {
    const next = [
      'A third thing happened in 1991.',
      'The first one.',
      'Something about the second great river.',
    ];
    expect(brief(alignArticles(articleOf(sentences(text)), articleOf(sentences(next))))).toEqual([
      'A_sentence_0 -> A_sentence_1',
      'A_sentence_1 -> A_sentence_2 similar',
      'A_sentence_2 -> A_sentence_0 similar',
      'A_sentence_3 -> gone',
    ]);
  });

  test('the order of the text decides between texts that are as similar', () => {
    const old = ['Town one has 5 gates.', 'Anchor.', 'Town one has 6 gates.'];
    const next = ['New.', 'Town one has 7 gates.', 'Anchor.', 'Town one has 8 gates.'];
    expect(brief(alignArticles(articleOf(sentences(old)), articleOf(sentences(next))))).toEqual([
      'A_sentence_0 -> A_sentence_1 similar',
      'A_sentence_1 -> A_sentence_2',
      'A_sentence_2 -> A_sentence_3 similar',
    ]);
  });

  test('copies are certain only where all of them are left and where they were', () => {
    const old = sentences(['Same.', 'Middle.', 'Same.']);
    expect(
      brief(alignArticles(articleOf(old), articleOf([...old, ...sentences(['X.']).map(at(3))]))),
    ).toEqual([]);
    expect(
      brief(alignArticles(articleOf(old), articleOf(sentences(['New.', 'Same.', 'Middle.', 'Same.'])))),
    ).toEqual([
      'A_sentence_0 -> A_sentence_1 copies',
      'A_sentence_1 -> A_sentence_2',
      'A_sentence_2 -> A_sentence_3 copies',
    ]);
    // The copy at 2 is another one than it was.
    const shifted = sentences(['New.', 'New too.', 'Same.', 'Middle.', 'Same.']);
    expect(brief(alignArticles(articleOf(old), articleOf(shifted)))).toEqual([
      'A_sentence_0 -> A_sentence_2 copies',
      'A_sentence_1 -> A_sentence_3',
      'A_sentence_2 -> A_sentence_4 copies',
    ]);
    expect(brief(alignArticles(articleOf(old), articleOf(sentences(['Middle.', 'Same.']))))).toEqual([
      'A_sentence_0 -> gone',
      'A_sentence_1 -> A_sentence_0',
      'A_sentence_2 -> A_sentence_1 copies',
    ]);
  });

  test('a sentence that became a list item is followed by its text, a heading only among headings', () => {
    const old: DraftElement[] = [
      { kind: 'section', number: 0, text: 'History' },
      { kind: 'sentence', number: 0, text: 'History' },
      { kind: 'sentence', number: 1, text: 'Built in 1901.' },
    ];
    const next: DraftElement[] = [
      { kind: 'section', number: 0, text: 'Past' },
      { kind: 'section', number: 1, text: 'History' },
      { kind: 'list', number: 0, type: 'unordered_list', items: [{ number: 0, text: 'Built in 1901.' }] },
    ];
    expect(brief(alignArticles(articleOf(old), articleOf(next)))).toEqual([
      'A_section_0 -> A_section_1',
      'A_sentence_0 -> gone',
      'A_sentence_1 -> A_item_0_0',
    ]);
  });
});

/** The element with another number. */
const at =
  (number: number) =>
  (element: DraftElement): DraftElement => ({ ...element, number });

describe('tables', () => {
  const head = ['!Year', '!Town', '!People'];
  const rows = [head, ['1990', 'Abo', '500'], ['1991', 'Abo', '600'], ['1992', 'Ury', '500']];
  const align = (old: readonly DraftElement[], next: readonly DraftElement[]) =>
    brief(alignArticles(articleOf(old), articleOf(next)));

  test('a row that is put in moves the rows below', () => {
    const next = [head, ['1989', 'Abo', '500'], ...rows.slice(1)];
    expect(align([table(0, rows)], [table(0, next)])).toEqual(
      [1, 2, 3].flatMap((row) =>
        [0, 1, 2].map((column) => `A_cell_0_${row}_${column} -> A_cell_0_${row + 1}_${column}`),
      ),
    );
  });

  test('a table that is put in before moves the table', () => {
    const moved = align(
      [table(0, rows)],
      [
        table(0, [
          ['!Ship', '!Mast'],
          ['Ann', '3'],
        ]),
        table(1, rows),
      ],
    );
    expect(moved).toHaveLength(12);
    expect(moved).toContain('A_cell_0_2_1 -> A_cell_1_2_1');
    expect(moved).toContain('A_header_cell_0_0_2 -> A_header_cell_1_0_2');
  });

  test('a cell with another text is uncertain, the others of its row are certain', () => {
    const next = [head, ['1990', 'Abo', '501'], ...rows.slice(2)];
    expect(align([table(0, rows)], [table(0, next)])).toEqual(['A_cell_0_1_2 -> A_cell_0_1_2 similar']);
  });

  test('cells follow a column that is put in, by their headers', () => {
    const next = rows.map(([year = '', ...rest], which) => [
      year,
      which === 0 ? '!Area' : `${which}`,
      ...rest,
    ]);
    const moved = align(
      [table(0, rows), table(1, [['!Key'], ['one']])],
      [table(0, next), table(1, [['!Key'], ['one']])],
    );
    // The rows are not the same any more, and nothing else tells that the table is.
    expect(moved).toContain('A_cell_0_1_1 -> A_cell_0_1_2 copies');
    expect(moved.filter((line) => !line.endsWith('copies') && !line.endsWith('similar'))).toEqual([]);
  });

  test('a table that stands twice stays where it was, and is uncertain where it moved', () => {
    const twice = [table(0, rows), table(1, rows)];
    expect(align(twice, twice)).toEqual([]);
    const moved = align(twice, [table(0, [['!Other'], ['x']]), table(1, rows), table(2, rows)]);
    expect(moved.length).toBeGreaterThan(0);
    expect(
      moved.filter((line) => !line.endsWith('copies') && !line.endsWith('similar') && !line.endsWith('gone')),
    ).toEqual([]);
  });

  test('a cell with the same text and number in another row is not the same', () => {
    const next = [head, ['1990', 'Ury', '500'], ...rows.slice(2)];
    expect(align([table(0, rows)], [table(0, next)])).toEqual(['A_cell_0_1_1 -> A_cell_0_1_1 similar']);
    const others = [head, ['1890', 'Xan', '500'], ['1891', 'Yve', '600'], ['1892', 'Zoe', '500']];
    const uncertain = align([table(0, rows)], [table(0, others)]);
    expect(
      uncertain.filter((line) => line.includes('_2 ')).every((line) => /(?:copies|similar|gone)$/.test(line)),
    ).toBe(true);
  });

  test('a hostile grid asks for no memory', () => {
    const hostile = parseText('A\n\nx A_cell_0_999999999_999999999\n').articles[0] as Article;
    expect(brief(alignArticles(hostile, hostile))).toEqual(['A_cell_0_999999999_999999999 -> gone']);
  });
});

/** Sentences with a number of their own, so that what became of each is known: `Text n.` */
const uniqueTexts = fc
  .uniqueArray(fc.nat(200), { maxLength: 25 })
  .map((all) => all.map((n) => `Unique ${n} here.`));

describe('any articles', () => {
  test('what is said once in both is always found, wherever it moved', () => {
    fc.assert(
      fc.property(
        uniqueTexts.chain((texts) =>
          fc.tuple(
            fc.constant(texts),
            fc.shuffledSubarray(texts),
            fc.shuffledSubarray(['Dup.', 'Dup.', 'New one.']),
          ),
        ),
        ([texts, kept, added]) => {
          const before = articleOf(sentences([...texts, 'Dup.', 'Dup.', 'End.']));
          const after = articleOf(sentences([...kept, ...added, 'End.']));
          for (const { record, next, doubt } of alignArticles(before, after).values()) {
            if (record.text === 'Dup.') {
              if (doubt === undefined && next !== undefined) expect(next.numbers).toEqual(record.numbers);
              continue;
            }
            const isKept = kept.includes(record.text) || record.text === 'End.';
            if (isKept) expect({ text: next?.text, doubt }).toEqual({ text: record.text, doubt: undefined });
            // What is similar is never certain.
            else if (next !== undefined) expect(doubt).toBe('similar');
          }
        },
      ),
    );
  });

  test('no new element is what two old ones have become, and certain ones say the same', () => {
    const some = fc.array(fc.constantFrom('One two three.', 'One two four.', 'Dup.', 'Five six.', ''), {
      maxLength: 12,
    });
    const grid = fc.array(
      fc.array(fc.constantFrom('x', 'y', '!h', '', '1'), { minLength: 1, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const article = fc
      .tuple(some, fc.array(grid, { maxLength: 3 }))
      .map(([texts, grids]) =>
        articleOf([...sentences(texts), ...grids.map((rows, number) => table(number, rows))]),
      );
    fc.assert(
      fc.property(article, article, (before, after) => {
        const aligned = [...alignArticles(before, after).values()];
        const taken = aligned.flatMap(({ next }) => (next === undefined ? [] : [next.id]));
        expect(new Set(taken).size).toBe(taken.length);
        for (const { record, next, doubt } of aligned)
          if (next !== undefined && doubt === undefined) expect(next.text).toBe(record.text);
        expect(brief(alignArticles(before, before))).toEqual([]);
      }),
    );
  });

  test('rows that are said once are found in permuted tables', () => {
    const permuted = fc
      .tuple(
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      )
      .map(([tables, rows]) => ({ tables, rows }));
    const body = (which: number, row: number) => [`t${which} r${row}`, 'same', `${which * 10 + row}`];
    const head = ['!Name', '!Kind', '!Number'];
    const before = articleOf(
      [0, 1, 2].map((n) => table(n, [head, ...[0, 1, 2, 3].map((row) => body(n, row))])),
    );
    fc.assert(
      fc.property(permuted, ({ tables, rows }) => {
        const after = articleOf(
          tables.map((n, number) => table(number, [head, ...rows.map((row) => body(n, row))])),
        );
        for (const { record, next, doubt } of alignArticles(before, after).values()) {
          const [n = 0, row = 0, column = 0] = record.numbers;
          if (row === 0) continue;
          expect({ id: next?.id, doubt }).toEqual({
            id: `A_cell_${tables.indexOf(n)}_${rows.indexOf(row - 1) + 1}_${column}`,
            doubt: undefined,
          });
        }
      }),
    );
  });
});

test('the heaviest chain is the best of all chains', () => {
  const pair = fc.record({ from: fc.nat(5), to: fc.nat(5), weight: fc.integer({ min: 1, max: 9 }) });
  const isChain = (pairs: readonly { from: number; to: number }[]): boolean =>
    pairs.every(({ from, to }, which) => {
      const next = pairs[which + 1];
      return next === undefined || (from < next.from && to < next.to);
    });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 9 }), (pairs) => {
      const chain = heaviestChain(pairs);
      expect(isChain(chain)).toBe(true);
      const weigh = (all: readonly { weight: number }[]) => all.reduce((sum, { weight }) => sum + weight, 0);
      let best = 0;
      for (let mask = 0; mask < 1 << pairs.length; mask++) {
        const some = pairs
          .filter((_, which) => (mask >> which) & 1)
          .sort((a, b) => a.from - b.from || a.to - b.to);
        if (isChain(some)) best = Math.max(best, weigh(some));
      }
      expect(weigh(chain)).toBe(best);
    }),
  );
});

test.each([
  ['one two three', 'one two three', 1],
  ['One, two – three!', 'one two three', 1],
  ['one two three four', 'one two four', 6 / 7],
  ['one two', 'two one', 1 / 2],
  ['one', 'two', 0],
  ['', '', 0],
])('%j and %j are %d alike', (one, other, expected) => {
  expect(wordSimilarity(comparedText(one), comparedText(other))).toBeCloseTo(expected);
  expect(wordSimilarity(comparedText(other), comparedText(one), expected - 0.01)).toBeCloseTo(expected);
});
