import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import { evidenceStyles } from '../../src/formats/evidence-style.ts';
import { evidenceText } from '../../src/formats/evidence-text.ts';
import { arbitraryClaims, context } from './example-claims.ts';

const sentences = Array.from({ length: 30 }, (_, n) => `Sentence ${n}. Long_sentence_${n}`).join('\n\n');

const text = `Lake

The lake is deep. Lake_sentence_0 It is cold. Lake_sentence_1

People swim 🎉. Lake_sentence_2

Depth Lake_section_0

Lake_table_general_0

Year Lake_header_cell_0_0_0
Metres Lake_header_cell_0_0_1

1988 Lake_header_cell_0_1_0
12 Lake_cell_0_1_1

Lake_unordered_list_0

Pike Lake_item_0_0
Perch Lake_item_0_1
`;

function corpusOf(name: string, content: string): EvidenceIndex {
  return new EvidenceIndex(parseCorpusFile(name, new TextEncoder().encode(content)).articles);
}

const lake = corpusOf('lake.txt', text);
const long = corpusOf('long.txt', `Long\n\n${sentences}\n`);

describe('styles', () => {
  test.each([
    ['ids', ['Lake_sentence_0', 'Lake_cell_0_1_1'], 'Lake_sentence_0 + Lake_cell_0_1_1'],
    ['text', ['Lake_sentence_0', 'Lake_cell_0_1_1'], 'The lake is deep. 12'],
    ['text', ['Lake_cell_0_1_1', 'Lake_title'], '12 Lake'],
    [
      'context',
      ['Lake_sentence_0', 'Lake_cell_0_1_1', 'Lake_title'],
      '[Lake] The lake is deep.\n[Lake; Depth; 1988; Metres] 12\nLake',
    ],
    ['highlighted', ['Lake_sentence_1'], 'The lake is deep. <e>It is cold.</e>'],
    ['highlighted', ['Lake_sentence_2'], '<e>People swim 🎉.</e>'],
    ['highlighted', ['Lake_cell_0_1_1'], '1988 | <e>12</e>'],
    ['highlighted', ['Lake_item_0_1'], 'Pike <e>Perch</e>'],
    [
      'highlighted',
      ['Lake_cell_0_1_1', 'Lake_sentence_1', 'Lake_sentence_0', 'Lake_title', 'Lake_section_0'],
      '1988 | <e>12</e>\n<e>The lake is deep.</e> <e>It is cold.</e>\n<e>Lake</e>\n<e>Depth</e>',
    ],
  ] as const)('%s of %j', (style, set, expected) => {
    expect(evidenceText(set, style, lake)?.text).toBe(expected);
  });

  test('no text for an id that the corpus does not have, but its id', () => {
    for (const style of evidenceStyles) {
      expect(evidenceText(['Lake_sentence_0', 'Lake_sentence_9'], style, lake)?.text).toBe(
        style === 'ids' ? 'Lake_sentence_0 + Lake_sentence_9' : undefined,
      );
    }
  });

  test('of sentences without paragraphs, ten before and behind; what meets is one', () => {
    const numbers = (set: readonly string[]) =>
      evidenceText(set, 'highlighted', long)
        ?.text.split('\n')
        .map((line) => [...line.matchAll(/Sentence (\d+)/g)].map(([, number]) => Number(number)));
    expect(numbers(['Long_sentence_12'])?.map((line) => [line[0], line.at(-1)])).toEqual([[2, 22]]);
    expect(numbers(['Long_sentence_0', 'Long_sentence_29'])?.map((line) => [line[0], line.at(-1)])).toEqual([
      [0, 10],
      [19, 29],
    ]);
    const joined = numbers(['Long_sentence_0', 'Long_sentence_29', 'Long_sentence_15']);
    expect(joined).toEqual([Array.from({ length: 30 }, (_, n) => n)]);
  });
});

test('the spans slice to the texts of the ids, in every style', () => {
  fc.assert(
    fc.property(arbitraryClaims, fc.constantFrom(...evidenceStyles), (claims, style) => {
      for (const set of claims.flatMap(({ evidence }) => evidence)) {
        const found = evidenceText(set, style, context.evidence);
        const texts = set.map((id) => context.evidence.text(id));
        expect(found === undefined).toBe(style !== 'ids' && texts.includes(undefined));
        if (found === undefined || style === 'ids') continue;
        expect(found.spans.map(({ start, end }) => found.text.slice(start, end))).toEqual(texts);
      }
    }),
  );
});
