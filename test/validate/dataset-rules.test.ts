import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { labels } from '../../src/claims/label.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { measureLeakage } from '../../src/stats/leakage.ts';
import { claimKey } from '../../src/text/normalise.ts';
import { readLines } from '../../src/text/source-line.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { validateFiles, validateText } from './run-example.ts';

/** What some rules find about records, without a corpus. */
function findingsOf(ids: readonly string[], records: readonly object[]): Diagnostic[] {
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  return validateText(text, { rules: rules.filter(({ id }) => ids.includes(id)) });
}

const claimArbitrary = fc.record(
  {
    claim: fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'A,'), { minLength: 3, maxLength: 6 })
      .map((words) => `${words.join(' ')}.`),
    evidence: fc.array(
      fc.array(fc.constantFrom('s1', 's2', 's3', 'é', 'e\u0301'), { minLength: 1, maxLength: 3 }),
      {
        maxLength: 2,
      },
    ),
    split: fc.constantFrom('train', 'dev', 'test'),
  },
  { requiredKeys: ['claim', 'evidence'] },
);

test('what is told of splits is what the audit of splits counts', () => {
  fc.assert(
    fc.property(fc.array(claimArbitrary, { maxLength: 14 }), (some) => {
      const claims = some.map((claim, id): Claim => ({ id, label: 'SUPPORTS', ...claim }) as Claim);
      const leakage = measureLeakage(claims, (id) => claims[Number(id)]?.split, { nearDuplicate: 0.8 });
      const shared = findingsOf(['dataset/shared-evidence-across-splits'], claims);
      expect(shared).toHaveLength(leakage.sharedEvidence.count);
      const near = findingsOf(['dataset/near-duplicate-across-splits'], claims);
      // Of a claim the first few are told in one finding, of claims that say the same the first alone.
      const textOf = (id: unknown) => claimKey(claims[Number(id)]?.claim ?? '');
      const later = leakage.nearDuplicates.witnesses.map(({ claimIds: [, b] }) => textOf(b));
      expect([...new Set(near.map(({ place }) => textOf(place.claimId)))].sort()).toEqual(
        [...new Set(later)].sort(),
      );
      expect(new Set(near.map(({ place }) => place.claimId)).size).toBe(near.length);
      for (const { place, related } of near) {
        expect(new Set(related.map((other) => other.place.claimId)).size).toBe(related.length);
        for (const other of related)
          expect(claims[Number(other.place.claimId)]?.split).not.toBe(claims[Number(place.claimId)]?.split);
      }
    }),
    { numRuns: 300 },
  );
});

test('of a text in two splits each claim is told, with what it is near to once', () => {
  const same = { label: 'SUPPORTS', evidence: [['s1']] };
  const claims = [
    { id: 'in train', claim: 'a b c d e.', split: 'train', ...same },
    { id: 'in dev', claim: 'a b c d e f.', split: 'dev', ...same },
    { id: 'in test', claim: 'a b c d e f.', split: 'test', ...same },
  ];
  const found = findingsOf(['dataset/near-duplicate-across-splits'], claims);
  expect(
    found.map(({ place, message, related }) => [
      place.claimId,
      message,
      related.map((other) => other.place.claimId),
    ]),
  ).toEqual(
    ['dev', 'test'].map((split) => [
      `in ${split}`,
      `This claim of the split \`${split}\` and claim "in train" of \`train\` share 83.3 % of their words.`,
      ['in train'],
    ]),
  );
});

