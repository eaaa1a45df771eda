import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claimSchema } from '../../../src/claims/claim.ts';
import type { RecordForm } from '../../../src/claims/record-form.ts';
import { parseEvidenceId } from '../../../src/corpus/evidence-id.ts';
import { applyEdits } from '../../../src/diagnostic/apply-edits.ts';
import { claimKeys } from '../../../src/formats/claim-keys.ts';
import { formatRules } from '../../../src/formats/format-rules.ts';
import { feverForm } from '../../../src/formats/forms/fever.ts';
import { forms } from '../../../src/formats/forms/index.ts';
import { isBlind } from '../../../src/formats/forms/is-blind.ts';
import { readableFormats } from '../../../src/formats/index.ts';
import { valueAt } from '../../../src/text/json-pointer.ts';
import { toNfc } from '../../../src/text/normalise.ts';
import { context } from '../example-claims.ts';
import { arbitraryChange, changed } from './mutate.ts';
import { recordOf } from './records.ts';

/** Records that each form accepts. */
const examples: Readonly<Record<string, readonly object[]>> = {
  fever: [
    {
      id: 1,
      verifiable: 'VERIFIABLE',
      label: 'SUPPORTS',
      claim: 'C.',
      evidence: [
        [[5, 6, 'Soul_Food_-LRB-film-RRB-', 0]],
        [
          [7, 8, 'Ma\u0301laga', 3],
          [7, 8, 'B', 1],
        ],
      ],
    },
    { id: 'a', label: 'REFUTES', claim: 'C.', evidence: [], challenge: 'Other', split: 'dev' },
    {
      id: 2,
      verifiable: 'NOT VERIFIABLE',
      label: 'NOT ENOUGH INFO',
      claim: 'C.',
      evidence: [
        [[5, null, null, null]],
        [
          [5, null, null, null],
          [5, 6, 'A', 0],
        ],
      ],
      all_evidence: [[5, null, null, null]],
    },
  ],
  feverous: [
    {
      evidence: [
        {
          content: ['A_sentence_0', 'A_cell_0_1_1'],
          context: { A_sentence_0: ['A_title'], A_cell_0_1_1: [] },
        },
        { content: ['A_sentence_0'] },
      ],
      id: 1,
      claim: 'C.',
      label: 'SUPPORTS',
      annotator_operations: [],
      challenge: 'Numerical Reasoning',
    },
    { evidence: [{ content: [], context: {} }], id: 2, claim: 'C.', label: 'NOT ENOUGH INFO' },
  ],
  scifact: [
    {
      id: 1,
      claim: 'C.',
      evidence: {
        '40': [
          { sentences: [2, 0], label: 'SUPPORT' },
          { sentences: [3], label: 'SUPPORT' },
        ],
        '7': [{ sentences: [1], label: 'SUPPORT' }],
      },
      cited_doc_ids: [7, 40],
    },
    { id: 2, claim: 'C.', evidence: {}, cited_doc_ids: [] },
  ],
};

