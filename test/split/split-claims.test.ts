import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { labels } from '../../src/claims/label.ts';
import type { SplitPolicy } from '../../src/split/policy.ts';
import { splitClaims } from '../../src/split/split-claims.ts';
import { updateSplitLock } from '../../src/split/split-lock.ts';
import { leakageKinds, measureLeakage } from '../../src/stats/leakage.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, distinctClaimsArbitrary, exampleClaim } from './example-claims.ts';

const policy: SplitPolicy = { ratios: { train: 0.6, dev: 0.2, test: 0.2 }, seed: 0, nearDuplicate: 0.7 };

const policyArbitrary: fc.Arbitrary<SplitPolicy> = fc.record({
  ratios: fc.constantFrom<Record<string, number>>({ train: 0.8, dev: 0.2 }, policy.ratios, { all: 1 }),
  seed: fc.nat(),
  nearDuplicate: fc.constantFrom(0.6, 0.8, 1),
});

function leaks(claims: readonly Claim[], splitOf: ReadonlyMap<Claim['id'], string>, nearDuplicate: number) {
  const leakage = measureLeakage(claims, (id) => splitOf.get(id), { nearDuplicate });
  return leakageKinds.map((kind) => leakage[kind].count);
}

test('every claim is in one split of the ratios, in the order of the claims, and nothing leaks', () => {
  fc.assert(
    fc.property(claimsArbitrary, policyArbitrary, (claims, chosen) => {
      const { assignments, splits, problems } = splitClaims(claims, chosen);
      expect([...assignments.keys()]).toEqual(claims.map(({ id }) => id));
      for (const split of assignments.values()) expect(Object.keys(chosen.ratios)).toContain(split);
      expect(leaks(claims, assignments, chosen.nearDuplicate)).toEqual([0, 0, 0, 0]);
      expect(splits.reduce((sum, split) => sum + split.claims, 0)).toBe(claims.length);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
});

test('claims that are added move none that the lock has, and nothing leaks without an error', () => {
  fc.assert(
    fc.property(claimsArbitrary, fc.nat(25), policyArbitrary, (claims, earlier, chosen) => {
      const before = splitClaims(claims.slice(0, earlier), chosen).assignments;
      const lock = updateSplitLock(undefined, chosen, before);
      const { assignments, problems } = splitClaims(claims, chosen, lock);
      for (const [id, split] of before) expect(assignments.get(id)).toBe(split);
      const leaked = leaks(claims, assignments, chosen.nearDuplicate).some((count) => count > 0);
      expect(problems.some(({ kind }) => kind === 'parted-component')).toBe(leaked);
      expect(() => updateSplitLock(lock, chosen, assignments)).not.toThrow();
    }),
    { numRuns: runs(300) },
  );
});

test("a claim's own split is kept, and parted components are errors", () => {
  const pinned = distinctClaimsArbitrary.chain((claims) =>
    fc
      .array(fc.constantFrom('train', 'dev', undefined), {
        minLength: claims.length,
        maxLength: claims.length,
      })
      .map((splits) => claims.map((claim, at) => ({ ...claim, ...(splits[at] && { split: splits[at] }) }))),
  );
  fc.assert(
    fc.property(pinned, (claims) => {
      const { assignments, problems } = splitClaims(claims, policy);
      for (const { id, split } of claims) if (split !== undefined) expect(assignments.get(id)).toBe(split);
      const leaked = leaks(claims, assignments, policy.nearDuplicate).some((count) => count > 0);
      expect(problems.some(({ kind }) => kind === 'parted-component')).toBe(leaked);
    }),
    { numRuns: runs(300) },
  );
});

test('sizes are as near the ratios as the components allow', () => {
  fc.assert(
    fc.property(distinctClaimsArbitrary, fc.nat(), (claims, seed) => {
      const { splits, components } = splitClaims(claims, { ...policy, seed });
      const largest = components[0]?.claimIds.length ?? 0;
      // Labels pull too, so that a split may be off by more than half a component, but never by more than one and
      // one claim of each label.
      for (const { ratio, claims: size } of splits) {
        expect(Math.abs(size - ratio * claims.length)).toBeLessThanOrEqual(largest + labels.length);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('the splits of a seed never change', () => {
  const claims = [...Array(24).keys()].map((at) =>
    exampleClaim(at % 5 === 0 ? at : `c${at}`, [`A_sentence_${Math.floor(at / 2)}`], {
      label: labels[at % 3] ?? 'REFUTES',
    }),
  );
  const { assignments } = splitClaims(claims, { ...policy, seed: 42 });
  expect([...assignments].map(([id, split]) => `${id}:${split}`).join(' ')).toMatchInlineSnapshot(
    `"0:test c1:test c2:dev c3:dev c4:train 5:train c6:dev c7:dev c8:train c9:train 10:train c11:train c12:train c13:train c14:train 15:train c16:dev c17:dev c18:train c19:train 20:test c21:test c22:train c23:train"`,
  );
});

describe('edges', () => {
  test('no claims: empty splits, no problems', () => {
    expect(splitClaims([], policy)).toMatchInlineSnapshot(`
      {
        "assignments": Map {},
        "components": [],
        "problems": [],
        "splits": [
          {
            "claims": 0,
            "labels": {
              "NOT ENOUGH INFO": 0,
              "REFUTES": 0,
              "SUPPORTS": 0,
            },
            "pinned": 0,
            "ratio": 0.6,
            "split": "train",
          },
          {
            "claims": 0,
            "labels": {
              "NOT ENOUGH INFO": 0,
              "REFUTES": 0,
              "SUPPORTS": 0,
            },
            "pinned": 0,
            "ratio": 0.2,
            "split": "dev",
          },
          {
            "claims": 0,
            "labels": {
              "NOT ENOUGH INFO": 0,
              "REFUTES": 0,
              "SUPPORTS": 0,
            },
            "pinned": 0,
            "ratio": 0.2,
            "split": "test",
          },
        ],
      }
    `);
  });

  test('one component: all in one split, and told why', () => {
    const claims = ['a', 'b', 'c', 'd'].map((id) => exampleClaim(id, ['A_sentence_1']));
    const { splits, problems } = splitClaims(claims, policy);
    expect(splits.map((split) => split.claims)).toEqual([4, 0, 0]);
    expect(problems.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual([
      'component-too-big warning',
      'empty-split warning',
      'empty-split warning',
    ]);
  });

  test('more splits than components', () => {
    const ratios = { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
    const { splits, problems } = splitClaims([exampleClaim(1), exampleClaim(2)], { ...policy, ratios });
    expect(splits.map((split) => split.claims).sort()).toEqual([0, 0, 1, 1]);
    expect(problems.map(({ kind }) => kind)).toEqual(['empty-split', 'empty-split']);
  });

  test('a split called like a member of objects', () => {
    const ratios = JSON.parse('{"__proto__": 0.5, "constructor": 0.5}') as Record<string, number>;
    const claims = [exampleClaim(1), exampleClaim(2, [], { split: '__proto__' })];
    const { assignments } = splitClaims(claims, { ...policy, ratios });
    expect([...assignments]).toEqual([
      [1, 'constructor'],
      [2, '__proto__'],
    ]);
  });

  test('the id 12 and the id "12" are two claims', () => {
    const claims = [exampleClaim(12), exampleClaim('12')];
    const splits = new Map<Claim['id'], string>([
      [12, 'dev'],
      ['12', 'test'],
    ]);
    expect(splitClaims(claims, policy, { policy, splits }).assignments).toEqual(splits);
  });

  test.each([
    [{}],
    [{ train: 0.8 }],
    [{ train: 1.2, dev: -0.2 }],
    [{ train: 1, dev: 0 }],
    [{ train: Number.NaN }],
  ])('refuses the ratios %j', (ratios) => {
    expect(() => splitClaims([], { ...policy, ratios: { ...ratios } as Record<string, number> })).toThrow(
      'add up to 1',
    );
  });

  test('refuses a threshold out of range', () => {
    expect(() => splitClaims([], { ...policy, nearDuplicate: 0 })).toThrow('above 0, up to 1');
  });
});
