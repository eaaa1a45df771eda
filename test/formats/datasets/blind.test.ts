import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/formats/index.ts';
import { exampleClaims } from '../example-claims.ts';
import { readings } from '../places.ts';
import { claimsOf, parseLines, testData, written } from './datasets.ts';

const unlabelled = (id: number) => ({ id, claim: 'C.', evidence: [] });

test('ids and claims are all that is written', () => {
  expect(parseLines(written('blind', exampleClaims))).toEqual(
    exampleClaims.map(({ id, claim }) => ({ id, claim })),
  );
});

describe.each(['fever', 'feverous', 'scifact'])('%s', (id) => {
  const labelled = written(id, exampleClaims.slice(0, 1));
  const blind = '{"id":1,"claim":"C."}\n{"id":2,"claim":"C."}\n';

  test('reads a blind test file, and claimset’s own blind records', () => {
    expect(claimsOf(id, blind)).toEqual([unlabelled(1), unlabelled(2)]);
    expect(claimsOf(id, blind.replaceAll('."}', '.","evidence":[]}'))).toEqual([
      unlabelled(1),
      unlabelled(2),
    ]);
  });

  test('a blind record in a labelled file is a finding, and a labelled one in a blind file', () => {
    expect(readings(id, `${labelled}${blind}`).map((text) => text.replace(/^\S+ /, ''))).toEqual([
      '[1]',
      ...Array.from(
        { length: 2 },
        () => 'format/not-a-claim The record has neither label nor evidence, as those of blind test files.',
      ),
    ]);
    const record = labelled.trimEnd().split('\n').at(-1) ?? '';
    const keys = id === 'scifact' ? 'other keys' : '`label`';
    expect(readings(id, `${blind}${record}\n`)).toEqual([
      '[1]',
      '[2]',
      `3:1-3:${record.length + 1} format/not-a-claim The file begins as a blind test file, but this record has ${keys}.`,
    ]);
  });

  test('takes both where any label will do', () => {
    expect(claimsOf(id, `${labelled}${blind}`, { anyLabel: true }).map(({ label }) => label)).toEqual([
      'SUPPORTS',
      undefined,
      undefined,
    ]);
  });

  test('writes claims without label as blind records', () => {
    const text = written(id, [unlabelled(1)]);
    expect(parseLines(text).at(-1)).toEqual({ id: 1, claim: 'C.' });
    expect(claimsOf(id, text)).toEqual([unlabelled(1)]);
  });
});

test('what a blind record may have comes back', () => {
  const feverous =
    '{"id":1,"claim":"C.","annotator_operations":[],"expected_challenge":"Other","challenge":"Other"}';
  expect(parseLines(written('feverous', claimsOf('feverous', feverous))).at(-1)).toEqual(
    JSON.parse(feverous),
  );
  const scifact = '{"id":1,"claim":"C.","cited_doc_ids":[4]}';
  expect(parseLines(written('scifact', claimsOf('scifact', scifact)))).toEqual([JSON.parse(scifact)]);
});

test.each([
  ['an unknown key stays', '{"id":1,"claim":"C.","note":7}', ['[1]']],
  [
    'a label',
    '{"id":1,"claim":"C.","label":"SUPPORTS","evidence":[]}',
    [
      '1:1-1:55 format/not-a-claim The records of a blind test file have neither label nor evidence, but this one has `label`.',
    ],
  ],
  [
    'evidence, and no claim',
    '{"id":1,"evidence":[["A_sentence_0"]]}',
    [
      '1:1-1:39 format/not-a-claim `claim` is missing.',
      '1:1-1:39 format/not-a-claim The records of a blind test file have neither label nor evidence, but this one has `evidence`.',
    ],
  ],
  ['no JSON', '{"id":1,', ['1:9-1:9 format/not-json The line is not JSON: expected a key in double quotes.']],
])('blind: %s', (_, text, expected) => {
  expect(readings('blind', text)).toEqual(expected);
});

test.each([
  ['{"id":1,"claim":"C."}', 'blind'],
  ['{"id":1,"claim":"C.","evidence":[]}', 'jsonl'],
  ['{"id":1,"claim":"C.","cited_doc_ids":[1]}', 'scifact'],
  ['[{"uid":"a","claim":"C."}]', 'hover'],
  ['{"id":"1","input":"C."}', 'kilt'],
])('%s is recognised as %s', (text, id) => {
  expect(formats.filter(({ sniff }) => sniff(text)).map((format) => format.id)).toEqual([id]);
});

testData('a blind copy of FEVER keeps all ids', 'fever/dev_first5000.jsonl', (text) => {
  const claims = claimsOf('fever', text);
  const blind = claimsOf('blind', written('blind', claims));
  expect(blind.map(({ id, claim }) => [id, claim])).toEqual(claims.map(({ id, claim }) => [id, claim]));
  expect(claimsOf('fever', written('blind', claims))).toEqual(blind);
});
