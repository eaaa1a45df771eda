import { describe, expect, test } from 'vitest';
import { claimSchema } from '../../../src/claims/claim.ts';
import { createBlindForm } from '../../../src/formats/forms/blind.ts';
import { forms, sniffForm } from '../../../src/formats/forms/index.ts';
import { findReadableFormat } from '../../../src/formats/index.ts';
import { valueAt } from '../../../src/text/json-pointer.ts';
import { growthLimit, measureGrowth } from '../../growth.ts';
import { context } from '../example-claims.ts';
import { complaints, formOf, recordOf } from './records.ts';

const fever = (evidence: string, label = 'SUPPORTS') =>
  `{"id":1,"label":"${label}","claim":"C.","evidence":${evidence}}`;
const feverous = fever;
const scifact = (evidence: string) => `{"id":1,"claim":"C.","evidence":${evidence},"cited_doc_ids":[4]}`;
const header =
  '{"evidence":[{"content":[""],"context":{"":[""]}}],"id":"","claim":"","label":"","annotator_operations":[{"operation":"","value":"","time":""}],"challenge":""}';

test('the registry is sorted', () => {
  const ids = forms.map(({ id }) => id);
  expect(ids).toEqual(['fever', 'feverous', 'scifact']);
});

describe('the form of a file is told by its first record', () => {
  test.each([
    ['fever', fever('[[[1,2,"A",0]]]')],
    ['fever', fever('[[[1,null,null,null]]]', 'NOT ENOUGH INFO')],
    ['fever', '{"id":1,"verifiable":"VERIFIABLE","label":"SUPPORTS","claim":"C.","evidence":[]}'],
    ['fever', fever('[[1,2,"A",0]]')],
    ['fever', '{"id":1,"label":"SUPPORTS","claim":"C.","evidence_wiki_url":"A","evidence_sentence_id":0}'],
    ['feverous', feverous('[{"content":["A_sentence_0"],"context":{}}]')],
    ['feverous', header],
    ['scifact', scifact('{}')],
    ['scifact', '{"id":1,"claim":"C.","evidence":{"4":[{"label":"SUPPORT","sentences":[0]}]}}'],
    [undefined, fever('[["A_sentence_0"]]')],
    [undefined, fever('[]')],
    [undefined, '{"id":1,"claim":"C."}'],
    [undefined, '[]'],
    [undefined, '7'],
  ])('%s: %s', (id, line) => {
    expect(sniffForm(JSON.parse(line))?.id).toBe(id);
  });
});

test('only the first line of a FEVEROUS file may name the keys', () => {
  const json: unknown = JSON.parse(header);
  const { isHeader } = formOf('feverous');
  expect([isHeader(json, 1), isHeader(json, 2)]).toEqual([true, false]);
  expect(isHeader(JSON.parse(feverous('[]')), 1)).toBe(false);
  expect(complaints('feverous', header)).toEqual([
    'the record: The line names the keys of FEVEROUS records; only the first line of a file may. Delete the line, which is left from joining files.',
  ]);
});

