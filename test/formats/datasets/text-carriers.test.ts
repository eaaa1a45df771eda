import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { CarriedEvidence } from '../../../src/corpus/carried-evidence.ts';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { jsonl } from '../../../src/formats/datasets/jsonl.ts';
import { findReadableFormat, findWritableFormat, formats } from '../../../src/formats/index.ts';
import { splitLines } from '../../../src/text/source-line.ts';
import { whyTooLarge } from '../../runs.ts';
import { readings } from '../places.ts';

/** Reads as `claimset import` does: the texts that were carried are known from then on. */
function readAll(id: string, text: string, evidence = new CarriedEvidence(new EvidenceIndex([]))) {
  const claims: OpenClaim[] = [];
  const messages: string[] = [];
  const source = { file: 'x', text };
  for (const result of findReadableFormat(id).read(source, { evidence, anyLabel: true })) {
    if (result.claim !== undefined) claims.push(result.claim);
    else if (result.text !== undefined) expect(evidence.add(result.text.id, result.text.text)).toBe(true);
    else messages.push(result.diagnostic.message);
  }
  return { claims, messages, evidence };
}

function writeAll(id: string, claims: Iterable<OpenClaim>, evidence: CarriedEvidence): string {
  return [...findWritableFormat(id).write(claims, { evidence, anyLabel: true })].join('');
}

type Row = Readonly<Record<string, unknown>>;

