import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import type { PlacedClaim } from '../../src/stats/claim-change.ts';
import { type ClaimsDiff, diffClaims } from '../../src/stats/diff-claims.ts';
import { printClaimsDiff } from '../../src/stats/print-claims-diff.ts';
import { bumpOf, compareVersions, nextVersion } from '../../src/stats/version-bump.ts';

const base = (id: string | number, change: Record<string, unknown> = {}): OpenClaim => ({
  id,
  claim: `Claim ${id}.`,
  label: 'SUPPORTS',
  evidence: [['A_sentence_0', 'A_sentence_1'], ['A_sentence_2']],
  ...change,
});

const placed = (claims: readonly OpenClaim[], splits: Readonly<Record<string, string>> = {}): PlacedClaim[] =>
  claims.map((claim) => ({ claim, split: splits[String(claim.id)] }));

const compare = (before: readonly OpenClaim[], after: readonly OpenClaim[]): ClaimsDiff =>
  diffClaims(
    () => placed(before),
    () => placed(after),
  );

const bumped = (diff: ClaimsDiff) => {
  const { part, reasons } = bumpOf(diff);
  return [part, ...reasons.map(({ name, claims }) => `${claims} ${name}`)];
};

describe('one claim', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ['nothing', {}, {}, ['none']],
    ['the order of keys', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, ['patch']],
    ['the order of sets', {}, { evidence: [['A_sentence_2'], ['A_sentence_0', 'A_sentence_1']] }, ['patch']],
    [
      'the order of ids, and one twice',
      {},
      { evidence: [['A_sentence_1', 'A_sentence_0', 'A_sentence_1'], ['A_sentence_2']] },
      ['patch'],
    ],
    [
      'the normal form of an id',
      { evidence: [['Caf\u00e9_sentence_0']] },
      { evidence: [['Cafe\u0301_sentence_0']] },
      ['patch'],
    ],
    ['the label', {}, { label: 'REFUTES' }, ['major', '1 label changed']],
    ['a label that is none of the three', { label: 'DISPUTED' }, {}, ['major', '1 label changed']],
    ['the text', {}, { claim: 'Claim 1' }, ['major', '1 text changed']],
    [
      'another evidence set',
      {},
      { evidence: [['A_sentence_0', 'A_sentence_1'], ['A_sentence_2'], ['A_sentence_3']] },
      ['major', '1 evidence changed'],
    ],
    ['no evidence set', {}, { evidence: [] }, ['major', '1 evidence changed']],
    ['a challenge where there was none', {}, { challenge: 'Other' }, ['minor', '1 challenge added']],
    [
      'another challenge',
      { challenge: 'Other' },
      { challenge: 'Multi-hop Reasoning' },
      ['major', '1 challenge changed'],
    ],
    ['no mutation any more', { mutation: 'negate' }, {}, ['major', '1 mutation changed']],
    ['another source', { source: 'A' }, { source: 'B' }, ['major', '1 source changed']],
    ['another key', {}, { note: 'n' }, ['minor', '1 other keys added']],
    ['another value of a key', { note: 1 }, { note: '1' }, ['major', '1 other keys changed or removed']],
    ['a key less', { note: 1 }, {}, ['major', '1 other keys changed or removed']],
    [
      'the heavier of two decides',
      {},
      { note: 1, label: 'REFUTES', source: 'A' },
      ['major', '1 label changed'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(bumped(compare([base(1, before)], [base(1, after)]))).toEqual(expected);
  });

  test('a key named __proto__ is a key', () => {
    const hostile = JSON.parse('{"__proto__":{"a":1}}') as Record<string, unknown>;
    const withKey = Object.fromEntries([...Object.entries(base(1)), ...Object.entries(hostile)]) as OpenClaim;
    expect(compare([base(1)], [withKey]).changed).toMatchObject([{ keys: { added: ['__proto__'] } }]);
  });

  test('evidence is told by whole sets', () => {
    const { changed } = compare([base(1)], [base(1, { evidence: [['A_sentence_2'], ['A_sentence_0']] })]);
    expect(changed).toEqual([
      {
        id: 1,
        claim: 'Claim 1.',
        evidence: { added: [['A_sentence_0']], removed: [['A_sentence_0', 'A_sentence_1']] },
      },
    ]);
  });
});

describe('ids', () => {
  test('12 and "12" are one id, and normal forms of an id', () => {
    expect(bumped(compare([base(12)], [base('12')]))).toEqual(['patch']);
    const [one, other] = ['\u00e9', 'e\u0301'];
    const same = { claim: 'Claim.' };
    expect(bumped(compare([base(one, same)], [base(other, same)]))).toEqual(['patch']);
  });

  test('a claim that keeps its text under another id was renamed, whatever else changed', () => {
    const diff = compare([base(1), base(2)], [base(2), base(3, { claim: 'Claim 1.', label: 'REFUTES' })]);
    expect(diff).toMatchObject({ added: [], removed: [] });
    expect(diff.changed).toMatchObject([
      { id: 3, formerId: 1, label: { before: 'SUPPORTS', after: 'REFUTES' } },
    ]);
    expect(bumped(diff)).toEqual(['major', '1 label changed', '1 renamed']);
  });

  test('of several claims with one text those are renamed that say all the same', () => {
    const text = { claim: 'The same.' };
    const before = [base(1, { ...text, label: 'REFUTES' }), base(2, text), base(3, text)];
    const after = [base(12, text), base(13, text), base(14, { ...text, evidence: [] })];
    const { changed, added, removed } = compare(before, after);
    expect(changed).toEqual([
      { id: 12, formerId: 2, claim: 'The same.' },
      { id: 13, formerId: 3, claim: 'The same.' },
    ]);
    expect(added.map(({ id }) => id)).toEqual([14]);
    expect(removed.map(({ id }) => id)).toEqual([1]);
  });

  test('a text that stood under an id which is still there is a new claim', () => {
    const { changed, added } = compare([base(1)], [base(1), base(2, { claim: 'Claim 1.' })]);
    expect({ changed, added: added.map(({ id }) => id) }).toEqual({ changed: [], added: [2] });
  });

  test('of a repeated id the first claim counts, and the id is told', () => {
    const diff = compare([base(1), base(1, { label: 'REFUTES' })], [base(1), base(2), base('2')]);
    expect(diff).toMatchObject({
      before: 1,
      after: 2,
      changed: [],
      repeated: { before: [1], after: ['2'] },
      removed: [],
    });
    expect(diff.added.map(({ id }) => id)).toEqual([2]);
  });
});