describe('what is accepted', () => {
  test.each<[id: string, line: string, label: string, evidence: string[][]]>([
    [
      'fever',
      fever('[[[5,6,"Soul_Food_-LRB-film-RRB-",0],[null,null,"E\u0301mile-COLON-_-LSB-x-RSB-",12]]]'),
      'SUPPORTS',
      [['Soul Food (film)_sentence_0', 'Émile: [x]_sentence_12']],
    ],
    ['fever', fever('[]'), 'SUPPORTS', []],
    [
      'fever',
      fever('[[[1,2,"A",-0]],[[1,2,"A",1e2]],[[1,2,"__proto__",999999999]]]'),
      'SUPPORTS',
      [['A_sentence_0'], ['A_sentence_100'], ['  proto  _sentence_999999999']],
    ],
    [
      'fever',
      fever('[[[1,null,null,null]],[],[[1,null,null,null],[5,6,"A",0]]]', 'NOT ENOUGH INFO'),
      'NOT ENOUGH INFO',
      [['A_sentence_0']],
    ],
    [
      'fever',
      fever('[[[1,2,"A",0]]],"verifiable":"VERIFIABLE","all_evidence":[[1,2,"A",0]]'),
      'SUPPORTS',
      [['A_sentence_0']],
    ],
    ['fever', fever('[],"predicted_label":"REFUTES","predicted_evidence":[["A",0]]'), 'SUPPORTS', []],
    [
      'fever',
      fever('[],"challenge":"Other","mutation":"negate","source":"A_sentence_0","split":"dev"'),
      'SUPPORTS',
      [],
    ],
    [
      'feverous',
      feverous('[{"content":["A_sentence_0","A_cell_0_1_1"]},{"content":["A_sentence_0"],"context":{}}]'),
      'SUPPORTS',
      [['A_sentence_0', 'A_cell_0_1_1'], ['A_sentence_0']],
    ],
    ['feverous', feverous('[{"content":[],"context":{}}]', 'NOT ENOUGH INFO'), 'NOT ENOUGH INFO', []],
    [
      'feverous',
      feverous('[{"content":["A_sentence_0"],"context":{"__proto__":["A_title"]}}],"challenge":"Other"'),
      'SUPPORTS',
      [['A_sentence_0']],
    ],
    ['scifact', scifact('{}'), 'NOT ENOUGH INFO', []],
    [
      'scifact',
      scifact('{"10":[{"label":"SUPPORT","sentences":[2,0]}],"9":[{"label":"SUPPORT","sentences":[1]}]}'),
      'SUPPORTS',
      [['9_sentence_1'], ['10_sentence_2', '10_sentence_0']],
    ],
    [
      'scifact',
      scifact('{"__proto__":[{"label":"CONTRADICT","sentences":[1]}]}'),
      'REFUTES',
      [['__proto___sentence_1']],
    ],
  ])('%s: %s', (id, line, label, evidence) => {
    const claim = formOf(id).claimOf(JSON.parse(line));
    expect(complaints(id, line)).toEqual([]);
    expect(claimSchema.safeParse(claim).error).toBeUndefined();
    expect(claim).toMatchObject({ id: 1, claim: 'C.', label, evidence });
  });
});

