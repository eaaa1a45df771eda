import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { labels } from '../../src/claims/label.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { measureLeakage } from '../../src/stats/leakage.ts';
import { claimKey } from '../../src/text/normalise.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { validateText } from './run-example.ts';

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
      for (const { place, related } of near) {
        for (const other of related)
          expect(claims[Number(other.place.claimId)]?.split).not.toBe(claims[Number(place.claimId)]?.split);
      }
    }),
    { numRuns: 300 },
  );
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
  [[80, 15, 5], ['80 % of the 100 claims are `SUPPORTS`: SUPPORTS 80, REFUTES 15, NOT ENOUGH INFO 5.']],
  [
    [0, 0, 200],
    ['100 % of the 200 claims are `NOT ENOUGH INFO`: SUPPORTS 0, REFUTES 0, NOT ENOUGH INFO 200.'],
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
