import fc from 'fast-check';
import type {
  DraftArticle,
  DraftElement,
  DraftItem,
  DraftLink,
  ListType,
} from '../../../src/corpus/draft-article.ts';
import { anyCharacter } from '../../any-character.ts';

const links = [{ anchor: 'bar', target: 'Bar (drink)' }];

/** Articles that together have everything an article can have; between them they meet every loss of every format. */
export const exampleArticles: readonly DraftArticle[] = [
  {
    title: 'Café (bar)',
    elements: [
      { kind: 'sentence', number: 0, text: 'The Café is a bar.', links },
      { kind: 'sentence', number: 1, text: 'It opened in 1988.', startsParagraph: false },
      { kind: 'section', number: 0, text: 'Figures', level: 2 },
      { kind: 'section', number: 1, text: 'By year', level: 3 },
      {
        kind: 'table',
        number: 0,
        type: 'general',
        caption: 'Guests by year',
        cells: [
          { row: 0, column: 0, isHeader: true, text: 'Year', rowSpan: 2 },
          {
            row: 0,
            column: 1,
            isHeader: true,
            text: 'Guests',
            columnSpan: 2,
            links: [{ anchor: 'Guests', target: 'Guest' }],
          },
          { row: 1, column: 1, isHeader: true, text: 'min' },
          { row: 1, column: 2, isHeader: true, text: 'max' },
          { row: 2, column: 0, isHeader: true, text: '1988' },
          { row: 2, column: 1, isHeader: false, text: '12' },
          { row: 2, column: 2, isHeader: false, text: '' },
        ],
      },
      {
        kind: 'list',
        number: 0,
        type: 'unordered_list',
        items: [
          { number: 0, text: 'Tea', sublistType: 'ordered_list' },
          { number: 1, text: 'green', level: 1, links: [{ anchor: 'green', target: 'Green tea' }] },
        ],
      },
      { kind: 'sentence', number: 2, text: 'The end.' },
    ],
  },
  { title: '31715818', elements: [{ kind: 'section', number: 0, text: 'Tea and sleep', level: 1 }] },
  {
    title: 'Empty sentences',
    elements: [
      { kind: 'sentence', number: 0, text: '' },
      { kind: 'sentence', number: 1, text: 'One -LRB- 1 -RRB- .' },
      { kind: 'sentence', number: 2, text: '' },
    ],
  },
  {
    title: 'Gaps',
    elements: [
      { kind: 'sentence', number: 1, text: 'One.' },
      { kind: 'sentence', number: 4, text: 'Four.' },
      { kind: 'sentence', number: 70_000, text: 'Far away.' },
    ],
  },
  { title: 'A gap', elements: [{ kind: 'sentence', number: 2, text: 'Two.' }] },
  {
    title: 'Order',
    elements: [
      { kind: 'sentence', number: 1, text: 'One.' },
      { kind: 'sentence', number: 0, text: 'Zero.' },
      { kind: 'sentence', number: 1, text: 'One again.' },
    ],
  },
  { title: 'No level', elements: [{ kind: 'section', number: 0, text: 'Heading' }] },
  { title: 'snake_case -LRB-x-RRB-', elements: [{ kind: 'sentence', number: 0, text: 'Cafe\u0301.' }] },
  { title: 'Fish &amp;amp; chips', elements: [{ kind: 'sentence', number: 0, text: ' Outer blanks. ' }] },
  {
    title: 'Separators',
    elements: [
      { kind: 'sentence', number: 0, text: 'Tab\tand\nline.' },
      { kind: 'sentence', number: 1, text: 'Number\n7\tof a row.', links: [{ anchor: '', target: '' }] },
    ],
  },
  {
    title: 'Brackets',
    elements: [
      { kind: 'sentence', number: 0, text: 'See [[Bar|a bar]] and [[[Bar]]].' },
      { kind: 'sentence', number: 1, text: 'No such words.', links: [{ anchor: 'a bar', target: 'Bar' }] },
      { kind: 'sentence', number: 2, text: 'A bar.', links: [{ anchor: 'bar', target: 'Snake_bar' }] },
    ],
  },
  { title: 'Ids', elements: [{ kind: 'sentence', number: 0, text: 'One Ids_sentence_1 two' }] },
  { title: 'Empty', elements: [] },
  { title: '', elements: [{ kind: 'sentence', number: 0, text: 'Nobody knows the title.' }] },
];

