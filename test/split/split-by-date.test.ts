import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDateProblems } from '../../src/split/date-problems.ts';
import type { SplitPolicy } from '../../src/split/policy.ts';
import { splitClaims } from '../../src/split/split-claims.ts';
import { updateSplitLock } from '../../src/split/split-lock.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, exampleClaim } from './example-claims.ts';

const policy: SplitPolicy = {
  ratios: { train: 0.6, dev: 0.2, test: 0.2 },
  seed: 0,
  nearDuplicate: 0.8,
  date: 'published',
};
const day = (number: number) => `2024-01-${String(number).padStart(2, '0')}`;

const datedArbitrary = claimsArbitrary.chain((claims) =>
  fc
    .array(fc.integer({ min: 1, max: 31 }), { minLength: claims.length, maxLength: claims.length })
    .map((days) => claims.map((claim, at) => ({ ...claim, published: day(days[at] ?? 1) }))),
);

test('no group is later than one of a later split, also when claims are added to a lock', () => {
  fc.assert(
    fc.property(datedArbitrary, fc.nat(25), (claims, earlier) => {
      const names = Object.keys(policy.ratios);
      const dateOf = new Map(claims.map(({ id, published }) => [id, published]));
      const check = ({ components }: ReturnType<typeof splitClaims>) => {
        const dated = components.map(({ claimIds, splits }) => ({
          split: names.indexOf(splits[0] ?? ''),
          latest:
            claimIds
              .map((id) => dateOf.get(id) ?? '')
              .sort()
              .at(-1) ?? '',
          isParted: splits.length > 1,
        }));
        if (dated.some(({ isParted }) => isParted)) return;
        for (const one of dated) {
          for (const other of dated)
            if (one.split < other.split) expect(one.latest <= other.latest).toBe(true);
        }
      };
      check(splitClaims(claims, policy));
      // Without links, no claim that is added can part what is locked.
      const single = claims.map(({ source: _, ...claim }, at) => ({
        ...claim,
        evidence: [],
        claim: `v${at}a`,
      }));
      const first = splitClaims(single.slice(0, earlier), policy);
      const lock = updateSplitLock(undefined, policy, first.assignments);
      const added = splitClaims(single, policy, lock);
      check(added);
      for (const [id, split] of lock.splits) expect(added.assignments.get(id)).toBe(split);
    }),
    { numRuns: runs(300) },
  );
});

test('the earliest claims are in the first split, and each split tells its dates', () => {
  const claims = Array.from({ length: 10 }, (_, at) =>
    exampleClaim(at, [], { published: day(((at * 7) % 10) + 1) }),
  );
  const { splits, problems } = splitClaims(claims, policy);
  expect(splits.map(({ claims: size, dates }) => [size, dates?.first, dates?.last, dates?.undated])).toEqual([
    [6, day(1), day(6), 0],
    [2, day(7), day(8), 0],
    [2, day(9), day(10), 0],
  ]);
  expect(problems).toEqual([]);
});

test('later claims go behind what is locked: train gets none that is later than dev', () => {
  const claims = Array.from({ length: 20 }, (_, at) => exampleClaim(at, [], { published: day(at + 1) }));
  const lock = updateSplitLock(undefined, policy, splitClaims(claims.slice(0, 10), policy).assignments);
  const { assignments, problems } = splitClaims(claims, policy, lock);
  expect([...assignments.values()].slice(10)).toEqual(Array(10).fill('test'));
  expect(problems.map(({ kind }) => kind)).toEqual(['ratios-missed']);
});

test('what has no date, and groups that span the cut, are told', () => {
  const claims = [
    exampleClaim('a', [], { published: day(1) }),
    exampleClaim('b', ['X'], { published: day(2) }),
    exampleClaim('c', [], { published: day(3) }),
    exampleClaim('d', [], { published: day(4) }),
    exampleClaim('e', ['X'], { published: day(9) }),
    exampleClaim('f'),
    exampleClaim('g', [], { published: 'May 2024' }),
    exampleClaim('h', [], { published: day(5) }),
  ];
  const { problems, assignments } = splitClaims(claims, { ...policy, ratios: { train: 0.75, dev: 0.25 } });
  expect(
    problems
      .map(({ kind, severity, message, help }) => `${severity} ${kind}\n${message}\n${help}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "warning undated
    1 claim has no \`published\` (\`f\`); 1 claim has a \`published\` that is no date, such as "May 2024" (\`g\`).
    Write 2024, 2024-05, 2024-05-31 or 2024-05-31T12:00:00Z. Claims without a date go with what they hang together with, else into the first split, \`train\`.
    warning dates-overlap
    1 claim in \`dev\` is earlier than the latest claim of \`train\`: 1 group spans the cut (\`b\`).
    Claims that hang together go by the latest of them. Nothing can be done but to leave the early ones out, or to group by less in split.groupBy."
  `);
  expect([...assignments].filter(([, split]) => split === 'dev').map(([id]) => id)).toEqual(['b', 'e']);
});

test('a lock that is at odds with the dates is told', () => {
  const claims = [
    exampleClaim('late', [], { published: day(20), split: 'train' }),
    exampleClaim('early', [], { published: day(2), split: 'dev' }),
  ];
  const { problems } = splitClaims(claims, { ...policy, ratios: { train: 0.5, dev: 0.5 } });
  expect(problems.map(({ kind, message }) => `${kind}: ${message}`)).toMatchInlineSnapshot(`
    [
      "dates-overlap: 1 claim in \`dev\` is earlier than the latest claim of \`train\`, with all that hangs together with it (\`early\`).",
    ]
  `);
});

test('dates and strata are refused together', () => {
  expect(() => splitClaims([], { ...policy, stratifyBy: ['label', 'challenge'] })).toThrow(
    'by date or by strata, not by both',
  );
});

test('a group of more claims than a call takes arguments is told like any other', () => {
  const claims = Array(200_000).fill(exampleClaim('a'));
  const members = [...claims.keys()];
  const times = members.map((at) => (at < 2 ? 9 : 1));
  const component = { claims: members, links: [], leastId: 'a', home: undefined, parted: true };
  const problems = findDateProblems({
    claims,
    components: [component],
    key: 'published',
    dates: { times, missing: [], bad: [] },
    splitOf: members.map((at) => (at === 0 ? 'train' : 'dev')),
    names: ['train', 'dev'],
  });
  expect([...problems].map(({ kind, claimIds }) => [kind, claimIds.length])).toEqual([
    ['dates-overlap', 199_998],
  ]);
});

test('splits by date are not called by numbers, which would stand before all other names', () => {
  expect(() => splitClaims([], { ...policy, ratios: { train: 0.5, 2024: 0.5 } })).toThrow(
    'call `2024` otherwise',
  );
});