describe('what is refused', () => {
  test.each<[id: string, name: string, line: string, told: string[]]>([
    [
      'fever',
      'a pair',
      fever('[[["A",0]]]'),
      [
        '["A",0]: `evidence[0][0]` is not valid: expected a list of four, [annotation_id, evidence_id, page, sentence], found a list of 2: a page and a sentence. Gold evidence names the annotation and the verdict before the page, or null. -> [null,null,"A",0]',
      ],
    ],
    [
      'fever',
      'an id',
      fever('[[[1,2,"A",0],"B (film)_sentence_3"]]'),
      [
        '"B (film)_sentence_3": `evidence[0][1]` is not valid: expected a list of four, [annotation_id, evidence_id, page, sentence], found the string "B (film)_sentence_3". Gold evidence names the annotation and the verdict before the page, or null. -> [null,null,"B_-LRB-film-RRB-",3]',
      ],
    ],
    [
      'fever',
      'ids',
      fever('[["A_sentence_3"]]'),
      [
        '[["A_sentence_3"]]: `evidence` has the form of claimset: evidence sets of evidence ids. If the whole file is like this, its format is `native` (`jsonl` for import), not FEVER.',
      ],
    ],
    [
      'fever',
      'numbers as text',
      fever('[[["1",2,"A","0"]]]'),
      [
        '"1": `evidence[0][0][0]` is not valid: expected an integer or null, found the string "1". Write the number without quotation marks. -> 1',
        '"0": `evidence[0][0][3]` is not valid: expected the number of a sentence (from 0) or null, found the string "0". Write the number without quotation marks. -> 0',
      ],
    ],
    [
      'fever',
      'no number at all',
      fever('[[[1,2,"A","x"],[1,2,3,0]]]'),
      [
        '"x": `evidence[0][0][3]` is not valid: expected the number of a sentence (from 0) or null, found the string "x".',
        '3: `evidence[0][1][2]` is not valid: expected the name of a page or null, found the number 3.',
      ],
    ],
    [
      'fever',
      'nothing, as the copy at Hugging Face says it',
      fever('[[[1,-1,"",-1]]]', 'NOT ENOUGH INFO'),
      [
        '"": `evidence[0][0][2]` is not valid: expected the name of a page or null, found an empty string. Copies at Hugging Face have -1 and "" where there is nothing: FEVER has null. -> null',
        '-1: `evidence[0][0][3]` is not valid: expected the number of a sentence (from 0) or null, found the number -1. Copies at Hugging Face have -1 and "" where there is nothing: FEVER has null. -> null',
      ],
    ],
    [
      'fever',
      'sentence -1 of a page',
      fever('[[[1,2,"A",-1]]]'),
      [
        '-1: `evidence[0][0][3]` is not valid: expected the number of a sentence (from 0) or null, found the number -1.',
      ],
    ],
    [
      'fever',
      'a number of a sentence with a fraction, and a large one',
      fever('[[[1,2,"A",0.5],[1,2,"A",1e9]]]'),
      [
        '0.5: `evidence[0][0][3]` is not valid: expected the number of a sentence (from 0) or null, found the number 0.5.',
        '1e9: `evidence[0][1][3]` is not valid: expected the number of a sentence (from 0) or null, found the number 1000000000.',
      ],
    ],
    [
      'fever',
      'a row',
      '{"id":1,"label":"SUPPORTS","claim":"C.","evidence_wiki_url":"A","evidence_sentence_id":0}',
      [
        'the record: The record is a row of a copy with one row for each piece of evidence, not a claim. Check the released file, which has one record a claim with all of its evidence.',
      ],
    ],
    [
      'fever',
      'a flat list',
      fever('[[1,2,"A",0],[1,3,"B",0],[1,2,"C",7]]'),
      [
        '[[1,2,"A",0],[1,3,"B",0],[1,2,"C",7]]: `evidence` is one list of [annotation_id, evidence_id, page, sentence], not a list of evidence sets. Put the pieces that are needed together into a list of their own: `"evidence":[[[annotation_id, evidence_id, page, sentence]]]`. -> [[[1,2,"A",0],[1,2,"C",7]],[[1,3,"B",0]]]',
      ],
    ],
    [
      'fever',
      'predicted evidence',
      fever('[["A",0],["B",1]]'),
      [
        '[["A",0],["B",1]]: `evidence` is one list of [page, sentence], as in predictions, not a list of evidence sets. Put the pieces that are needed together into a list of their own: `"evidence":[[[annotation_id, evidence_id, page, sentence]]]`.',
      ],
    ],
    [
      'fever',
      'evidence of FEVEROUS',
      fever('[{"content":["A_sentence_0"],"context":{}}]'),
      [
        '[{"content":["A_sentence_0"],"context":{}}]: `evidence` has the form of FEVEROUS: objects with `content` and `context`. If the whole file is like this, its format is `feverous`, not FEVER.',
      ],
    ],
    [
      'fever',
      'evidence of SciFact',
      fever('{"4":[{"label":"SUPPORT","sentences":[0]}]}'),
      [
        '{"4":[{"label":"SUPPORT","sentences":[0]}]}: `evidence` has the form of SciFact: an object with rationales for each document. If the whole file is like this, its format is `scifact`, not FEVER.',
      ],
    ],
    [
      'fever',
      'null',
      fever('null'),
      ['null: `evidence` is not valid: expected a list of evidence sets, found null.'],
    ],
    [
      'fever',
      'a number for a set',
      fever('[[[1,2,"A",0]],7]'),
      [
        '7: `evidence[1]` is not valid: expected an evidence set (a list of [annotation_id, evidence_id, page, sentence]), found the number 7.',
      ],
    ],
    [
      'fever',
      'no label',
      '{"id":1,"claim":"C.","evidence":[[[1,2,"A",0]]]}',
      ['the record: `label` is missing.'],
    ],
    [
      'fever',
      'neither label nor evidence',
      '{"id":1,"claim":"C.","evidence":[]}',
      [
        'the record: The record has neither label nor evidence, as those of blind test files. Give it a label and its evidence, or take it out of the file.',
      ],
    ],
    [
      'scifact',
      'a prediction',
      '{"id":1,"evidence":{"4":{"label":"SUPPORT","sentences":[1]}}}',
      [
        'the record: The record is a prediction, not a claim. Name the file of the claims: predictions are not checked.',
      ],
    ],
    [
      'fever',
      'a null label',
      fever('[[[1,null,null,null]]]').replace('"SUPPORTS"', 'null'),
      [
        'null: `label` is not valid: expected "SUPPORTS", "REFUTES" or "NOT ENOUGH INFO", found null. Early dumps of FEVER have null for NOT ENOUGH INFO. -> "NOT ENOUGH INFO"',
      ],
    ],
    [
      'fever',
      'a label in another spelling',
      fever('[[[1,2,"A",0]]]', 'SUPPORTED'),
      [
        '"SUPPORTED": `label` is "SUPPORTED", which is not one of its values. Write "SUPPORTS". fix -> "SUPPORTS"',
      ],
    ],
    [
      'fever',
      'a label that is misspelt',
      fever('[[[1,2,"A",0]]]', 'SUPORTS'),
      [
        '"SUPORTS": `label` is "SUPORTS", which is not one of its values. Did you mean "SUPPORTS"? -> "SUPPORTS"',
      ],
    ],
    [
      'fever',
      'a label of another meaning',
      fever('[[[1,2,"A",0]]]', 'DISPUTED'),
      [
        '"DISPUTED": `label` is "DISPUTED", which is not one of its values. Use SUPPORTS, REFUTES or NOT ENOUGH INFO.',
      ],
    ],
    [
      'fever',
      'no claim, a false id',
      '{"id":1.5,"label":"SUPPORTS","claim":"","evidence":[]}',
      [
        '1.5: `id` is not valid: expected a string that is not empty, or an integer within ±(2^53 - 1), found the number 1.5.',
        '"": `claim` is not valid: expected a string that is not empty, found an empty string.',
      ],
    ],
    [
      'fever',
      'a prediction',
      '{"id":1,"predicted_label":"SUPPORTS","predicted_evidence":[["A",0]]}',
      [
        'the record: The record is a prediction, not a claim. Name the file of the claims: predictions are not checked.',
      ],
    ],
    [
      'fever',
      'a blind record',
      '{"id":1,"claim":"C."}',
      [
        'the record: The record has neither label nor evidence, as those of blind test files. Give it a label and its evidence, or take it out of the file.',
      ],
    ],
    [
      'fever',
      'half a place',
      fever('[[[1,2,"A",null],[1,2,null,3]]]', 'NOT ENOUGH INFO'),
      [
        '[1,2,"A",null]: This piece of evidence names a page, but no sentence of it.',
        '[1,2,null,3]: This piece of evidence has the number of a sentence, but no page.',
      ],
    ],
    [
      'fever',
      'a verdict without a page',
      fever('[[[1,null,null,null]],[]]'),
      [
        '[1,null,null,null]: The claim is "SUPPORTS", but this piece of evidence names no page and sentence.',
        '[]: The claim is "SUPPORTS", but this evidence set is empty.',
      ],
    ],
    [
      'fever',
      'a contradiction',
      fever('[],"verifiable":"NOT VERIFIABLE"'),
      ['"NOT VERIFIABLE": `verifiable` is "NOT VERIFIABLE", but the label is "SUPPORTS".'],
    ],
    [
      'feverous',
      'ids',
      feverous('[["A_sentence_0"]]'),
      [
        '[["A_sentence_0"]]: `evidence` has the form of claimset: evidence sets of evidence ids. If the whole file is like this, its format is `native` (`jsonl` for import), not FEVEROUS.',
      ],
    ],
    [
      'feverous',
      'no content',
      feverous('[{"context":{}}]'),
      ['{"context":{}}: `evidence[0].content` is missing.'],
    ],
    [
      'feverous',
      'a set without content',
      feverous('[{"content":["A_sentence_0"]},{"content":[]}]', 'NOT ENOUGH INFO'),
      ['[]: The claim is "NOT ENOUGH INFO", but the content of this evidence set is empty.'],
    ],
    [
      'feverous',
      'ids in pieces',
      feverous('[{"content":[["A","cell","0_1_1"]],"context":{}}]'),
      [
        '["A","cell","0_1_1"]: `evidence[0].content[0]` is not valid: expected an evidence id, found a list. Gold evidence has ids in one piece; predictions have title, kind and numbers apart. -> "A_cell_0_1_1"',
      ],
    ],
    [
      'feverous',
      'other values',
      feverous('[{"content":["",7],"context":{"a":7,"b":[7]}},{"content":"A_sentence_0","context":null}]'),
      [
        '"": `evidence[0].content[0]` is not valid: expected an evidence id, found an empty string.',
        '7: `evidence[0].content[1]` is not valid: expected an evidence id, found the number 7.',
        '7: `evidence[0].context.a` is not valid: expected a list of ids, found the number 7.',
        '7: `evidence[0].context.b[0]` is not valid: expected an id, found the number 7.',
        '"A_sentence_0": `evidence[1].content` is not valid: expected a list of evidence ids, found the string "A_sentence_0".',
        'null: `evidence[1].context` is not valid: expected an object, found null.',
      ],
    ],
    [
      'feverous',
      'evidence of FEVER',
      feverous('[[[1,2,"A",0]]]'),
      [
        '[[[1,2,"A",0]]]: `evidence` has the form of FEVER: evidence sets of [annotation_id, evidence_id, page, sentence]. If the whole file is like this, its format is `fever`, not FEVEROUS.',
      ],
    ],
    [
      'feverous',
      'a challenge in another spelling',
      feverous('[],"challenge":"Multihop Reasoning"'),
      [
        '"Multihop Reasoning": `challenge` is "Multihop Reasoning", which is not one of its values. Did you mean "Multi-hop Reasoning"? -> "Multi-hop Reasoning"',
      ],
    ],
    [
      'scifact',
      'labels of FEVER',
      scifact('{"4":[{"label":"SUPPORTS","sentences":[0]},{"label":"NEI","sentences":[0]}]}'),
      [
        '"SUPPORTS": `evidence.4[0].label` is "SUPPORTS", which is not one of its values. Write "SUPPORT". fix -> "SUPPORT"',
        '"NEI": `evidence.4[1].label` is "NEI", which is not one of its values. Leave the document out: in SciFact a claim without rationales is NOT ENOUGH INFO.',
      ],
    ],
    [
      'scifact',
      'a prediction for a document',
      scifact('{"4":{"label":"SUPPORT","sentences":[0]}}'),
      [
        '{"label":"SUPPORT","sentences":[0]}: `evidence.4` is not valid: expected a list of rationales, found an object. Predictions have one rationale a document; gold evidence has a list of them. -> [{"label":"SUPPORT","sentences":[0]}]',
      ],
    ],
    [
      'scifact',
      'a list',
      scifact('[]'),
      [
        '[]: `evidence` is not valid: expected an object that has a list of rationales for each document, found an empty list. SciFact has {} where there is no evidence. -> {}',
      ],
    ],
    [
      'scifact',
      'evidence sets',
      scifact('[["4_sentence_0"]]'),
      [
        '[["4_sentence_0"]]: `evidence` has the form of claimset: evidence sets of evidence ids. If the whole file is like this, its format is `native` (`jsonl` for import), not SciFact.',
      ],
    ],
    [
      'scifact',
      'null',
      scifact('null'),
      [
        'null: `evidence` is not valid: expected an object that has a list of rationales for each document, found null. SciFact has {} where there is no evidence. -> {}',
      ],
    ],
    [
      'scifact',
      'other values',
      scifact('{"4":[7,{"label":7,"sentences":7},{"sentences":["0",-1]}]}'),
      [
        '7: `evidence.4[0]` is not valid: expected a rationale (an object with `sentences` and `label`), found the number 7.',
        '7: `evidence.4[1].label` is not valid: expected "SUPPORT" or "CONTRADICT", found the number 7.',
        '7: `evidence.4[1].sentences` is not valid: expected a list of sentence numbers, found the number 7.',
        '{"sentences":["0",-1]}: `evidence.4[2].label` is missing.',
        '"0": `evidence.4[2].sentences[0]` is not valid: expected the number of a sentence (from 0), found the string "0". Write the number without quotation marks. -> 0',
        '-1: `evidence.4[2].sentences[1]` is not valid: expected the number of a sentence (from 0), found the number -1.',
      ],
    ],
    [
      'scifact',
      'documents and rationales without content',
      scifact('{"4":[],"5":[{"label":"SUPPORT","sentences":[]}],"":[{"label":"SUPPORT","sentences":[0]}]}'),
      [
        '[]: Document 4 has no rationale.',
        '[{"label":"SUPPORT","sentences":[0]}]: The key of these rationales is empty, but should be the id of a document.',
        '[]: The rationale has no sentence.',
      ],
    ],
    [
      'scifact',
      'two labels for a document',
      scifact('{"4":[{"label":"SUPPORT","sentences":[0]},{"label":"CONTRADICT","sentences":[1]}]}'),
      [
        '"CONTRADICT": The label is "CONTRADICT" here, but "SUPPORT" in another rationale of document 4. ("SUPPORT": Here the label is "SUPPORT".)',
      ],
    ],
    [
      'scifact',
      'two labels for a claim',
      scifact('{"4":[{"label":"SUPPORT","sentences":[0]}],"5":[{"label":"CONTRADICT","sentences":[1]}]}'),
      [
        '"CONTRADICT": The label is "CONTRADICT" by document 5, but "SUPPORT" by document 4: a claim has one label. ("SUPPORT": Here the label is "SUPPORT".)',
      ],
    ],
    [
      'scifact',
      'a citation that is a text',
      '{"id":1,"claim":"C.","evidence":{},"cited_doc_ids":["4"]}',
      [
        '"4": `cited_doc_ids[0]` is not valid: expected the id of a document (an integer), found the string "4".',
      ],
    ],
    [
      'scifact',
      'no evidence',
      '{"id":1,"claim":"C.","cited_doc_ids":[4]}',
      [
        'the record: The record has neither label nor evidence, as those of blind test files. Give it a label and its evidence, or take it out of the file.',
      ],
    ],
  ])('%s: %s', (id, _, line, told) => {
    expect(complaints(id, line)).toEqual(told);
  });

  test('what is certain is fixed in place, and only suggested where the file is read', () => {
    const line = fever('[[[1,2,"A",0]]]', 'SUPPORTED');
    const [inPlace] = formOf('fever').explain(recordOf(line));
    expect(inPlace?.fix).toHaveLength(1);
    expect(inPlace?.suggestions).toBeUndefined();
    const [read] = findReadableFormat('fever').read({ file: 'x', text: line }, context);
    expect(read?.diagnostic?.fix).toBeUndefined();
    expect(read?.diagnostic?.suggestions?.[0]?.edits).toEqual(inPlace?.fix);
  });
});