function parseLines(text: string): Row[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

function parseCsv(text: string): Row[] {
  return parse(text, { columns: true }) as Row[];
}

const data = path.resolve(import.meta.dirname, '../../../../shared/data');

// The files stay outside the project, because their licences are not its own.
describe.each([
  {
    id: 'fever-symmetric',
    file: 'fever-symmetric/symmetric_v0.1_fever_symmetric_generated.jsonl',
    claims: 717,
    texts: 452,
    labels: { SUPPORTS: 379, REFUTES: 338 },
    added: ['evidence_ids'],
  },
  {
    id: 'fever-symmetric',
    file: 'fever-symmetric/symmetric_v0.2_fever_symmetric_dev.jsonl',
    claims: 708,
    texts: 340,
    labels: { SUPPORTS: 354, REFUTES: 354 },
    added: ['evidence_ids'],
  },
  {
    id: 'vitaminc',
    file: 'vitaminc/synthetic_test_first3000.jsonl',
    claims: 3000,
    texts: 1013,
    labels: { SUPPORTS: 1500, REFUTES: 1500 },
    added: ['evidence_ids'],
  },
  {
    id: 'climate-fever',
    file: 'climate-fever/first700.jsonl',
    claims: 700,
    texts: 2751,
    labels: { SUPPORTS: 299, 'NOT ENOUGH INFO': 231, REFUTES: 112, DISPUTED: 58 },
    added: [],
  },
  {
    id: 'fm2',
    file: 'fool-me-twice/dev.jsonl',
    claims: 1169,
    texts: 1210,
    labels: { SUPPORTS: 596, REFUTES: 573 },
    added: ['evidence_ids'],
  },
  {
    id: 'danish',
    file: 'danish/dev.jsonl',
    claims: 342,
    texts: 160,
    labels: { SUPPORTS: 171, REFUTES: 119, 'NOT ENOUGH INFO': 52 },
    added: ['evidence_ids', 'id'],
  },
  {
    id: 'healthver',
    file: 'healthver/healthver_dev.csv',
    claims: 1917,
    texts: 475,
    labels: { 'NOT ENOUGH INFO': 993, SUPPORTS: 533, REFUTES: 391 },
    added: ['evidence_ids'],
  },
])('real data: $file', ({ id, file, claims: count, texts, labels, added }) => {
  const where = path.join(data, file);
  const isHere = existsSync(where);
  const parseRows = file.endsWith('.csv') ? parseCsv : parseLines;
  const text = () => readFileSync(where, 'utf8');

  test.skipIf(!isHere)(`all ${count} records are read (skipped where ../shared/data is absent)`, () => {
    const { claims, messages, evidence } = readAll(id, text());
    expect(messages).toEqual([]);
    expect(claims).toHaveLength(count);
    expect(claims).toHaveLength(parseRows(text()).length);
    expect(evidence.texts.size).toBe(texts);
    const found: Record<string, number> = {};
    for (const { label = '' } of claims) found[label] = (found[label] ?? 0) + 1;
    expect(found).toEqual(labels);
    // Every id that is cited has its text.
    for (const cited of claims.flatMap((claim) => claim.evidence.flat()))
      expect(evidence.text(cited)).toBeDefined();
  });

  const why = isHere ? whyTooLarge(count) : 'skipped: ../shared/data is absent';
  test.skipIf(why !== undefined)(
    `they are written back equal, field by field${why === undefined ? '' : ` (${why})`}`,
    () => {
      const { claims, evidence } = readAll(id, text());
      const native = [...jsonl.write(claims, { evidence })].join('');
      const back = readAll('jsonl', native).claims;
      const written = writeAll(id, back, evidence);
      const source = parseRows(text());
      const rows = parseRows(written);
      expect(rows).toHaveLength(source.length);
      for (const [which, row] of rows.entries()) {
        const rest = Object.fromEntries(
          Object.entries(row).filter(([key]) => !new Set<string>(added).has(key)),
        );
        expect(rest).toEqual(source[which]);
      }
      // And what was written is read as the same claims, whatever the order of the records.
      const again = readAll(id, written);
      expect(again.claims).toEqual(claims);
      expect([...again.evidence.texts].sort()).toEqual([...evidence.texts].sort());
      const backwards = readAll(id, writeAll(id, [...back].reverse(), evidence));
      expect(backwards.claims.reverse()).toEqual(claims);
    },
  );

  test.skipIf(!isHere)('it is recognised (skipped where ../shared/data is absent)', () => {
    const head = text().slice(0, 65_536);
    expect(formats.filter(({ sniff }) => sniff(head)).map((format) => format.id)).toEqual([id]);
  });
});

/** A record in each published shape, with its claim and the texts it carries. */
test.each<readonly [name: string, format: string, text: string, claims: unknown, texts: unknown]>([
  [
    'VitaminC, real',
    'vitaminc',
    '{"unique_id":"5_1","case_id":"5","wiki_revision_id":"927304155","label":"NOT ENOUGH INFO","claim":"C.","evidence":"E.","page":"A -LRB-b-RRB-","revision_type":"real"}\n{"unique_id":"5_2","claim":"D.","evidence":"E.","page":"A (b)"}\n',
    [
      {
        id: '5_1',
        claim: 'C.',
        label: 'NOT ENOUGH INFO',
        evidence: [['A (b)_sentence_0']],
        case_id: '5',
        wiki_revision_id: '927304155',
        revision_type: 'real',
      },
      { id: '5_2', claim: 'D.', evidence: [['A (b)_sentence_0']], page: 'A (b)' },
    ],
    { 'A (b)_sentence_0': 'E.' },
  ],
  [
    'Climate-FEVER, disputed',
    'climate-fever',
    `${JSON.stringify({
      claim_id: '3',
      claim: 'C.',
      claim_label: 'DISPUTED',
      evidences: [
        {
          evidence_id: 'A:1',
          evidence_label: 'SUPPORTS',
          article: 'A',
          evidence: 'a1',
          entropy: 0,
          votes: [],
        },
        { evidence_id: 'B: b:7', evidence_label: 'REFUTES', article: 'B: b', evidence: 'b7' },
        { evidence_id: 'A:2', evidence_label: 'NOT_ENOUGH_INFO', article: 'A', evidence: 'a2' },
      ],
    })}\n`,
    [
      {
        id: '3',
        claim: 'C.',
        label: 'DISPUTED',
        evidence: [['A_sentence_1'], ['B: b_sentence_7']],
        evidences: [
          { evidence_id: 'A:1', evidence_label: 'SUPPORTS', article: 'A', entropy: 0, votes: [] },
          { evidence_id: 'B: b:7', evidence_label: 'REFUTES', article: 'B: b' },
          { evidence_id: 'A:2', evidence_label: 'NOT_ENOUGH_INFO', article: 'A' },
        ],
      },
    ],
    { A_sentence_1: 'a1', 'B: b_sentence_7': 'b7', A_sentence_2: 'a2' },
  ],
  [
    'FM2 with two pieces',
    'fm2',
    '{"category":"History","correct_votes":2,"gold_evidence":[{"section_header":"S | T","text":"a"},{"section_header":"","text":"b"}],"id":"03q","label":"SUPPORTS","retrieved_evidence":[{"section_header":"S","text":"c"}],"text":"C.","total_votes":2,"wikipedia_page":"Paraguay"}\n',
    [
      {
        id: '03q',
        claim: 'C.',
        label: 'SUPPORTS',
        evidence: [['Paraguay_sentence_0', 'Paraguay_sentence_1']],
        gold_evidence: [{ section_header: 'S | T' }, { section_header: '' }],
        category: 'History',
        correct_votes: 2,
        retrieved_evidence: [{ section_header: 'S', text: 'c' }],
        total_votes: 2,
      },
    ],
    { Paraguay_sentence_0: 'a', Paraguay_sentence_1: 'b' },
  ],
  [
    'Danish JSON Lines, a blank line between',
    'danish',
    '{"claim":"C.","entity":["Toyota_Center","Texas"],"evidence":["a","b"],"label":"Refuted"}\n\n{"claim":"D.","entity":["Den Store"],"evidence":["c"],"label":"NotEnoughInfo"}\n',
    [
      {
        id: 'danish-1',
        claim: 'C.',
        label: 'REFUTES',
        evidence: [['Toyota Center_sentence_0', 'Texas_sentence_0']],
      },
      {
        id: 'danish-3',
        claim: 'D.',
        label: 'NOT ENOUGH INFO',
        evidence: [['Den Store_sentence_0']],
        entity: ['Den Store'],
      },
    ],
    { 'Toyota Center_sentence_0': 'a', Texas_sentence_0: 'b', 'Den Store_sentence_0': 'c' },
  ],
  [
    'DanFEVER, the table',
    'danish',
    '\tid\tclaim\tevidence_extract\tlabel\tverifiable\tevidence\n0\t1\tC.\tEn "asteroide".\tRefuted\tVerifiable\twiki_26366, wiki_12289\n1\t7\tD.\t\tNotEnoughInfo\tNotVerifiable\t\n',
    [
      {
        id: 1,
        claim: 'C.',
        label: 'REFUTES',
        evidence: [['wiki_26366, wiki_12289_sentence_0']],
        'Unnamed: 0': 0,
        verifiable: 'Verifiable',
      },
      {
        id: 7,
        claim: 'D.',
        label: 'NOT ENOUGH INFO',
        evidence: [],
        'Unnamed: 0': 1,
        verifiable: 'NotVerifiable',
      },
    ],
    { 'wiki_26366, wiki_12289_sentence_0': 'En "asteroide".' },
  ],
  [
    'PUBHEALTH, a test file',
    'pubhealth',
    '\tclaim_id\tclaim\tdate_published\texplanation\tfact_checkers\tmain_text\tsources\tlabel\tsubjects\n0\t33456\tC.\t"April 19, 2006"\t"What\'s ""true"""\tDavid\t"a\nb"\t["x", "y"]\tmixture\tfood\n3\t1e3\tD.\t\t\t\t \t\ttrue\tnan\n4\t2771\tE.\t\t\t\t\t\t\t\n5\t8\tF.\t\t\t\tm\t\tsnopes\t',
    [
      {
        id: 33456,
        claim: 'C.',
        label: 'mixture',
        evidence: [['PUBHEALTH_sentence_0']],
        'Unnamed: 0': 0,
        date_published: 'April 19, 2006',
        explanation: 'What\'s "true"',
        fact_checkers: 'David',
        sources: '["x", "y"]',
        subjects: 'food',
      },
      {
        id: '1e3',
        claim: 'D.',
        label: 'SUPPORTS',
        evidence: [['PUBHEALTH_sentence_1']],
        'Unnamed: 0': 3,
        subjects: 'nan',
      },
      { id: 2771, claim: 'E.', evidence: [], 'Unnamed: 0': 4 },
      { id: 8, claim: 'F.', label: 'snopes', evidence: [['PUBHEALTH_sentence_2']], 'Unnamed: 0': 5 },
    ],
    { PUBHEALTH_sentence_0: 'a\nb', PUBHEALTH_sentence_1: ' ', PUBHEALTH_sentence_2: 'm' },
  ],
  [
    'LLM-AggreFact, JSON Lines',
    'aggrefact',
    '{"dataset":"RAGTruth","doc":"d","claim":"C.","label":1,"contamination_identifier":"c0"}\n{"dataset":"RAGTruth","doc":"d","claim":"D.","label":0,"contamination_identifier":"c1"}\n',
    [
      {
        id: 'aggrefact-1',
        claim: 'C.',
        label: 'SUPPORTS',
        evidence: [['LLM-AggreFact_sentence_0']],
        dataset: 'RAGTruth',
        contamination_identifier: 'c0',
      },
      {
        id: 'aggrefact-2',
        claim: 'D.',
        label: 'NOT_SUPPORTED',
        evidence: [['LLM-AggreFact_sentence_0']],
        dataset: 'RAGTruth',
        contamination_identifier: 'c1',
      },
    ],
    { 'LLM-AggreFact_sentence_0': 'd' },
  ],
  [
    'LLM-AggreFact, CSV of pandas',
    'aggrefact',
    'dataset,doc,claim,label,contamination_identifier\nClaimVerify,"d\n1",C.,1.0,7\nClaimVerify,e,D.,0,8\n',
    [
      {
        id: 'aggrefact-2',
        claim: 'C.',
        label: 'SUPPORTS',
        evidence: [['LLM-AggreFact_sentence_0']],
        dataset: 'ClaimVerify',
        contamination_identifier: '7',
      },
      {
        id: 'aggrefact-3',
        claim: 'D.',
        label: 'NOT_SUPPORTED',
        evidence: [['LLM-AggreFact_sentence_1']],
        dataset: 'ClaimVerify',
        contamination_identifier: '8',
      },
    ],
    { 'LLM-AggreFact_sentence_0': 'd\n1', 'LLM-AggreFact_sentence_1': 'e' },
  ],
])('%s', (_, id, text, claims, texts) => {
  const found = readAll(id, text);
  expect(found.messages).toEqual([]);
  expect(found.claims).toEqual(claims);
  expect(Object.fromEntries(found.evidence.texts)).toEqual(texts);
  expect(formats.filter(({ sniff }) => sniff(text)).map((format) => format.id)).toEqual([id]);
  // What was read can be written, and is read the same again.
  const again = readAll(id, writeAll(id, found.claims, found.evidence), found.evidence);
  expect(again.claims).toEqual(claims);
});

test.each<readonly [format: string, text: string, found: readonly string[]]>([
  [
    'vitaminc',
    '{"unique_id":"a","claim":"C.","evidence":"E."}\n{"unique_id":"b","claim":"","evidence":7}\n{"id":"x","claim":"C."}\n[]\n{"unique_id":"c","claim":"C.","evidence":"E.","evidence_ids":[["a"],[]]}\n{"unique_id":"d","claim":"C.","evidence":"","challenge":"x"}',
    [
      '["a"]',
      '2:26-2:28 format/not-a-claim `claim` is not valid: expected a string that is not empty, found an empty string.',
      '2:40-2:41 format/not-a-claim `evidence` is not valid: expected a string, found the number 7.',
      '3:7-3:10 format/not-a-claim `id` is not valid: expected no such key, found the string "x".',
      '3:1-3:24 format/not-a-claim `evidence` is missing.',
      '3:1-3:24 format/not-a-claim `unique_id` is missing.',
      '4:1-4:3 format/not-json The line is JSON, but no object: an empty list.',
      '5:69-5:71 format/not-a-claim `evidence_ids[1]` is not valid: expected a list that is not empty, found an empty list.',
      '6:57-6:60 format/not-a-claim `challenge` is "x", which is not one of its values.',
    ],
  ],
  [
    'fever-symmetric',
    '{"id":1,"claim":"C.","evidence_sentence":"E.","evidence":"F."}\n{"id":1,"claim":"C."}',
    [
      '1:58-1:62 format/not-a-claim `evidence` is not valid: expected no such key, found the string "F.".',
      '2:1-2:22 format/not-a-claim `evidence` is missing.',
    ],
  ],
  [
    'climate-fever',
    '{"claim_id":"a","claim":"C.","evidences":[{"evidence":"E."}]}\n{"claim_id":"a","claim":"C.","evidences":{}}',
    [
      '1:43-1:60 format/not-a-claim `evidences[0].evidence_id` is missing.',
      '2:42-2:44 format/not-a-claim `evidences` is not valid: expected a list, found an object.',
    ],
  ],
  [
    'fm2',
    '{"id":"a","text":"C.","gold_evidence":["E."]}\n{"id":"a","claim":"C.","gold_evidence":[]}',
    [
      '1:40-1:44 format/not-a-claim `gold_evidence[0]` is not valid: expected an object, found the string "E.".',
      '2:19-2:23 format/not-a-claim `claim` is not valid: expected no such key, found the string "C.".',
      '2:1-2:43 format/not-a-claim `text` is missing.',
    ],
  ],
  [
    'danish',
    '{"claim":"C.","evidence":"E."}\n{"claim":"C.","evidence":[null],"label":2}',
    [
      '1:26-1:30 format/not-a-claim `evidence` is not valid: expected a list, found the string "E.".',
      '2:41-2:42 format/not-a-claim `label` is not valid: expected a string, found the number 2.',
      '2:27-2:31 format/not-a-claim `evidence[0]` is not valid: expected a string, found null.',
    ],
  ],
  [
    'danish',
    'id\tclaim\tevidence_extract\tlabel\n1\t\tE.\tSupported\n2\tC.\n',
    ['2:3-2:3 format/not-a-claim `claim` is missing.', '3:5-3:5 format/not-a-claim `label` is missing.'],
  ],
  [
    'aggrefact',
    '{"claim":"C.","doc":7,"label":true}\n{"claim":"C.","doc":"E.","label":0.5}',
    [
      '1:31-1:35 format/not-a-claim `label` is not valid: expected a string that is not empty, or an integer within ±(2^53 - 1), found true.',
      '1:21-1:22 format/not-a-claim `doc` is not valid: expected a string, found the number 7.',
      '2:34-2:37 format/not-a-claim `label` is not valid: expected a string that is not empty, or an integer within ±(2^53 - 1), found the number 0.5.',
    ],
  ],
  [
    'healthver',
    'id,evidence,claim,label,topic_ip,question,,claim\n1,E.,C.,Supports,1,Q?,x,y\n,E.,C.,Neutral,1,Q?\n3,E.,C.\n4,"E."x,C.,Neutral,1,Q?\n5,E.,C.,Neutral,1,Q?,,,z\n6,"E.,C.\n',
    [
      '1:44-1:49 format/header A second column is named `claim`; it is not read.',
      '[1]',
      '3:1-3:1 format/not-a-claim `id` is missing.',
      '4:8-4:8 format/not-a-claim `label` is missing.',
      '5:3-5:8 format/quotes Text follows the closing quotation mark of the cell.',
      '6:24-6:25 format/extra-cell The row has 9 cells, but there are 8 columns.',
      '7:3-7:4 format/quotes The quotation mark is never closed: the rest of the file is not read.',
    ],
  ],
  ['healthver', 'id,text\n1,E.\n', ['1:1-1:8 format/header No column is named `evidence`, `claim`.']],
  ['healthver', '', ['1:1-1:1 format/header No column is named `id`, `evidence`, `claim`.']],
  [
    'pubhealth',
    'claim_id\tclaim\tdate_published\texplanation\tfact_checkers\tmain_text\tsources\tlabel\tsubjects\n1\tC.\t\t\t\tbroken\noff by a line break\t\ttrue\t\n2\tC.\t\t\t\twhole\t\tfalse',
    [
      '2:15-2:15 format/not-a-claim `label` is missing.',
      '3:27-3:27 format/not-a-claim `main_text` is missing.',
      '[2]',
    ],
  ],
])('%s: what is wrong is said with its place (%#)', (id, text, found) => {
  expect(readings(id, text)).toEqual(found);
});

test('a file that is read line by line gives what the whole text gives', () => {
  const text = '\uFEFF{"unique_id":"a","claim":"C.","evidence":"E.","page":"P"}\r\n{"unique_id":"b"}\n';
  const context = { evidence: new EvidenceIndex([]) };
  const { read } = findReadableFormat('vitaminc');
  const lines = [...splitLines('x', text)];
  expect([...read({ file: 'x', text: '', lines }, context)]).toEqual([...read({ file: 'x', text }, context)]);
});

test('texts that were joined to one are carried by nobody, and the ids come back', () => {
  const { claims, evidence } = readAll(
    'vitaminc',
    '{"unique_id":"a","claim":"C.","evidence":"one two","page":"P","evidence_ids":[["P_sentence_4","P_sentence_5"]]}\n{"unique_id":"b","claim":"C.","evidence":"six","page":"P","evidence_ids":[["P_sentence_6"],["P_sentence_4"]]}\n',
  );
  expect(claims.map((claim) => claim.evidence)).toEqual([
    [['P_sentence_4', 'P_sentence_5']],
    [['P_sentence_6'], ['P_sentence_4']],
  ]);
  expect([...evidence.texts]).toEqual([['P_sentence_6', 'six']]);
});

test('two files of VitaminC, one after the other: no id has two texts', () => {
  const record = (id: string, text: string) =>
    `${JSON.stringify({ unique_id: id, claim: 'C.', evidence: text, page: 'P' })}\n`;
  const first = readAll('vitaminc', record('a', 'one') + record('b', 'two'));
  const second = readAll('vitaminc', record('c', 'three') + record('d', 'one'), first.evidence);
  expect(second.claims.map((claim) => claim.evidence)).toEqual([[['P_sentence_2']], [['P_sentence_0']]]);
  expect(second.evidence.texts.size).toBe(3);
});

test('Climate-FEVER: pieces stay with the claim when its label or its sets are changed', () => {
  const source =
    '{"claim_id":"3","claim":"C.","claim_label":"DISPUTED","evidences":[{"evidence_id":"A:1","evidence_label":"SUPPORTS","article":"A","evidence":"a1","entropy":0.5,"votes":["SUPPORTS",null]},{"evidence_id":"A:2","evidence_label":"REFUTES","article":"A","evidence":"a2","entropy":0,"votes":[]}]}\n';
  const { claims, evidence } = readAll('climate-fever', source);
  const changed = claims.map((claim) => ({ ...claim, label: 'REFUTES', evidence: [['A_sentence_2']] }));
  const rewritten = writeAll('climate-fever', changed, evidence);
  expect(parseLines(rewritten)).toEqual([{ ...parseLines(source)[0], claim_label: 'REFUTES' }]);
  expect(readAll('climate-fever', rewritten).claims).toEqual(changed);
  const neither = claims.map((claim) => ({ ...claim, evidence: [['A_sentence_2', 'A_sentence_1']] }));
  expect(parseLines(writeAll('climate-fever', neither, evidence))).toEqual([
    { ...parseLines(source)[0], evidence_ids: [['A_sentence_2', 'A_sentence_1']] },
  ]);
});

test('repeated ids stay what they are', () => {
  const text =
    '{"id":"7","label":"SUPPORTS","claim":"C.","evidence_sentence":"E."}\n{"id":"7","label":"REFUTES","claim":"D.","evidence_sentence":"E."}\n';
  expect(readAll('fever-symmetric', text).claims.map(({ id }) => id)).toEqual(['7', '7']);
});

test('hostile names and texts are values like others', () => {
  const text = `${JSON.stringify({
    unique_id: '../../etc/passwd',
    claim: '<img src=x onerror=alert(1)>',
    evidence: '\u001b[2J=HYPERLINK("x")',
    page: '../..',
  })
    .slice(0, -1)
    .concat(',"__proto__":{"label":"SUPPORTS"},"constructor":1}')}\n`;
  const { claims, evidence } = readAll('vitaminc', text);
  expect(claims).toHaveLength(1);
  expect(claims[0]?.label).toBeUndefined();
  expect(claims[0]?.evidence).toEqual([['../.._sentence_0']]);
  expect(Object.keys(claims[0] ?? {})).toEqual(['id', 'claim', 'evidence', '__proto__', 'constructor']);
  const written = writeAll('vitaminc', claims, evidence);
  expect(readAll('vitaminc', written).claims).toEqual(claims);
});