/** Records of FEVER whose label, pages and sentences agree and contradict one another in all ways. */
const arbitraryFever = fc.record(
  {
    id: fc.constant(1),
    label: fc.constantFrom('SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'),
    verifiable: fc.constantFrom('VERIFIABLE', 'NOT VERIFIABLE'),
    claim: fc.constant('C.'),
    evidence: fc.array(
      fc.array(
        fc.tuple(
          fc.constantFrom(5, 5, 5, null),
          fc.constantFrom(6, 6, 6, null),
          fc.constantFrom<string | null>('A', 'A', 'B_-LRB-b-RRB-', null),
          fc.constantFrom(0, 12, 12, null),
        ),
        { maxLength: 2 },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['id', 'label', 'claim', 'evidence'] },
);

/** The files stay outside the project, because their licences are not its own. */
const data = path.resolve(import.meta.dirname, '../../../../shared/data');
const files: readonly (readonly [form: string, file: string, records: number])[] = [
  ['fever', 'fever/dev_first5000.jsonl', 5000],
  ['fever', 'fever/fever_scorer_actual.jsonl', 9999],
  ['feverous', 'feverous/feverous_train_first10.jsonl', 10],
  ['scifact', 'scifact/claims_train.jsonl', 809],
  ['scifact', 'scifact/claims_dev.jsonl', 300],
];

/** Whether a form accepts the record of a line, after all that must hold either way was looked at. */
function isAccepted(form: RecordForm, line: string): boolean {
  const record = recordOf(line);
  const claim = form.claimOf(record.json);
  const found = [...form.explain(record)];
  // What is accepted without the schema is what the schema accepts, and only that.
  expect(found.length === 0).toBe(claim !== undefined);
  for (const { place, fix, suggestions = [], related } of found) {
    for (const { start, end, span } of [place, ...related.map((other) => other.place)]) {
      expect([start.offset, end.offset]).toEqual([span.start, span.end]);
      expect(() => JSON.parse(line.slice(span.start, span.end)) as unknown).not.toThrow();
    }
    for (const edits of [...(fix === undefined ? [] : [fix]), ...suggestions.map((offer) => offer.edits)])
      expect(() => JSON.parse(applyEdits(line, [edits]).text) as unknown).not.toThrow();
  }
  // Reading the file as the format of the same name gives the same claim, unless all of it is a blind test file.
  const format = readableFormats.find(({ id }) => id === form.id);
  if (format !== undefined && !form.isHeader(record.json, 1) && !isBlind(record.json)) {
    // What an accepted record says besides is told as left out, which the form, which checks files in place, has no reason to tell.
    const read = [...format.read({ file: 'x', text: line }, context)].filter(
      ({ diagnostic }) => diagnostic?.ruleId !== formatRules.leftOut.id,
    );
    expect(read.map((result) => result.diagnostic?.message)).toEqual(
      claim === undefined ? found.map(({ message }) => message) : [undefined],
    );
    if (claim !== undefined) expect(knownKeys(read[0]?.claim as Claim)).toEqual(knownKeys(claim));
  }
  if (claim === undefined) return false;
  expect(claimSchema.safeParse(claim).error).toBeUndefined();
  expectPlaces(form, record.json, claim);
  return true;
}

function knownKeys(claim: Claim | undefined): unknown {
  return Object.fromEntries(claimKeys.map((key) => [key, claim?.[key]]));
}

/** Each evidence id of a claim leads to the piece of the record that it was made from. */
function expectPlaces(form: RecordForm, json: unknown, claim: Claim): void {
  for (const [set, ids] of claim.evidence.entries()) {
    for (const [which, id] of ids.entries()) {
      const own = form.pathOf(['evidence', set, which], json);
      const piece = valueAt(json, own);
      if (form.id === 'feverous') expect(piece).toBe(id);
      else if (form.id === 'scifact') expect(id).toBe(`${own[1]}_sentence_${Number(piece)}`);
      else {
        const [, , page, sentence] = piece as [unknown, unknown, string, number];
        const plain = { _: ' ', '-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '-COLON-': ':' };
        const title = Object.entries(plain).reduce((text, [from, to]) => text.replaceAll(from, to), page);
        expect(id).toBe(`${toNfc(title)}_sentence_${Number(sentence)}`);
        expect(parseEvidenceId(id)?.numbers).toEqual([Math.abs(sentence)]);
      }
      expect(form.pathOf(['evidence', set], json)).toEqual(
        own.slice(0, form.id === 'feverous' ? 3 : form.id === 'fever' ? 2 : 3),
      );
    }
  }
}

describe.each(forms)('$id', (form) => {
  test('accepts its examples, and what it accepts and refuses of changed ones is what the schema does', () => {
    const lines = (examples[form.id] ?? []).map((record) => JSON.stringify(record));
    expect(lines.map((line) => isAccepted(form, line))).toEqual(lines.map(() => true));
    const counts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.array(arbitraryChange, { minLength: 1, maxLength: 3 }),
        (line, changes) => {
          const json = changed(JSON.parse(line), changes);
          counts[isAccepted(form, JSON.stringify(json)) ? 'accepted' : 'refused'] += 1;
        },
      ),
      { numRuns: 2_000 },
    );
    expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(200);
  });

  test('takes any JSON without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(form.claimOf(json) === undefined || form.id === 'scifact').toBe(true);
        form.sniff(json);
        form.isHeader(json, 1);
      }),
    );
  });
});

test('fever: what is accepted of labels, pages and sentences in all combinations is what the schema accepts', () => {
  const counts = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(arbitraryFever, (record) => {
      counts[isAccepted(feverForm, JSON.stringify(record)) ? 'accepted' : 'refused'] += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(200);
});

describe.each(files)('%s: %s', (id, file, records) => {
  const name = path.join(data, file);
  const form = forms.find((other) => other.id === id) as RecordForm;

  test.skipIf(!existsSync(name))(
    `all ${records} records are accepted, changed ones as the schema does (skipped where ../shared/data is absent)`,
    () => {
      const lines = readFileSync(name, 'utf8').trimEnd().split('\n');
      expect(lines).toHaveLength(records);
      expect(lines.filter((line) => form.claimOf(JSON.parse(line)) === undefined)).toEqual([]);
      expect(form.sniff(JSON.parse(lines[0] ?? ''))).toBe(true);
      const counts = { accepted: 0, refused: 0 };
      fc.assert(
        fc.property(
          fc.nat(lines.length - 1),
          fc.array(arbitraryChange, { maxLength: 2 }),
          (which, changes) => {
            const json = changed(JSON.parse(lines[which] ?? ''), changes);
            counts[isAccepted(form, JSON.stringify(json)) ? 'accepted' : 'refused'] += 1;
          },
        ),
        { numRuns: 300 },
      );
      expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(30);
    },
  );
});
