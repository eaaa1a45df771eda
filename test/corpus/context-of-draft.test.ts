import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleOfDraft } from '../../src/corpus/article-of-draft.ts';
import { contextOf } from '../../src/corpus/context.ts';
import { contextOfDraft } from '../../src/corpus/context-of-draft.ts';
import type { DraftArticle, DraftCell, DraftElement } from '../../src/corpus/draft-article.ts';

const section = (number: number, level?: number): DraftElement => ({
  kind: 'section',
  number,
  text: `Heading ${number}`,
  ...(level !== undefined && { level }),
});
const sentence = (number: number): DraftElement => ({
  kind: 'sentence',
  number,
  text: `Sentence ${number}.`,
});

const cell = (row: number, column: number, isHeader: boolean, spans: Partial<DraftCell> = {}): DraftCell => ({
  row,
  column,
  isHeader,
  text: 'x',
  ...spans,
});

/** The local parts of a context. */
function contextIn(article: DraftArticle, local: string): string | undefined {
  return contextOfDraft(article, `${article.title}_${local}`)
    ?.map((id) => id.slice(article.title.length + 1))
    .join(' ');
}

describe('headings', () => {
  const article: DraftArticle = {
    title: 'A_sentence_0',
    elements: [
      sentence(0),
      ...[2, 3, 4, 3, 2].flatMap((level, number) => [section(number, level), sentence(number + 1)]),
    ],
  };

  test.each([
    ['sentence_0', 'title'],
    ['sentence_1', 'title section_0'],
    ['sentence_2', 'title section_0 section_1'],
    ['sentence_3', 'title section_0 section_1 section_2'],
    ['sentence_4', 'title section_0 section_3'],
    ['sentence_5', 'title section_4'],
    ['section_2', 'title'],
  ])('%s stands under %s', (local, expected) => {
    expect(contextIn(article, local)).toBe(expected);
  });

  test('of headings whose level is not known the nearest counts', () => {
    const elements = [section(0, 2), section(1), sentence(0)];
    expect(contextIn({ title: 'A', elements }, 'sentence_0')).toBe('title section_1');
  });
});

describe('header cells', () => {
  const elements: DraftElement[] = [
    {
      kind: 'table',
      number: 0,
      type: 'general',
      caption: 'Caption',
      cells: [
        cell(0, 0, true, { rowSpan: 2, columnSpan: 2 }),
        cell(0, 2, true, { columnSpan: 2 }),
        cell(1, 2, true),
        cell(1, 3, true),
        cell(2, 0, true, { rowSpan: 2 }),
        cell(2, 1, true),
        cell(2, 2, false, { rowSpan: 2 }),
        cell(2, 3, false),
        cell(3, 1, false),
        cell(3, 3, false),
      ],
    },
  ];

  test.each([
    ['cell_0_2_2', 'title header_cell_0_2_1 header_cell_0_2_0 header_cell_0_1_2 header_cell_0_0_2'],
    ['cell_0_2_3', 'title header_cell_0_2_1 header_cell_0_2_0 header_cell_0_1_3 header_cell_0_0_2'],
    ['cell_0_3_1', 'title header_cell_0_2_0 header_cell_0_2_1 header_cell_0_0_0'],
    ['cell_0_3_3', 'title header_cell_0_2_0 header_cell_0_1_3 header_cell_0_0_2'],
    ['header_cell_0_2_0', 'title'],
    ['table_caption_0', 'title'],
  ])('%s: %s', (local, expected) => {
    expect(contextIn({ title: 'A', elements }, local)).toBe(expected);
  });

  test.each(['cell_0_2_0', 'cell_0_9_9', 'cell_1_2_2', 'item_0_0', 'sentence_0', 'nothing', 'section_0'])(
    'there is no %s',
    (local) => {
      expect(contextIn({ title: 'A', elements }, local)).toBeUndefined();
    },
  );
});

test('without levels and spans it is the context of the tagged text', () => {
  const grid = fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    )
    .map(([height, width, headers]) =>
      Array.from({ length: height * width }, (_, at) =>
        cell(Math.floor(at / width), at % width, headers[at] ?? false),
      ),
    );
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 3 }), grid, (kinds, cells) => {
      const before = kinds.map((isSection, number) => (isSection ? section(number) : sentence(number)));
      const article: DraftArticle = {
        title: 'A',
        elements: [...before, { kind: 'table', number: 0, type: 'general', cells }, sentence(9)],
      };
      for (const record of articleOfDraft(article, 'a.txt')?.records ?? []) {
        if (record.kind === 'section') continue;
        expect([record.id, contextOfDraft(article, record.id)]).toEqual([record.id, contextOf(record)]);
      }
    }),
  );
});
