import fc from 'fast-check';
import { anyCharacter } from '../any-character.ts';
import { referenceBytes, taggedArticle } from './tagged-article.ts';

/** Snippets that were wrong once, or that sit on an edge of the grammar. */
const nasty = [
  '',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\u00A0',
  '\u2028',
  '\u3000',
  '\uFEFF',
  '\0',
  '_',
  '__',
  'T',
  'T_',
  ' T_sentence_0',
  'T_sentence_0',
  'T_sentence_1',
  'T_sentence_01',
  'T_sentence_999999999',
  'T_sentence_9999999999',
  'T_section_0',
  'T_title',
  'T_table_infobox_0',
  'T_table_general_1',
  'T_table_caption_0',
  'T_header_cell_0_0_0',
  'T_cell_0_0_1',
  'T_cell_0_1',
  'T_cell_0_999999999_0',
  'T_cell_0_0_999999999',
  'T_ordered_list_0',
  'T_item_0_0',
  'T_sentense_0',
  'Other_sentence_3',
  'e\u0301_sentence_2',
  'é_sentence_2',
  'From Wikipedia for FEVERv2',
  '\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n\n',
  'T\n\nFrom Wikipedia for FEVERv2\n',
  'é\n\nFrom Wikipedia for FEVERv2\n',
  'X_sentence_3\n\nFrom Wikipedia for FEVERv2\n',
  'X_sentence_3_sentence_0',
  'Credits to the contents of this page go to the authors of the corresponding Wikipedia page: T.\n',
  'A "quoted" \\ text.',
  'V',
  '😀',
  '\uD800',
];

const encoder = new TextEncoder();

/** Tagged text of nasty snippets, as bytes. */
const snippets = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: anyCharacter, maxLength: 6 })), {
    maxLength: 40,
  })
  .chain((parts) =>
    fc.constantFrom(
      parts.join(''),
      `T\n\nFrom Wikipedia for FEVERv2\n${parts.join('')}`,
      taggedArticle('T', parts.join('')),
    ),
  )
  .map((text) => encoder.encode(text));

/** A part of the project's own article with pieces cut out, put in and replaced. */
const damaged = fc
  .record({
    start: fc.integer({ min: 0, max: 4000 }),
    length: fc.integer({ min: 0, max: 6000 }),
    edits: fc.array(
      fc.record({
        at: fc.nat(6000),
        remove: fc.nat(60),
        insert: fc.oneof(
          fc.constantFrom(...nasty).map((text) => encoder.encode(text)),
          fc.uint8Array({ maxLength: 8 }),
        ),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ start, length, edits }) => {
    let bytes = [...referenceBytes.subarray(start < 1000 ? 0 : start, start + length)];
    for (const { at, remove, insert } of edits)
      bytes = [...bytes.slice(0, at), ...insert, ...bytes.slice(at + remove)];
    return Uint8Array.from(bytes);
  });

/** Bytes of a corpus file: random ones, nasty text, damaged articles. */
export const corpusBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  { arbitrary: snippets, weight: 3 },
  { arbitrary: damaged, weight: 2 },
);
