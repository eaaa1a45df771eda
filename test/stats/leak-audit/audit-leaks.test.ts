import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditKind } from '../../../src/stats/leak-audit/audit-kinds.ts';
import { auditLeaks } from '../../../src/stats/leak-audit/audit-leaks.ts';
import type { AuditedClaim } from '../../../src/stats/leak-audit/audited-claim.ts';
import type { AuditFinding } from '../../../src/stats/leak-audit/leak-audit.ts';
import { overLeakBudgets } from '../../../src/stats/leak-audit/leak-budgets.ts';
import { leakageKinds, measureLeakage } from '../../../src/stats/leakage.ts';
import { claimKey } from '../../../src/text/normalise.ts';
import { runs } from '../../runs.ts';
import { claimsArbitrary } from '../../split/example-claims.ts';

/** A claim that shares nothing with others unless the test says so. */
const audited = (record: number, claim: string, rest: Partial<AuditedClaim> = {}): AuditedClaim => ({
  id: record,
  claim,
  label: 'SUPPORTS',
  evidence: [],
  split: 'train',
  file: 'claims.jsonl',
  line: record,
  record,
  isPair: false,
  ...rest,
});

const nearDuplicate = { threshold: 0.8 };
const countsOf = (claims: readonly AuditedClaim[], kinds: readonly AuditKind[]) => {
  const { figures } = auditLeaks(claims, { nearDuplicate });
  return kinds.map((kind) => figures[kind].count);
};
const pairsOf = (findings: readonly AuditFinding[]) =>
  findings.map(({ claims }) => claims.map(({ record }) => record));