const hardText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('The Café is a bar.', 'It opened in 1988', 'Tea', '', 'A_sentence_0'),
  },
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: anyCharacter, maxLength: 6 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '\t',
          '\n',
          '\r',
          ' ',
          '"',
          '\\',
          '[[',
          ']]',
          '[',
          ']',
          '|',
          '_',
          '0',
          '7',
          'A',
          '&amp;',
          '&#39;',
          'e',
          '\u0301',
        ],
        ...[
          '\u0338',
          '<',
          ';',
          '\u037e',
          '\0',
          '\ufeff',
          '\ud83d',
          '_sentence_0',
          '-LRB-',
          '(',
          'From Wikipedia for FEVERv2',
        ],
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\n7\tx',
    '\n8',
    '[[A|b]]',
    '[[A]]',
    '=1+1',
    '<b>x</b>',
    '{"a":1}',
    '1e3',
    '007',
  ),
);

const number = fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 6 }) }, fc.constantFrom(11_000, 999_999_999));

const arbitraryLinks: fc.Arbitrary<readonly DraftLink[]> = fc.array(
  fc.record({
    anchor: fc.oneof(hardText, fc.constantFrom('bar', 'Café', 'a', '1988', 'e')),
    target: hardText,
  }),
  { maxLength: 3 },
);

const maybeLinks = { links: arbitraryLinks };

const listType = fc.constantFrom<ListType[]>('unordered_list', 'ordered_list', 'description_list');

const element: fc.Arbitrary<DraftElement> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record(
      {
        kind: fc.constant('sentence' as const),
        number,
        text: hardText,
        startsParagraph: fc.boolean(),
        ...maybeLinks,
      },
      { requiredKeys: ['kind', 'number', 'text'] },
    ),
  },
  fc.record(
    { kind: fc.constant('section' as const), number, text: hardText, level: fc.nat({ max: 6 }) },
    { requiredKeys: ['kind', 'number', 'text'] },
  ),
  fc.record(
    {
      kind: fc.constant('table' as const),
      number,
      type: fc.constantFrom('infobox' as const, 'general' as const),
      caption: hardText,
      cells: fc.array(
        fc.record(
          {
            row: number,
            column: number,
            isHeader: fc.boolean(),
            text: hardText,
            rowSpan: fc.integer({ min: 1, max: 4 }),
            columnSpan: fc.integer({ min: 1, max: 4 }),
            ...maybeLinks,
          },
          { requiredKeys: ['row', 'column', 'isHeader', 'text'] },
        ),
        { maxLength: 5 },
      ),
    },
    { requiredKeys: ['kind', 'number', 'type', 'cells'] },
  ),
  fc.record({
    kind: fc.constant('list' as const),
    number,
    type: listType,
    items: fc.array(
      fc.record(
        { number, text: hardText, level: fc.nat({ max: 10 }), sublistType: listType, ...maybeLinks },
        { requiredKeys: ['number', 'text'] },
      ) as fc.Arbitrary<DraftItem>,
      { maxLength: 4 },
    ),
  }),
);

/** Articles with all a source can hold: any Unicode, separators, links that fit nothing, numbers in any order. */
export const arbitraryArticles: fc.Arbitrary<DraftArticle[]> = fc.array(
  fc.record({
    title: fc.oneof(fc.constantFrom('Café (bar)', 'A', '31715818'), hardText),
    elements: fc.array(element, { maxLength: 6 }),
  }),
  { maxLength: 3 },
) as fc.Arbitrary<DraftArticle[]>;

/** An article as a text that two articles share exactly if they say the same: what is absent is its default. */
export function comparableArticle(article: DraftArticle): string {
  const defaults: Readonly<Record<string, unknown>> = {
    startsParagraph: true,
    level: undefined,
    links: '[]',
    rowSpan: 1,
    columnSpan: 1,
  };
  const isDefault = (owner: object, key: string, value: unknown): boolean =>
    value === undefined ||
    (key === 'links' && JSON.stringify(value) === defaults.links) ||
    (key === 'level' ? value === 0 && !('kind' in owner) : value === defaults[key]);
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
      .filter(([key, member]) => !isDefault(value, key, member))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, plain(member)]);
  };
  return JSON.stringify(plain(article));
}