describe('a record with very many faults is reported by its first ones, in time that grows no faster than it', () => {
  const many = (length: number, piece: (at: number) => string) =>
    Array.from({ length }, (_, at) => piece(at)).join(',');
  test.each<[string, string, (size: number) => string]>([
    ['fever', 'evidence without pages', (size) => fever(`[[${many(size, () => '[1]')}]]`)],
    ['fever', 'sets that are numbers', (size) => fever(`[${many(size, () => '7')}]`)],
    ['fever', 'sets of nothing', (size) => fever(`[${many(size, () => '[]')}]`)],
    ['feverous', 'ids that are numbers', (size) => feverous(`[{"content":[${many(size, () => '7')}]}]`)],
    [
      'feverous',
      'context of nothing',
      (size) => feverous(`[{"content":["A"],"context":{${many(size, (at) => `"${at}":7`)}}}]`),
    ],
    ['scifact', 'rationales that are numbers', (size) => scifact(`{"4":[${many(size, () => '7')}]}`)],
    [
      'scifact',
      'sentences below 0',
      (size) => scifact(`{"4":[{"label":"SUPPORT","sentences":[${many(size, () => '-1')}]}]}`),
    ],
  ])('%s: %s', { retry: 1 }, (id, _, make) => {
    const growth = measureGrowth(
      200_000,
      (size) => recordOf(make(size)),
      (record) => expect([...formOf(id).explain(record)]).toHaveLength(10),
    );
    expect(growth).toBeLessThan(growthLimit);
  });
});

