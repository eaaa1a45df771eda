import fc from 'fast-check';
import { challenges } from '../../src/claims/challenge.ts';
import { labels } from '../../src/claims/label.ts';
import { mutations } from '../../src/claims/mutation.ts';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { anyCharacter } from '../any-character.ts';

const corpusText = `Café (bar)

From Wikipedia for FEVERv2

The Café is a bar. Café (bar)_sentence_0

It opened in 1988. Café (bar)_sentence_1

Figures Café (bar)_section_0

Guests by year Café (bar)_table_caption_0

Café (bar)_table_general_0

Year Café (bar)_header_cell_0_0_0
Guests Café (bar)_header_cell_0_0_1

1988 Café (bar)_header_cell_0_1_0
12 Café (bar)_cell_0_1_1

Café (bar)_unordered_list_0

Tea Café (bar)_item_0_0

The end. Café (bar)_sentence_2
`;

/** A corpus of one article with sentences, a table under a heading and a list. */
const corpus = new EvidenceIndex(parseCorpusFile('cafe.txt', new TextEncoder().encode(corpusText)).articles);

export const context: FormatContext = { evidence: corpus };

const cell = 'Café (bar)_cell_0_1_1';
const first = 'Café (bar)_sentence_0';
const second = 'Café (bar)_sentence_1';

/** Claims that together have everything a claim can have; between them they meet every loss of every format. */
export const exampleClaims: readonly OpenClaim[] = [
  { id: 1, claim: 'The Café is a bar.', label: 'SUPPORTS', evidence: [[first]] },
  {
    id: 'nkw-0002',
    claim: 'The Café opened in 1989.',
    label: 'REFUTES',
    evidence: [[second, first], ['Café (bar)_sentence_2']],
    challenge: 'Numerical Reasoning',
    mutation: 'substitute_similar',
    source: second,
    split: 'train',
  },
  {
    id: '7',
    claim: 'The Café has guests.',
    label: 'SUPPORTS',
    evidence: [[cell], [first, cell], [second]],
  },
  {
    id: '-7',
    claim: 'Only the table knows.',
    label: 'REFUTES',
    evidence: [
      [cell, 'Café (bar)_header_cell_0_1_0'],
      ['Café (bar)_item_0_0', 'Café (bar)_table_caption_0'],
    ],
  },
  { id: -7, claim: 'Nobody knows.', label: 'NOT ENOUGH INFO', evidence: [] },
  { id: 8, claim: 'Somebody may know.', label: 'NOT ENOUGH INFO', evidence: [[first], [cell, second]] },
  { id: 9, claim: 'Nothing says so.', label: 'SUPPORTS', evidence: [] },
  {
    id: 10,
    claim: 'Titles are hard.',
    label: 'SUPPORTS',
    evidence: [
      ['snake_case: A [b]_sentence_0'],
      ['Cafe\u0301 (bar)_sentence_0'],
      ['A -LRB-b-RRB-_sentence_1', 'A_sentence_2_sentence_3'],
    ],
  },
  {
    id: 11,
    claim: 'Separators are hard.',
    label: 'SUPPORTS',
    evidence: [
      ['= + − ÷ ×_sentence_0', 'A | B_sentence_1'],
      ['[A]_sentence_0'],
      [' B_sentence_0', 'C +_sentence_1'],
    ],
  },
  { id: 12, claim: '=HYPERLINK("http://x.test","click")', label: 'SUPPORTS', evidence: [['=A_sentence_0']] },
  { id: "'=13", claim: "''+1", label: 'REFUTES', evidence: [["'A_sentence_0"]], source: '@other' },
  { id: '"quoted"', claim: '\'tis "the" end,\r\nor;\tnot\u2028', label: 'REFUTES', evidence: [] },
  {
    id: 15,
    claim: 'Half a pair: \ud83d',
    label: 'SUPPORTS',
    evidence: [['\udc00_sentence_0']],
    source: '\ud83d',
  },
  {
    id: 16,
    claim: 'Unknown keys stay.',
    label: 'SUPPORTS',
    evidence: [[first]],
    ...(JSON.parse(
      '{"note":"7","count":7,"empty":"","none":null,"deep":{"a":["1",{"__proto__":2}]},"__proto__":{"x":1},"Label":"upper"," id ":"padded","":"nameless","evidence_json":"[]","\\"q\\"":"\\"q\\"","=1+1":"-1","price":1.5,"zero":"007","1":true}',
    ) as object),
  },
  {
    id: 17,
    claim: 'What FEVER and FEVEROUS files bring along.',
    label: 'SUPPORTS',
    evidence: [[first], ['Elsewhere_cell_0_1_1', second]],
    fever_ids: [
      [[108, 200]],
      [
        [109, 201],
        [109, 201],
      ],
    ],
    annotator_operations: [{ operation: 'start', value: 'start', time: '0' }],
    expected_challenge: 'Other',
    context: { Elsewhere_cell_0_1_1: ['Elsewhere_title', 'Elsewhere_section_4'] },
  },
  {
    id: 18,
    claim: 'What only looks like it.',
    label: 'SUPPORTS',
    evidence: [[first]],
    fever_ids: [
      [
        [108, 200],
        [108, 200],
      ],
    ],
    annotator_operations: [],
    expected_challenge: 7,
    context: { [first]: ['Café (bar)_title'], Elsewhere_sentence_0: ['Elsewhere_title'] },
  },
  {
    id: 20,
    claim: 'The Café is a bar since 1988.',
    label: 'SUPPORTS',
    evidence: [[first, second]],
    fingerprints: { [first]: '9bae0e6f377feb24', [second]: '0123456789abcdef' },
  },
  { id: 21, claim: 'Some say so, some do not.', label: 'DISPUTED', evidence: [[first], [second]] },
  { id: 22, claim: 'Nobody may know the label yet.', evidence: [] },
  { id: 23, claim: 'Some know the evidence already.', evidence: [[first], [cell]] },
  {
    id: 24,
    claim: 'Said twice.',
    label: 'SUPPORTS',
    evidence: [['9_sentence_1', '9_sentence_1'], ['4_sentence_0']],
  },
  {
    id: 25,
    claim: 'Keys that other formats have for something else.',
    label: 'REFUTES',
    evidence: [[first]],
    all_evidence: [[0, 0, 'Caf\u0065\u0301_-LRB-bar-RRB-', 0]],
    ...(JSON.parse(
      '{"uid":1,"supporting_facts":[],"input":"","output":[{"answer":"SUPPORTS"}],"questions":[],"claim_id":0,"evidence_ids":[],"cited_doc_ids":["4"]}',
    ) as object),
  },
  { id: 'spelling', claim: 'Another spelling of a label.', label: 'false', evidence: [[first]] },
  {
    id: 'own keys',
    claim: 'Keys of formats that carry texts, in the way.',
    label: 'REFUTES',
    evidence: [[first]],
    ...(JSON.parse(
      '{"fever_symmetric":"0.2","evidence_sentence":"x","unique_id":1,"text":"x","gold_evidence":[{}],"wikipedia_page":"Café (bar)","evidences":[{"evidence_id":"Café (bar):9"}],"claim_label":1,"entity":["Café_(bar)"],"doc":"x","main_text":"x","page":"Café -LRB-bar-RRB-","explanation":["x"],"question":"","topic_ip":3}',
    ) as object),
  },
  {
    id: 'kept keys',
    claim: 'Keys of formats that carry texts, to be kept.',
    label: 'SUPPORTS',
    evidence: [[second], [first]],
    ...(JSON.parse(
      '{"fever_symmetric":"0.1","sentence1":"x","gold_label":7,"gold_evidence":[{"section_header":"Lead","__proto__":1}],"wikipedia_page":"Elsewhere","evidences":[{"evidence_id":"Café (bar):0","evidence_label":"NOT_ENOUGH_INFO","votes":["SUPPORTS",null],"__proto__":{}},{"evidence_id":"Café (bar):1"}],"entity":"Café","page":["Café"],"question":"=1+1 [2]","Unnamed: 0":17}',
    ) as object),
  },
  {
    id: 19,
    claim: 'Two asked.',
    label: 'NOT ENOUGH INFO',
    evidence: [],
    fever_ids: [
      [
        [191656, null],
        [191657, null],
      ],
    ],
  },
];