describe('what splits share', () => {
  test('is what `measureLeakage` counts, and each two splits have their part of it', () => {
    const splitArbitrary = fc.array(fc.constantFrom('train', 'dev', 'test', undefined));
    fc.assert(
      fc.property(claimsArbitrary, splitArbitrary, (claims, splits) => {
        const all = claims.map(({ split: _, ...claim }, at) => ({
          ...audited(at, ''),
          ...claim,
          split: splits[at],
        }));
        const splitOf = new Map(claims.map(({ id }, at) => [id, splits[at]]));
        const expected = measureLeakage(claims, (id) => splitOf.get(id), { nearDuplicate: 0.7 });
        const { figures, between } = auditLeaks(all, { nearDuplicate: { threshold: 0.7 } });
        for (const kind of leakageKinds) {
          expect(figures[kind].count).toBe(expected[kind].count);
          expect(between.reduce((sum, { counts }) => sum + counts[kind], 0)).toBe(expected[kind].count);
          expect(figures[kind].findings.map(({ claims }) => claims.map(({ id }) => id))).toEqual(
            expected[kind].witnesses.map(({ claimIds }) => claimIds),
          );
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test('an article is shared where its evidence is not, a title that was made up is none', () => {
    const claims = [
      audited(1, 'one two three', { evidence: [['A b_sentence_0'], ['nli_sentence_0']] }),
      audited(2, 'four five six', { evidence: [['A b_sentence_1', 'nli_sentence_1']], split: 'dev' }),
    ];
    const { figures } = auditLeaks(claims, { nearDuplicate, madeTitles: new Set(['nli']) });
    expect(figures.sharedEvidence.count).toBe(0);
    expect(figures.sharedArticle.findings).toMatchObject([{ shared: 'A b', similarity: null }]);
  });

  test('splits come in the order of their claims, each two of them once', () => {
    const claims = ['dev', 'train', undefined, 'test', 'dev'].map((split, at) =>
      audited(at, 'same', { split }),
    );
    const audit = auditLeaks(claims, { nearDuplicate });
    expect(audit).toMatchObject({
      claims: 5,
      splits: [{ split: 'dev', claims: 2 }, { split: 'train' }, { split: 'test' }],
    });
    expect(audit.between.map(({ splits, counts }) => [...splits, counts.duplicates])).toEqual([
      ['dev', 'train', 1],
      ['dev', 'test', 1],
      ['train', 'test', 1],
    ]);
  });

  test('splits and labels are told apart whatever is in their names', () => {
    const claims = [
      audited(1, 'a b c d e', { split: 's', label: 't\0u' }),
      audited(2, 'a b c d e f', { split: 's\0t', label: 'u' }),
      audited(3, 'a b c d e g', { split: '__proto__', label: '__proto__' }),
    ];
    expect(countsOf(claims, ['nearDuplicates', 'nearContradictions'])).toEqual([2, 2]);
  });

  test('more splits than can be compared are refused', () => {
    const claims = Array.from({ length: 101 }, (_, at) => audited(at, 'same', { split: `s${at}` }));
    expect(() => auditLeaks(claims, { nearDuplicate })).toThrow('name 101 splits');
  });
});

describe('repetitions and contradictions', () => {
  const kinds = ['repeated', 'contradictions', 'nearContradictions'] as const;

  test.each<[string, AuditedClaim[], readonly number[]]>([
    ['the same claim in one split', [audited(1, 'a b c'), audited(2, 'A, b c.')], [1, 0, 0]],
    ['in two splits it is leakage', [audited(1, 'a b c'), audited(2, 'a b c', { split: 'dev' })], [0, 0, 0]],
    [
      'with another label in another split',
      [audited(1, 'a b c'), audited(2, 'a b c', { split: 'dev', label: 'REFUTES' })],
      [0, 1, 0],
    ],
    [
      'twice among the claims in no split, with another label',
      [audited(1, 'a b c', { split: undefined }), audited(2, 'a b c', { split: undefined, label: 'X' })],
      [1, 1, 0],
    ],
    [
      'a claim without a label contradicts nothing',
      [audited(1, 'a b c'), { ...audited(2, 'a b c'), label: undefined } as unknown as AuditedClaim],
      [1, 0, 0],
    ],
    [
      'nearly the same with another label',
      [audited(1, 'a b c d e'), audited(2, 'a b c d e f', { label: 'REFUTES' })],
      [0, 0, 1],
    ],
    ['nearly the same with the same label', [audited(1, 'a b c d e'), audited(2, 'a b c d e f')], [0, 0, 0]],
    [
      'other evidence is another question where claims are judged by it',
      ['SUPPORTS', 'REFUTES', 'SUPPORTS'].map((label, at) =>
        audited(at, 'a b c', { label, isPair: true, evidence: [[`E_sentence_${at}`]] }),
      ),
      [0, 0, 0],
    ],
    [
      'the same evidence is not',
      ['SUPPORTS', 'REFUTES'].map((label, at) =>
        audited(at, 'a b c', { label, isPair: true, evidence: [['E_sentence_0']] }),
      ),
      [1, 1, 0],
    ],
  ])('%s', (_, claims, expected) => {
    expect(countsOf(claims, kinds)).toEqual(expected);
  });

  test('texts are counted, and each further claim is a finding', () => {
    const labels = ['S', 'S', 'R', 'S', 'R'];
    const claims = labels.map((label, at) => audited(at, 'same', { label, split: at < 4 ? 'train' : 'dev' }));
    const told: AuditFinding[] = [];
    const { figures } = auditLeaks(claims, {
      nearDuplicate,
      maxFindings: 1,
      tell: (one) => void told.push(one),
    });
    expect(figures.repeated).toMatchObject({ count: 1, claims: 4, findings: { length: 1 } });
    expect(figures.contradictions).toMatchObject({ count: 1, claims: 5, findings: { length: 1 } });
    expect(pairsOf(told.filter(({ kind }) => kind === 'repeated'))).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(pairsOf(told.filter(({ kind }) => kind === 'contradictions'))).toEqual([
      [0, 2],
      [0, 4],
    ]);
  });

  test('among near-duplicates each question is looked up, not compared with every other', () => {
    const count = 200;
    let looks = 0;
    const claims = ['a b c d e', 'a b c d e f'].flatMap((claim, half) =>
      Array.from({ length: count }, (_, at) => ({
        ...audited(at, claim, { label: half === 0 ? 'S' : 'R', evidence: [[`E${half}_sentence_${at}`]] }),
        get isPair() {
          looks += 1;
          return true;
        },
      })),
    );
    expect(countsOf(claims, kinds)).toEqual([0, 0, 0]);
    expect(looks).toBeLessThan(10 * claims.length);
  });

  test('contradictions are told by comparing every claim with every other', () => {
    const claimsWith = fc.array(
      fc.record({
        claim: fc.constantFrom('a b c d e', 'A b c d e!', 'a b c d e f', 'x', 'y z'),
        label: fc.constantFrom('S', 'R', undefined),
        split: fc.constantFrom('train', 'dev', undefined),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(claimsWith, (parts) => {
        const claims = parts.map(({ label, ...part }, at) => {
          const { label: _, ...rest } = { ...audited(at, ''), ...part };
          return { ...rest, ...(label !== undefined && { label }) };
        });
        const { figures } = auditLeaks(claims, { nearDuplicate });
        const contradicted = new Set<string>();
        const near = new Set<string>();
        for (const a of claims) {
          for (const b of claims) {
            if (a.label === undefined || b.label === undefined || a.label === b.label) continue;
            const [one, other] = [claimKey(a.claim), claimKey(b.claim)];
            if (one === other) contradicted.add(one);
            else if (one.startsWith('a b') && other.startsWith('a b'))
              near.add([one, other].sort().join('|'));
          }
        }
        expect(figures.contradictions.count).toBe(contradicted.size);
        expect(figures.nearContradictions.count).toBe(near.size);
      }),
      { numRuns: runs(500) },
    );
  });
});

test('a budget is held by as many as it allows', () => {
  const audit = auditLeaks([audited(1, 'same'), audited(2, 'same')], { nearDuplicate });
  const none = {
    duplicates: 0,
    nearDuplicates: 0,
    sharedSource: 0,
    sharedEvidence: 0,
    sharedArticle: 0,
    repeated: 0,
    contradictions: 0,
    nearContradictions: 0,
  };
  expect(overLeakBudgets(audit, none)).toEqual([{ kind: 'repeated', count: 1, allowed: 0 }]);
  expect(overLeakBudgets(audit, { ...none, repeated: 1 })).toEqual([]);
  expect(overLeakBudgets(audit, { ...none, repeated: null })).toEqual([]);
});

test('an audit is the same as JSON', () => {
  const audit = auditLeaks([audited(1, 'a b c d e'), audited(2, 'a b c d e f', { split: 'dev' })], {
    nearDuplicate: { threshold: 0.8, minHash: { seed: 3 } },
  });
  expect(JSON.parse(JSON.stringify(audit))).toEqual(audit);
  expect(audit.nearDuplicate).toEqual({
    threshold: 0.8,
    shingles: { unit: 'words', n: 1 },
    minHash: { bands: 16, rows: 6, seed: 3 },
  });
  expect(audit.figures.nearDuplicates.findings).toMatchObject([{ similarity: 5 / 6, shared: 'a b c d e' }]);
});