describe('the place of a claim’s value in its record', () => {
  const nei = fever(
    '[[[1,null,null,null]],[],[[1,null,null,null],[5,6,"A",0],[5,6,"B",1]]]',
    'NOT ENOUGH INFO',
  );
  const rationales =
    '{"10":[{"label":"SUPPORT","sentences":[2,0]}],"9":[{"label":"SUPPORT","sentences":[5]},{"label":"SUPPORT","sentences":[6]}]}';
  test.each([
    ['fever', fever('[[[5,6,"A",0]],[[7,8,"B",1]]]'), ['evidence', 1, 0], '[7,8,"B",1]'],
    ['fever', fever('[[[5,6,"A",0]],[[7,8,"B",1]]]'), ['evidence', 1], '[[7,8,"B",1]]'],
    ['fever', nei, ['evidence', 0, 1], '[5,6,"B",1]'],
    ['fever', nei, ['evidence', 0], '[[1,null,null,null],[5,6,"A",0],[5,6,"B",1]]'],
    ['fever', nei, ['evidence'], nei.slice(nei.indexOf('[[['), -1)],
    ['fever', nei, ['claim'], '"C."'],
    ['fever', nei, [], nei],
    [
      'feverous',
      feverous('[{"context":{},"content":["A_sentence_0","B_sentence_0"]}]'),
      ['evidence', 0, 1],
      '"B_sentence_0"',
    ],
    [
      'feverous',
      feverous('[{"context":{},"content":["A_sentence_0"]}]'),
      ['evidence', 0],
      '["A_sentence_0"]',
    ],
    ['feverous', feverous('[]'), ['label'], '"SUPPORTS"'],
    // Keys that are integers come in their order.
    ['scifact', scifact(rationales), ['evidence', 0, 0], '5'],
    ['scifact', scifact(rationales), ['evidence', 2, 1], '0'],
    ['scifact', scifact(rationales), ['evidence', 2], '{"label":"SUPPORT","sentences":[2,0]}'],
    ['scifact', scifact(rationales), ['label'], '"SUPPORT"'],
    ['scifact', scifact('{}'), ['label'], '{}'],
    ['scifact', scifact('{}'), ['evidence'], '{}'],
    ['scifact', scifact('{}'), ['id'], '1'],
  ] as const)('%s: %s %j', (id, line, path, expected) => {
    const record = recordOf(line);
    const own = formOf(id).pathOf(path, record.json);
    const { span } = record.place(own);
    expect(line.slice(span.start, span.end)).toBe(expected);
    expect(valueAt(record.json, own)).toEqual(JSON.parse(expected));
  });
});

