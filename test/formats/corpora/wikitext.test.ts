import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftFault } from '../../../src/corpus/check-draft.ts';
import { idOfPlainRecord } from '../../../src/corpus/read-records.ts';
import { recordsOfDraft } from '../../../src/corpus/records-of-draft.ts';
import { wikitext } from '../../../src/formats/corpora/wikitext.ts';
import { anyCharacter } from '../../any-character.ts';
import { readArticle } from './read-article.ts';

const read = (text: string, options = {}) => readArticle(wikitext, text, options);
const span = (id: string) => `<span style="visibility: hidden;font-size:1px">${id}</span>`;

const sample = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/feverous/annotation_wiki_wikitext_sample_Publius_Cornelius_Rutilus_Cossus.txt',
);

describe.skipIf(!existsSync(sample))('a page of the wiki (skipped where ../shared/data is absent)', () => {
  const text = existsSync(sample) ? readFileSync(sample, 'utf8') : '';
  const title = 'Publius Cornelius Rutilus Cossus';
  const { article, leftOut, messages } = read(text, { title });

  test('has all ids of the file, in order, and no other', () => {
    expect(messages).toEqual([]);
    const ids = [...text.matchAll(/px">([^<]*)</g)].map(([, local]) => title + local);
    expect(ids).toHaveLength(38);
    expect(article && recordsOfDraft(article).map(idOfPlainRecord)).toEqual(ids);
    expect(article && draftFault(article)).toBeUndefined();
    // The credits.
    expect(leftOut).toEqual({ 'untagged text': 1 });
  });

  test('has the words of links, levels and spans', () => {
    expect(article?.elements[1]).toEqual({
      kind: 'sentence',
      number: 0,
      text: 'Publius Cornelius Rutilus Cossus was a statesman and military commander from the early Roman Republic who served as Dictator in 408 BC.',
      startsParagraph: true,
      links: [
        { anchor: 'Roman Republic', target: 'Roman Republic' },
        { anchor: 'Dictator', target: 'Roman dictator' },
      ],
    });
    expect(article?.elements[2]).toEqual({ kind: 'section', number: 0, text: 'Family', level: 2 });
    const table = article?.elements[0];
    expect(table?.kind === 'table' && table.cells.slice(1, 4)).toEqual([
      {
        row: 1,
        column: 0,
        isHeader: true,
        text: 'Dictator of the Roman Republic',
        columnSpan: 2,
        links: [
          { anchor: 'Dictator', target: 'Roman dictator' },
          { anchor: 'Roman Republic', target: 'Roman Republic' },
        ],
      },
      { row: 2, column: 0, isHeader: true, text: 'In office' },
      { row: 2, column: 1, isHeader: false, text: '408 BC' },
    ]);
  });
});

test('captions, lists, breaks in cells, and links that the splitter cut', () => {
  const { article, leftOut } = read(`${span('A_b_table_general_3')}
{|class="wikitable"
|+ The ''caption''${span('A_b_table_caption_3')}
!rowspan="1", colspan="1" |Year | term${span('A_b_header_cell_3_0_0')}
|-
|rowspan="2", colspan="1" |one
two${span('A_b_cell_3_1_0')}
|plain [[X|y]]${span('A_b_cell_3_1_1')}
|rowspan="1", colspan="1" |${span('A_b_cell_3_1_2')}
|-
|}
${span('A_b_unordered_list_0')}
<ul>
<li>first${span('A_b_item_0_0')}</li>
<ol>
<li>[[:Category:C|inner]]${span('A_b_item_0_1')}</li>
</ol>
<li>last${span('A_b_item_0_7')}</li>
</ul>
Resolution [[R_10|No. ${span('A_b_sentence_4')} 10]] passed. ${span('A_b_sentence_5')}

lost

=== Heading ${span('A_b_section_2')} ===

Kept. ${span('A_b_sentence_9')}
`);
  expect(leftOut).toEqual({ 'untagged text': 1 });
  expect(article).toMatchInlineSnapshot(`
    {
      "elements": [
        {
          "caption": "The caption",
          "cells": [
            {
              "column": 0,
              "isHeader": true,
              "row": 0,
              "text": "Year | term",
            },
            {
              "column": 0,
              "isHeader": false,
              "row": 1,
              "rowSpan": 2,
              "text": "one
    two",
            },
            {
              "column": 1,
              "isHeader": false,
              "links": [
                {
                  "anchor": "y",
                  "target": "X",
                },
              ],
              "row": 1,
              "text": "plain y",
            },
            {
              "column": 2,
              "isHeader": false,
              "row": 1,
              "text": "",
            },
          ],
          "kind": "table",
          "number": 3,
          "type": "general",
        },
        {
          "items": [
            {
              "number": 0,
              "text": "first",
            },
            {
              "level": 1,
              "links": [
                {
                  "anchor": "inner",
                  "target": "Category:C",
                },
              ],
              "number": 1,
              "text": "inner",
            },
            {
              "number": 7,
              "text": "last",
            },
          ],
          "kind": "list",
          "number": 0,
          "type": "unordered_list",
        },
        {
          "kind": "sentence",
          "number": 4,
          "startsParagraph": true,
          "text": "Resolution No.",
        },
        {
          "kind": "sentence",
          "number": 5,
          "startsParagraph": false,
          "text": "10 passed.",
        },
        {
          "kind": "section",
          "level": 3,
          "number": 2,
          "text": "Heading",
        },
        {
          "kind": "sentence",
          "number": 9,
          "startsParagraph": true,
          "text": "Kept.",
        },
      ],
      "title": "A_b",
    }
  `);
});

test('the title is that of the ids, else that which was asked for, else that of the file', () => {
  const named = `One. ${span('A: b_sentence_0')}`;
  expect(read(named).article?.title).toBe('A: b');
  expect(read(named, { title: 'A: b' }).article?.title).toBe('A: b');
  expect(read(named, { title: 'C' }).messages).toEqual([
    'The ids of the file are made with the title "A: b", not with "C".',
  ]);
  const nameless = `One. ${span('_sentence_0')}`;
  expect(read(nameless, { title: 'C' }).article?.title).toBe('C');
  expect(read(nameless).article?.title).toBe('My file');
  expect(read(nameless, { file: '<stdin>' }).messages).toEqual([
    'Neither the file nor its name says what the title is.',
  ]);
});

test('ids of another title are findings', () => {
  const { article, messages } = read(
    `One. ${span('A_sentence_0')}\n\nTwo. ${span('B_sentence_1')}\n\nThree. ${span('A_sentence_2')}`,
  );
  expect(messages).toEqual(['`B_sentence_1` is not an id of "A": it and its text are left out.']);
  expect(article?.elements.map(({ number }) => number)).toEqual([0, 2]);
});

test('without ids there is no article', () => {
  expect(read('Text without ids.').messages).toEqual(['No sentence, table or list was found in the file.']);
  expect(wikitext.sniff('Text')).toBe(false);
  expect(wikitext.sniff(`== A ${span('_section_0')} ==`)).toBe(true);
});

test('any text is read without an exception, and the ids that are read are those of the file', () => {
  const piece = fc.oneof(
    fc
      .constantFrom('sentence_0', 'section_1', 'cell_0_1_1', 'item_0_0', 'table_caption_0', 'x_1', 'title')
      .map((id) => span(`T_${id}`)),
    fc.constantFrom(
      '\n',
      '|',
      '!',
      '[[',
      ']]',
      '{|',
      '|-',
      '==',
      '<ul>',
      '</ul>',
      'One.',
      'rowspan="2", colspan="3" |',
    ),
    fc.string({ unit: anyCharacter, maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { article } = read(pieces.join(''));
      if (article === undefined) return;
      for (const { text } of recordsOfDraft(article)) expect(text).not.toMatch(/<span style="visibility/);
    }),
    { numRuns: 300 },
  );
});