describe('splits', () => {
  const claims = [base(1), base(2), base(3)];
  const between = (before: Record<string, string>, after: Record<string, string>) =>
    diffClaims(
      () => placed(claims, before),
      () => placed(claims, after),
    );

  test('a claim that moved is told', () => {
    const diff = between({ 1: 'train', 2: 'dev', 3: 'dev' }, { 1: 'train', 2: 'train', 3: 'dev' });
    expect(diff.changed).toEqual([{ id: 2, claim: 'Claim 2.', split: { before: 'dev', after: 'train' } }]);
    expect(bumped(diff)).toEqual(['major', '1 moved between splits']);
  });

  test('a claim that one of the versions has in no split yet did not move', () => {
    const diff = between({ 1: 'train', 2: 'dev' }, { 1: 'train', 3: 'dev' });
    expect({ changed: diff.changed, comparesSplits: diff.comparesSplits }).toEqual({
      changed: [],
      comparesSplits: true,
    });
    expect(between({}, { 1: 'train' }).comparesSplits).toBe(false);
  });
});

const arbitraryClaims = fc.uniqueArray(
  fc.record({
    id: fc.oneof(fc.nat(30), fc.constantFrom('a', '__proto__', 'constructor', '\ud800')),
    claim: fc.constantFrom('One.', 'Two.', 'Three.', '<b>'),
    label: fc.constantFrom('SUPPORTS', 'REFUTES', 'DISPUTED'),
    evidence: fc.array(fc.array(fc.constantFrom('A_0', 'A_1', 'B'), { minLength: 1, maxLength: 3 }), {
      maxLength: 3,
    }),
  }),
  { selector: ({ id }) => String(id), maxLength: 12 },
) as fc.Arbitrary<OpenClaim[]>;

describe('any claims', () => {
  test('a version does not differ from itself', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        expect(bumpOf(compare(claims, claims)).part).toBe('none');
      }),
    );
  });

  test('order says nothing', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        const turned = claims
          .map((claim) => ({
            ...claim,
            evidence: claim.evidence.map((set) => set.toReversed()).toReversed(),
          }))
          .reverse();
        expect(['none', 'patch']).toContain(bumpOf(compare(claims, turned)).part);
      }),
    );
  });

  test('every claim of both versions is accounted for, and turning them round swaps added and removed', () => {
    fc.assert(
      fc.property(arbitraryClaims, arbitraryClaims, (before, after) => {
        const there = compare(before, after);
        const back = compare(after, before);
        expect(there.before - there.removed.length + there.added.length).toBe(there.after);
        expect(back.added.length).toBe(there.removed.length);
        expect(back.changed.length).toBe(there.changed.length);
        const gone = new Set(after.map(({ id }) => String(id)));
        const left = before.filter(({ id }) => !gone.has(String(id))).map(({ id }) => id);
        const told = [...there.removed, ...there.changed.flatMap((change) => change.formerId ?? [])];
        const ids = told.map((one) => (typeof one === 'object' ? one.id : one));
        expect(ids.sort()).toEqual([...left].sort());
      }),
    );
  });
});

test('Markdown shows each kind, what users wrote in code spans, and says how many more there are', () => {
  const before = [base(1, { claim: 'Old `code`.' }), base(2), base(3), base(4, { source: 'X' })];
  const after = [
    base(1, { claim: '<img src=x> | \u001b[31m', label: 'REFUTES' }),
    base(2, { label: 'NOT ENOUGH INFO' }),
    base(4, { source: 'Y', note: true }),
    base('new'),
  ];
  expect([...printClaimsDiff(compare(before, after), 1)].join('')).toMatchInlineSnapshot(`
    "**label changed** (2)

    - \`1\`: \`SUPPORTS\` → \`REFUTES\`: \`<img src=x> | \\u{1b}[31m\`
    - and 1 more

    **text changed** (1)

    - \`1\`: \`\` Old \`code\`. \`\` → \`<img src=x> | \\u{1b}[31m\`

    **source changed** (1)

    - \`4\`: \`X\` → \`Y\`

    **other keys added** (1)

    - \`4\`: \`note\`

    **removed** (1)

    - \`3\` (\`SUPPORTS\`): \`Claim 3.\`

    **added** (1)

    - \`new\` (\`SUPPORTS\`): \`Claim new.\`

    "
  `);
  expect([...printClaimsDiff(compare(before, before), 9)]).toEqual([]);
});

test.each([
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'patch', '1.2.4'],
  ['1.2.3', 'none', '1.2.3'],
  ['0.1.0', 'major', '1.0.0'],
] as const)('after %s a %s change makes %s', (version, part, next) => {
  expect(nextVersion(version, part)).toBe(next);
  expect(Math.sign(compareVersions(next, version))).toBe(part === 'none' ? 0 : 1);
});

test('versions are compared by numbers', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
  expect(compareVersions('0.9.0', '1.0.0')).toBeLessThan(0);
});