describe('annotators', () => {
  const claims = Array.from({ length: 60 }, (_, id) => ({
    id,
    claim: `Claim ${id}.`,
    label: id % 2 === 0 ? 'SUPPORTS' : 'REFUTES',
    evidence: [['s1']],
  }));
  /** The labels of an annotator who is wrong on the first claims. */
  const annotate = (annotator: string, count: number, wrong: number) =>
    claims.slice(0, count).map(({ id, evidence }) => ({
      claim: id,
      annotator,
      label: (id % 2 === 0) === id >= wrong ? 'SUPPORTS' : 'REFUTES',
      evidence,
      at: '2025-01-31T12:00:00Z',
    }));
  const agreementOf = (annotations: readonly object[]): Diagnostic[] => {
    const encode = (records: readonly object[]) =>
      new TextEncoder().encode(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    return validateFiles(
      [
        { kind: 'claim', lines: readLines('claims/a.jsonl', [encode(claims)]) },
        { kind: 'annotation', lines: readLines('claims/annotations/a.jsonl', [encode(annotations)]) },
      ],
      undefined,
      { rules: rules.filter(({ id }) => id === 'dataset/low-agreement'), hasAnnotations: true },
    );
  };
  const three = [...annotate('a', 60, 0), ...annotate('b', 60, 0), ...annotate('d', 60, 0)];

  test('one who agrees less than the others is named, where there are three', () => {
    const found = agreementOf([...three, ...annotate('c', 50, 20)]);
    expect(found.map(({ messageId, message, place }) => [messageId, message, place.start.line])).toEqual([
      [
        'lowOfOne',
        'The annotator "c" agrees with the others by an alpha of 0.20 on 50 claims, less than 0.6: 60 % of the pairs of labels are alike.',
        181,
      ],
    ]);
  });

  test.each<[string, readonly object[], string[]]>([
    ['nothing where all agree', three, []],
    ['nothing of one with too few claims', [...three, ...annotate('c', 49, 20)], []],
    ['one finding about two who do not agree', [...annotate('a', 60, 0), ...annotate('c', 60, 60)], ['low']],
  ])('%s', (_, annotations, expected) => {
    expect(agreementOf(annotations).map(({ messageId }) => messageId)).toEqual(expected);
  });
});

test('claims without split leak nothing', () => {
  const same = { label: 'SUPPORTS', evidence: [['s1']] };
  const claims = ['a b c d e', 'a b c d e f'].map((claim, id) => ({ id, claim, ...same }));
  expect(
    findingsOf(
      rules.filter(({ id }) => id.endsWith('across-splits')).map(({ id }) => id),
      claims,
    ),
  ).toEqual([]);
});

test('more splits than a dataset has cost no more than the first ones', () => {
  const claims = Array.from({ length: 3000 }, (_, id) => ({
    id,
    claim: `a b c d e f g h i ${id}.`,
    label: 'SUPPORTS',
    evidence: [['s1']],
    split: `s${id}`,
  }));
  const found = findingsOf(
    ['dataset/shared-evidence-across-splits', 'dataset/near-duplicate-across-splits'],
    claims,
  );
  // The first 64 splits: each with each by their evidence, each but the first with earlier ones by their words.
  expect(found.filter(({ ruleId }) => ruleId.includes('shared'))).toHaveLength((64 * 63) / 2);
  expect(found.filter(({ ruleId }) => ruleId.includes('near'))).toHaveLength(63);
});

const feverFile = resolve(import.meta.dirname, '../../../shared/data/fever/dev_first5000.jsonl');
const hasFever = existsSync(feverFile);

describe.skipIf(!hasFever)(
  `on claims of FEVER${hasFever ? '' : ': skipped, for the file is not there'}`,
  () => {
    const claims = hasFever
      ? readFileSync(feverFile, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => ({ ...(JSON.parse(line) as Claim), evidence: [] }))
      : [];

    test('as many repeated and conflicting claims as comparing each with all earlier ones finds', () => {
      const keys = claims.map(({ claim }) => claimKey(claim));
      let repeated = 0;
      let conflicts = 0;
      for (const [which, { label }] of claims.entries()) {
        const earlier = new Set(
          claims.slice(0, which).flatMap((other, at) => (keys[at] === keys[which] ? other.label : [])),
        );
        if (earlier.has(label)) repeated += 1;
        else conflicts += earlier.size;
      }
      const found = findingsOf(['dataset/duplicate-claim', 'dataset/conflicting-claim'], claims);
      expect(found.filter(({ ruleId }) => ruleId === 'dataset/duplicate-claim')).toHaveLength(repeated);
      expect(found.filter(({ ruleId }) => ruleId === 'dataset/conflicting-claim')).toHaveLength(conflicts);
      expect([repeated, conflicts]).toMatchInlineSnapshot(`
        [
          54,
          9,
        ]
      `);
    });

    test('the words that give a label away are negations and "only"', () => {
      const found = findingsOf(['dataset/skewed-cue-word'], claims);
      expect(found.map(({ message }) => message)).toMatchInlineSnapshot(`
        [
          "Of 24 claims with "exclusively" 91.7 % are \`REFUTES\`, of all claims 33.4 % (LMI 0.0044).",
          "Of 202 claims with "only" 88.6 % are \`REFUTES\`, of all claims 33.4 % (LMI 0.0350).",
          "Of 40 claims with "incapable" 95 % are \`REFUTES\`, of all claims 33.4 % (LMI 0.0080).",
          "Of 127 claims with "not" 89 % are \`REFUTES\`, of all claims 33.4 % (LMI 0.0222).",
          "Of 20 claims with "yet to" 95 % are \`REFUTES\`, of all claims 33.4 % (LMI 0.0040).",
        ]
      `);
    });
  },
);

test.each<[readonly number[], string[]]>([
  [
    [80, 15, 5],
    [
      '80 % of the 100 claims without an error on levels 1 to 3 are `SUPPORTS`: SUPPORTS 80, REFUTES 15, NOT ENOUGH INFO 5.',
    ],
  ],
  [
    [0, 0, 200],
    [
      '100 % of the 200 claims without an error on levels 1 to 3 are `NOT ENOUGH INFO`: SUPPORTS 0, REFUTES 0, NOT ENOUGH INFO 200.',
    ],
  ],
  [[70, 20, 10], []],
  [[99, 0, 0], []],
  [[0, 0, 0], []],
])('of %j claims by label is told %j', (counts, expected) => {
  const claims = labels.flatMap((label, which) =>
    Array.from({ length: counts[which] ?? 0 }, (_, at) => ({
      id: `${which}-${at}`,
      claim: `Claim ${which} ${at}.`,
      label,
      evidence: [],
    })),
  );
  expect(findingsOf(['dataset/label-imbalance'], claims).map(({ message }) => message)).toEqual(expected);
});