test('a plain record keeps every key of a claim that has one', () => {
  const values: Readonly<Record<string, unknown>> = {
    challenge: 'Other',
    mutation: 'negate',
    source: 'A_sentence_0',
    split: 'dev',
    fingerprints: { A_sentence_0: '0123456789abcdef' },
  };
  const keys = Object.keys(claimSchema.shape).filter(
    (key) => !['id', 'claim', 'label', 'evidence'].includes(key),
  );
  expect(Object.keys(values)).toEqual(keys);
  for (const key of keys) {
    for (const [id, line] of [
      ['fever', fever('[[[5,6,"A",0]]]')],
      ['feverous', feverous('[{"content":["A_sentence_0"]}]')],
      ['scifact', scifact('{}')],
    ] as const) {
      const json = { ...(JSON.parse(line) as object), [key]: values[key] };
      expect(formOf(id).claimOf(json)?.[key]).toEqual(values[key]);
    }
  }
});

describe('a blind test file', () => {
  const form = createBlindForm(2);
  const told = (text: string, lineNumber: number) => {
    const record = recordOf(`${'\n'.repeat(lineNumber - 1)}${text}`);
    if (form.isHeader(record.json, lineNumber)) return undefined;
    expect(form.claimOf(record.json)).toBeUndefined();
    return [...form.explain(record)].map(({ severity, message }) => `${severity} ${message}`);
  };

  test('is told once, and all its records are looked at for id and claim', () => {
    expect(told('{"id":1,"claim":"C."}', 2)).toEqual([
      'info The record has neither label nor evidence. The file is taken for a blind test file: only ids and claims are looked for.',
    ]);
    expect(told('{"id":2,"claim":"D.","cited_doc_ids":[1]}', 3)).toBeUndefined();
    expect(told('{"id":2,"claim":"D.","evidence":[]}', 3)).toBeUndefined();
    expect(told('{"claim":"D."}', 4)).toEqual(['error `id` is missing.']);
    expect(told('{"id":3}', 5)).toEqual(['error `claim` is missing.']);
    expect(told('{"id":4,"claim":"D.","label":"SUPPORTS","evidence":[]}', 6)).toEqual([
      'error The file begins as a blind test file, but this record has `label`, `evidence`.',
    ]);
  });
});
