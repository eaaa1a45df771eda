import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { applyEdits } from '../../src/diagnostic/apply-edits.ts';
import { compareDiagnostics, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { findReadableFormat, findWritableFormat } from '../../src/formats/index.ts';
import { readLines } from '../../src/text/source-line.ts';
import { validateFiles } from '../validate/run-example.ts';
import { context } from './example-claims.ts';
import { readings } from './places.ts';

const good = '{"id":1,"claim":"C.","label":"SUPPORTS","evidence":[]}';

test.each([
  ['an empty file', '', []],
  ['blank lines and CRLF', `\n  \r\n${good}\r\n\n`, ['[1]']],
  ['a byte order mark', `\uFEFF${good}`, ['[1]']],
  [
    'a fault behind a byte order mark',
    `\uFEFF${good.replace('"C."', '7')}`,
    ['1:18-1:19 format/not-a-claim `claim` is not valid: expected a string, found the number 7.'],
  ],
  [
    'a line cut off',
    `${good}\n{"id":2,`,
    ['[1]', '2:9-2:9 format/not-json The line is not JSON: expected a key in double quotes.'],
  ],
  [
    'a line that is no object',
    '[]\n7',
    [
      '1:1-1:3 format/not-json The line is JSON, but no object: an empty list.',
      '2:1-2:2 format/not-json The line is JSON, but no object: the number 7.',
    ],
  ],
  [
    'a key twice',
    '{"id":1,"claim":"C.","label":"SUPPORTS","label":"REFUTES","evidence":[]}',
    ['1:41-1:48 format/not-json The key "label" stands a second time in the same object.'],
  ],
  [
    'brackets without end',
    `{"id":1,"x":${'['.repeat(100_000)}`,
    ['1:76-1:77 format/not-json The lists and objects of the line nest deeper than 64 levels.'],
  ],
  [
    'missing keys',
    '{"id":1,"evidence":[]}',
    ['1:1-1:23 format/not-a-claim `claim` is missing.', '1:1-1:23 format/not-a-claim `label` is missing.'],
  ],
  [
    'a foreign spelling of a label',
    good.replace('SUPPORTS', 'Supported'),
    ['1:30-1:41 format/not-a-claim `label` is "Supported", which is not one of its values.'],
  ],
  [
    'an empty evidence set and an id that is none',
    good.replace('[]', '[[],["a",""]]'),
    [
      '1:53-1:55 format/not-a-claim `evidence[0]` is not valid: expected a list that is not empty, found an empty list.',
      '1:61-1:63 format/not-a-claim `evidence[1][1]` is not valid: expected a string that is not empty, found an empty string.',
    ],
  ],
  [
    'an id that no program reads the same',
    good.replace('1', '12345678901234567890'),
    ['1:7-1:27 format/not-json The number 12345678901234567890 is read as 12345678901234567000.'],
  ],
  [
    'an id that not every program reads the same',
    good.replace('1', '9007199254740992'),
    [
      '1:7-1:23 format/not-a-claim `id` is not valid: expected a number of at most 9007199254740991, found the number 9007199254740992.',
    ],
  ],
  [
    'numbers that do not stay the same, behind a byte order mark',
    `\uFEFF${good.replace('[]', '[],"n":12345678901234567890,"m":-1e400,"k":1e-400,"fine":[1.0,1e2,-0]')}`,
    [
      '1:60-1:80 format/not-json The number 12345678901234567890 is read as 12345678901234567000.',
      '1:85-1:91 format/not-json The number -1e400 is larger than any that programs hold.',
      '1:96-1:102 format/not-json The number 1e-400 is read as 0.',
    ],
  ],
])('jsonl: %s', (_, text, expected) => {
  expect(readings('jsonl', text)).toEqual(expected);
});

test('a record with very many faults is reported by its first ones', () => {
  const evidence = Array.from({ length: 50_000 }, () => '[]').join(',');
  expect(readings('jsonl', good.replace('[]', `[${evidence}]`))).toHaveLength(10);
});

test.each([
  ['no JSON', '{"id":1,}'],
  ['single quotes', "{'id':1}"],
  ['brackets that nest too deep', '['.repeat(100)],
  ['a list', '[{"id":1,"id":2}]'],
  ['keys and numbers', '{"a":{"b":12345678901234567890,"b":2},"a":1e400}'],
  ['a byte order mark', '\uFEFF{"a":1,"a":2}'],
  ['blanks', ' \t'],
])('%s: importing finds what validating finds, in the same words', (_, line) => {
  const told = ({ level, message, place, related, suggestions }: Diagnostic) => ({
    level,
    message,
    place,
    related,
    suggestions,
  });
  const evidence = context.evidence;
  const lines = readLines('x', [new TextEncoder().encode(line)]);
  const validated = validateFiles([{ kind: 'claim', lines }], evidence).filter(
    ({ severity }) => severity === 'error',
  );
  const imported = [...findReadableFormat('jsonl').read({ file: 'x', text: line }, context)];
  expect(imported.map(({ diagnostic }) => diagnostic && told(diagnostic))).toEqual(
    validated.sort(compareDiagnostics).map(told),
  );
});

test('the suggestion for a number writes it as a string', () => {
  const text = good.replace('[]', '[],"n":12345678901234567890');
  const [result] = findReadableFormat('jsonl').read({ file: 'x', text }, context);
  const { text: edited } = applyEdits(text, [result?.diagnostic?.suggestions?.[0]?.edits ?? []]);
  expect(edited).toBe(good.replace('[]', '[],"n":"12345678901234567890"'));
  expect(readings('jsonl', edited)).toEqual(['[1]']);
});

test('the suggestion for a label is an edit that makes the line readable', () => {
  const text = good.replace('SUPPORTS', 'NEI');
  const [result] = findReadableFormat('jsonl').read({ file: 'x', text }, context);
  const edit = result?.diagnostic?.suggestions?.[0]?.edits[0];
  expect(edit).toEqual({ span: { start: 29, end: 34 }, text: '"NOT ENOUGH INFO"' });
});

const feverRecord = (label: string, evidence: string, verifiable = 'VERIFIABLE') =>
  `{"id":1,"verifiable":"${verifiable}","label":"${label}","claim":"C.","evidence":${evidence}}`;

test.each([
  [
    'a label that contradicts itself',
    feverRecord('SUPPORTS', '[]', 'NOT VERIFIABLE'),
    ['1:22-1:38 format/fever-evidence `verifiable` is "NOT VERIFIABLE", but the label is "SUPPORTS".'],
  ],
  [
    'a verdict without a page',
    feverRecord('REFUTES', '[[[1,2,"A",0],[1,null,null,null]]]'),
    [
      '1:91-1:109 format/fever-evidence The claim is "REFUTES", but this piece of evidence names no page and sentence.',
    ],
  ],
  [
    'a set that is always found',
    feverRecord('REFUTES', '[[]]'),
    ['1:78-1:80 format/fever-evidence The claim is "REFUTES", but this evidence set is empty.'],
  ],
  [
    'a sentence that is a text',
    feverRecord('REFUTES', '[[[1,2,"A","0"]]]'),
    [
      '1:88-1:91 format/not-a-claim `evidence[0][0][3]` is not valid: expected the number of a sentence (from 0) or null, found the string "0".',
    ],
  ],
  [
    'a record of the blind test set among others',
    `${feverRecord('SUPPORTS', '[]')}\n{"id":2,"claim":"C."}`,
    [
      '[1]',
      '2:1-2:22 format/not-a-claim The record has neither label nor evidence, as those of blind test files.',
    ],
  ],
  [
    'an unknown key that the schema of the claim refuses',
    feverRecord('REFUTES', '[],"split":"a b"'),
    [
      '1:88-1:93 format/not-a-claim `split` is not valid: expected a word of letters, digits and underscores, found the string "a b".',
    ],
  ],
])('fever: %s', (_, text, expected) => {
  expect(readings('fever', text)).toEqual(expected);
});

function readOne(format: string, text: string): OpenClaim | undefined {
  return [...findReadableFormat(format).read({ file: 'x', text }, context)][0]?.claim;
}

test('fever: pages become titles, and a claim keeps the ids and keys it came with', () => {
  expect(
    readOne(
      'fever',
      feverRecord(
        'SUPPORTS',
        '[[[5,6,"Soul_Food_-LRB-film-RRB-",0],[5,6,"E\u0301mile-COLON-_-LSB-x-RSB-",12]]],"all_evidence":[]',
      ),
    ),
  ).toEqual({
    id: 1,
    label: 'SUPPORTS',
    claim: 'C.',
    evidence: [['Soul Food (film)_sentence_0', '\u00c9mile: [x]_sentence_12']],
    fever_ids: [
      [
        [5, 6],
        [5, 6],
      ],
    ],
    all_evidence: [],
  });
});

test('fever: ids are written anew where the evidence has changed since', () => {
  const claim = readOne('fever', feverRecord('SUPPORTS', '[[[5,6,"A",0]]]')) as Claim;
  const changed = { ...claim, evidence: [...claim.evidence, ['B_sentence_1']] };
  expect([...findWritableFormat('fever').write([changed], context)].join('')).toContain(
    '[[[0,0,"A",0]],[[0,1,"B",1]]]',
  );
});

test('fever: evidence that a NOT ENOUGH INFO record has all the same is kept', () => {
  const text = feverRecord('NOT ENOUGH INFO', '[[[5,null,null,null],[5,6,"A",0]]]', 'NOT VERIFIABLE');
  expect(readOne('fever', text)?.evidence).toEqual([['A_sentence_0']]);
});

const schemaLine =
  '{"evidence":[{"content":[""],"context":{"":[""]}}],"id":"","claim":"","label":"","annotator_operations":[{"operation":"","value":"","time":""}]}\n';
const feverousRecord = (evidence: string, label = 'SUPPORTS') =>
  `{"evidence":${evidence},"id":1,"claim":"C.","label":"${label}","annotator_operations":[]}`;

test.each([
  ['with a schema line', `${schemaLine}${feverousRecord('[]')}`, ['[1]']],
  ['without one, the first record is a claim', feverousRecord('[]'), ['[1]']],
  [
    'a second schema line is no claim',
    `${schemaLine}${schemaLine}`,
    [
      '2:1-2:145 format/not-a-claim The line names the keys of FEVEROUS records; only the first line of a file may.',
    ],
  ],
  [
    'an empty set',
    feverousRecord('[{"content":["A_sentence_0"]},{"content":[]}]'),
    [
      '1:54-1:56 format/feverous-evidence The claim is "SUPPORTS", but the content of this evidence set is empty.',
    ],
  ],
  [
    'evidence as FEVER has it',
    feverousRecord('[[["A",0]]]'),
    [
      '1:13-1:24 format/not-a-claim `evidence` has the form of FEVER: evidence sets of [annotation_id, evidence_id, page, sentence].',
    ],
  ],
])('feverous: %s', (_, text, expected) => {
  expect(readings('feverous', text)).toEqual(expected);
});

test('feverous: nothing found is no evidence, and ids keep their normal form', () => {
  expect(
    readOne('feverous', feverousRecord('[{"content":[],"context":{}}]', 'NOT ENOUGH INFO'))?.evidence,
  ).toEqual([]);
  const decomposed = 'Cafe\u0301 (bar)_cell_0_1_1';
  const claim: Claim = { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[decomposed]] };
  const text = [...findWritableFormat('feverous').write([claim], context)].join('');
  expect(readOne('feverous', text)).toEqual(claim);
  expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject({
    evidence: [
      {
        content: [decomposed],
        context: {
          [decomposed]: [
            'Cafe\u0301 (bar)_title',
            'Cafe\u0301 (bar)_section_0',
            'Cafe\u0301 (bar)_header_cell_0_1_0',
            'Cafe\u0301 (bar)_header_cell_0_0_1',
          ],
        },
      },
    ],
  });
});

test('feverous: contexts that the corpus gives anyway are not kept', () => {
  const cell = 'Caf\u00e9 (bar)_sentence_0';
  const record = (context: object) => feverousRecord(JSON.stringify([{ content: [cell], context }]));
  expect(readOne('feverous', record({ [cell]: ['Caf\u00e9 (bar)_title'] }))).not.toHaveProperty('context');
  expect(readOne('feverous', record({ [cell]: ['other_title'] }))).toHaveProperty('context', {
    [cell]: ['other_title'],
  });
});
