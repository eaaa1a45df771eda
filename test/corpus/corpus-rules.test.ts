import { expect, test } from 'vitest';
import { checkCorpus } from '../../src/corpus/check-corpus.ts';
import { corpusRules } from '../../src/corpus/corpus-rules.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { brief, parseText, taggedArticle } from './tagged-article.ts';

const nfd = 'Café'.normalize('NFD');

/** Each message of each rule: a text that has it, and what is found. The body begins on line 6. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'notNfc text',
    taggedArticle('T', `Sure. @_sentence_0\n\n${nfd}. @_sentence_1`),
    [`corpus/not-nfc text 8:1-8:7 "${nfd}."`],
  ],
  ['noIds none', 'Title\n\nSome text.\n', ['corpus/no-ids none 1:1-1:6 "Title"']],
  [
    'titleNotOnFirstLine other',
    taggedArticle('Big War', 'A. @_sentence_0\n\nB. @_sentence_1').replace('Big War', 'Talk'),
    ['corpus/title-not-on-line-1 other 1:1-1:5 "Talk"'],
  ],
  [
    'duplicateTitle again',
    `${taggedArticle('T', 'A. @_sentence_0')}${taggedArticle('T', 'B. @_sentence_0')}`,
    ['corpus/duplicate-title again 7:1-7:2 "T"'],
  ],
  [
    'duplicateId again',
    taggedArticle('T', 'A. @_sentence_0\n\nB. @_sentence_0'),
    ['corpus/duplicate-id again 8:4-8:16 "T_sentence_0"'],
  ],
  [
    'gap missing',
    taggedArticle('T', 'A. @_sentence_0\n\nB. @_sentence_2\n\nC @_section_3'),
    ['corpus/gap missing 8:4-8:16 "T_sentence_2"', 'corpus/gap missing 10:3-10:14 "T_section_3"'],
  ],
  [
    'outOfOrder late',
    taggedArticle('T', 'A. @_sentence_0\n\nC. @_sentence_2\n\nB. @_sentence_1'),
    ['corpus/gap missing 8:4-8:16 "T_sentence_2"', 'corpus/out-of-order late 10:4-10:16 "T_sentence_1"'],
  ],
  [
    'cellWithoutTable none',
    taggedArticle('T', 'A@_cell_0_0_0 B@_cell_0_0_1\nC@_table_caption_1'),
    [
      'corpus/cell-without-table none 6:2-6:14 "T_cell_0_0_0"',
      'corpus/cell-without-table none 7:2-7:19 "T_table_caption_1"',
    ],
  ],
  [
    'itemWithoutList none',
    taggedArticle('T', '@_ordered_list_0\nA@_item_0_0\nB@_item_1_0\nC@_item_1_1'),
    ['corpus/item-without-list none 8:2-8:12 "T_item_1_0"'],
  ],
  [
    'untaggedText before',
    taggedArticle('T', 'Lost.\n\nA. @_sentence_0'),
    ['corpus/untagged-text before 6:1-8:3 "Lost.\\n\\nA."'],
  ],
  [
    'untaggedText after',
    taggedArticle('T', 'A. @_sentence_0\n\nLost.'),
    ['corpus/untagged-text after 8:1-8:6 "Lost."'],
  ],
  [
    'sentenceCut cut',
    taggedArticle('T', 'A @_sentence_0 b. @_sentence_1'),
    ['corpus/sentence-cut cut 6:1-6:31 "A T_sentence_0 b. T_sentence_1"'],
  ],
  [
    'foreignId foreign',
    taggedArticle('T', 'A. @_sentence_0\n\nB. Other_sentence_4'),
    [
      'corpus/untagged-text after 8:1-8:20 "B. Other_sentence_4"',
      'corpus/foreign-id foreign 8:9-8:20 "_sentence_4"',
    ],
  ],
  [
    'unknownKind unknown',
    taggedArticle('T', 'A. @_sentense_0 @_sentence_0'),
    ['corpus/unknown-kind unknown 6:5-6:16 "_sentense_0"'],
  ],
  [
    'unknownKind malformed',
    taggedArticle('T', 'A. @_cell_0_1 @_sentence_01 @_sentence_0'),
    [
      'corpus/unknown-kind malformed 6:5-6:14 "_cell_0_1"',
      'corpus/unknown-kind malformed 6:16-6:28 "_sentence_01"',
    ],
  ],
];

test.each(cases)('%s', (_, text, expected) => {
  const { articles, diagnostics } = parseText(text);
  const found = [...diagnostics, ...checkCorpus(articles)];
  expect(found.map((diagnostic) => brief(diagnostic, text))).toEqual(expected);
});

test('every message of every rule has a case (that of bytes is among the quirks, those of stores are in test/io/stores)', () => {
  const reached = new Set(cases.map(([name]) => name));
  const all = Object.entries(corpusRules).flatMap(([rule, { messages }]) =>
    Object.keys(messages).map((message) => `${rule} ${message}`),
  );
  expect(all.filter((name) => !reached.has(name))).toEqual([
    'notUtf8 byte',
    'unreadableArticle broken',
    'unreadableArticle untaggable',
    'unreadableArticle nameless',
  ]);
});

test('a finding says what, why and what to do, and where else to look', () => {
  const text = taggedArticle('T', 'A. @_sentence_0\n\nB. @_sentence_0');
  const [finding] = parseCorpusFile('a.txt', new TextEncoder().encode(text)).diagnostics;
  expect(finding).toMatchInlineSnapshot(`
    {
      "help": "Remove the copy, or give it the number that belongs to its place.",
      "level": 3,
      "message": "\`T_sentence_0\` stands for a second element.",
      "messageId": "again",
      "place": {
        "end": {
          "column": 16,
          "line": 8,
          "offset": 97,
        },
        "file": "a.txt",
        "lineText": "B. T_sentence_0",
        "span": {
          "end": 97,
          "start": 85,
        },
        "start": {
          "column": 4,
          "line": 8,
          "offset": 85,
        },
      },
      "related": [
        {
          "message": "It stands here for the first time.",
          "place": {
            "end": {
              "column": 16,
              "line": 6,
              "offset": 80,
            },
            "file": "a.txt",
            "lineText": "A. T_sentence_0",
            "span": {
              "end": 80,
              "start": 68,
            },
            "start": {
              "column": 4,
              "line": 6,
              "offset": 68,
            },
          },
        },
      ],
      "ruleId": "corpus/duplicate-id",
      "severity": "error",
      "url": "docs/rules/corpus/duplicate-id.md",
      "why": "A claim that cites the id would have two texts as evidence.",
    }
  `);
});

test('lists and tables are counted each by one counter', () => {
  const text = taggedArticle(
    'T',
    '@_table_infobox_0\n\n@_table_general_1\n\n@_ordered_list_0\n\n@_unordered_list_1',
  );
  expect(parseCorpusFile('a.txt', new TextEncoder().encode(text)).diagnostics).toEqual([]);
});

test('a marker out of order still announces its cells', () => {
  const text = taggedArticle(
    'T',
    '@_table_general_1\nA@_cell_1_0_0\n\n@_table_general_0\nB@_cell_0_0_0 C@_cell_1_0_1',
  );
  const { diagnostics } = parseCorpusFile('a.txt', new TextEncoder().encode(text));
  expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['corpus/gap', 'corpus/out-of-order']);
});

test('what stands inside a title is no finding of its own', () => {
  const text = taggedArticle('B_sentence_1', 'A. @_sentence_0');
  expect(parseCorpusFile('a.txt', new TextEncoder().encode(text)).diagnostics).toEqual([]);
});