const hardText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: anyCharacter, minLength: 1, maxLength: 6 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '=',
        '+',
        '-',
        '@',
        ' ',
        '\t',
        '\r',
        '\n',
        '"',
        ',',
        ';',
        '|',
        '[',
        '{',
        '7',
        'a',
        '\0',
        '＝',
        '\ufeff',
        '\ud83d',
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'true',
    'null',
    '7',
    '-0',
    '1.50',
    '1e400',
    '"a"',
    '[]',
    '{}',
    '__proto__',
    'constructor',
    'Label',
    'sep=;',
  ),
);

const evidenceId = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...corpus).map(({ id }) => id) },
  fc
    .tuple(hardText, fc.constantFrom('sentence_0', 'sentence_12', 'cell_0_1_1'))
    .map((parts) => parts.join('_')),
  hardText,
);

const evidence = fc.array(fc.array(evidenceId, { minLength: 1, maxLength: 3 }), { maxLength: 3 });

const unknownKeys = fc
  .array(
    fc.tuple(
      fc.oneof(
        hardText,
        fc.constantFrom('context', 'fever_ids', 'annotator_operations', 'expected_challenge'),
      ),
      fc.oneof(hardText, fc.jsonValue({ maxDepth: 2 }), fc.constant([[[1, 2]]])),
    ),
    { maxLength: 4 },
  )
  .map((entries) => Object.fromEntries(entries));

/** Claims with all a file can hold: any Unicode, quotes, formulas, separators, `__proto__`, values that look like others. */
export const arbitraryClaims: fc.Arbitrary<OpenClaim[]> = fc.array(
  fc
    .tuple(
      unknownKeys,
      fc.record(
        {
          id: fc.oneof(hardText, fc.integer(), fc.maxSafeInteger()),
          claim: hardText,
          label: fc.constantFrom(...labels, 'DISPUTED', 'not_supported', 'false'),
          evidence,
          challenge: fc.constantFrom(...challenges),
          mutation: fc.constantFrom(...mutations),
          source: hardText,
          split: fc.constantFrom('train', 'dev'),
          fingerprints: fc.dictionary(hardText, fc.constantFrom('0123456789abcdef', 'ffffffffffffffff')),
        },
        { requiredKeys: ['id', 'claim', 'evidence'] },
      ),
    )
    // JSON once, as every claim has been: no -0, no missing values.
    .map(
      ([unknown, known]) =>
        JSON.parse(
          JSON.stringify(Object.fromEntries([...Object.entries(unknown), ...Object.entries(known)])),
        ) as OpenClaim,
    ),
  { maxLength: 5 },
);

/** A claim as text that two claims share exactly if they say the same, whatever the order of their keys. */
export function comparable(claim: OpenClaim): string {
  const entries = Object.entries(claim).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}
