import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Claim, claimSchema } from '../../src/claims/claim.ts';
import { labels } from '../../src/claims/label.ts';
import type { SplitPolicy } from '../../src/split/policy.ts';
import { type SplitResult, splitClaims } from '../../src/split/split-claims.ts';
import { updateSplitLock } from '../../src/split/split-lock.ts';
import { leakageKinds, measureLeakage } from '../../src/stats/leakage.ts';

const project = path.resolve(import.meta.dirname, '../..');
const feverFile = path.resolve(project, '../shared/data/fever/dev_first5000.jsonl');

const readLines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

function leaks(claims: readonly Claim[], splitOf: (id: Claim['id']) => string | undefined): number[] {
  const leakage = measureLeakage(claims, splitOf, { nearDuplicate: 0.8 });
  return leakageKinds.map((kind) => leakage[kind].count);
}

/** Furthest that the size of a split, or the share of a label in it, is from what it should be. */
function furthest(claims: readonly Claim[], { splits }: SplitResult): { size: number; label: number } {
  const shareOf = (label: string) => claims.filter((claim) => claim.label === label).length / claims.length;
  return {
    size: Math.max(...splits.map((split) => Math.abs(split.claims / claims.length - split.ratio))),
    label: Math.max(
      ...splits.flatMap((split) =>
        labels.map((label) => Math.abs(split.labels[label] / split.claims - shareOf(label))),
      ),
    ),
  };
}

describe('the claims of this repository', () => {
  const folder = path.join(project, 'claims');
  const claims = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readLines(path.join(folder, name)))
    .map((record) => claimSchema.safeParse(record))
    .flatMap(({ data }) => data ?? []);

  test.each<SplitPolicy>([
    { ratios: { train: 0.8, dev: 0.2 }, seed: 0, nearDuplicate: 0.8 },
    { ratios: { train: 0.7, dev: 0.15, test: 0.15 }, seed: 1, nearDuplicate: 0.8 },
  ])('are split by $ratios without a leak, and near the ratios', (policy) => {
    expect(claims.length).toBeGreaterThan(100);
    const result = splitClaims(claims, policy);
    expect(result.problems).toEqual([]);
    expect(leaks(claims, (id) => result.assignments.get(id))).toEqual([0, 0, 0, 0]);
    const { size, label } = furthest(claims, result);
    expect(size).toBeLessThan(0.01);
    expect(label).toBeLessThan(0.03);
  });
});

describe.skipIf(!existsSync(feverFile))(
  'FEVER, 5,000 claims of dev (skipped where the file is not there)',
  () => {
    /** FEVER's record, as far as it matters here: evidence is [annotation, evidence, page, line]. */
    interface FeverRecord {
      readonly id: number;
      readonly claim: string;
      readonly label: Claim['label'];
      readonly evidence: readonly (readonly [unknown, unknown, string | null, number][])[];
    }
    const read = (): Claim[] =>
      (readLines(feverFile) as FeverRecord[]).map(({ id, claim, label, evidence }) => ({
        id,
        claim,
        label,
        evidence: evidence
          .map((set) => set.flatMap(([, , page, line]) => (page === null ? [] : `${page}_sentence_${line}`)))
          .filter((set) => set.length > 0),
      }));
    const policy: SplitPolicy = { ratios: { train: 0.8, dev: 0.1, test: 0.1 }, seed: 0, nearDuplicate: 0.8 };

    test('is split without a leak, where a split by id leaks in hundreds', () => {
      const claims = read();
      const byId = leaks(claims, (id) => (Number(id) % 5 === 0 ? 'dev' : 'train'));
      expect(byId.map((count) => count > 0)).toEqual([true, true, false, true]);
      const result = splitClaims(claims, policy);
      expect(leaks(claims, (id) => result.assignments.get(id))).toEqual([0, 0, 0, 0]);
      expect(result.problems).toEqual([]);
      const { size, label } = furthest(claims, result);
      expect(size).toBeLessThan(0.001);
      expect(label).toBeLessThan(0.01);
    });

    test('keeps its first 1,000 claims where they were when 500 are added', () => {
      const claims = read().slice(0, 1500);
      const before = splitClaims(claims.slice(0, 1000), policy).assignments;
      const lock = updateSplitLock(undefined, policy, before);
      const { assignments, problems } = splitClaims(claims, policy, lock);
      for (const [id, split] of before) expect(assignments.get(id)).toBe(split);
      const leaked = leaks(claims, (id) => assignments.get(id)).some((count) => count > 0);
      expect(problems.some(({ kind }) => kind === 'parted-component')).toBe(leaked);
    });
  },
);
