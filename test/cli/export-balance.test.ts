import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { type CommandResult, runCommand, temporaryFolder } from './run-command.ts';
import { claimLine, lines, smallDataset } from './small-dataset.ts';

function claimsOf(text: string): Claim[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Claim);
}

function countLabels(claims: readonly Claim[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of claims) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

describe('claimset export --balance --reweight', () => {
  let result: CommandResult;
  let claims: Claim[];
  beforeAll(async () => {
    const file = join(temporaryFolder('suite'), 'train.jsonl');
    result = await runCommand([
      ...['export', '--format', 'jsonl', '--split', 'train', '--balance', 'labels', '--reweight'],
      ...['--seed', '3', '-o', file, '--verify'],
    ]);
    claims = claimsOf(readFileSync(file, 'utf8'));
  });

  test('writes as many claims of each label, each with a weight, and what was written reads back equal', () => {
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toContain('verified: read back equal\n');
    const [first, ...others] = Object.values(countLabels(claims));
    expect(first).toBeGreaterThan(10);
    expect(others).toEqual([first, first]);
    const weights = claims.map((claim) => claim.weight as number);
    expect(weights.every((weight) => weight > 0 && Number(weight.toFixed(6)) === weight)).toBe(true);
    expect(weights.reduce((sum, weight) => sum + weight, 0) / weights.length).toBeCloseTo(1, 5);
  });

  test('says what was left out, and what words tell before and after', () => {
    const [balanced, weighted, title, ...table] = result.stderr.split('\n');
    expect(balanced).toMatch(
      /^balanced: kept (\d+) of \d+ claims: SUPPORTS \d+ of \d+, REFUTES \d+ of \d+, NOT ENOUGH INFO \d+ of \d+$/,
    );
    expect(weighted).toMatch(
      /^weighted \d+ claims, in `weight`: from 0\.\d+ to \d+\.\d+, 1 in the mean; means are as sure as those of \d+ claims of equal weight$/,
    );
    expect(title).toBe('what pairs of words told most, and tell after that:');
    expect(table.slice(0, 2).join('\n')).toMatch(/pair of words +label +×10⁶ +after +share +after/);
  });
});

test('--balance splits makes labels equal in each split and keeps the order of the claims', async () => {
  const { stdout, stderr } = await runCommand(['export', '--format', 'jsonl', '--balance', 'splits']);
  const all = claimsOf((await runCommand(['export', '--format', 'jsonl'])).stdout).map(({ id }) => id);
  const kept = claimsOf(stdout).map(({ id }) => id);
  expect(kept).toEqual(all.filter((id) => kept.includes(id)));
  expect(kept.length).toBeLessThan(all.length);
  for (const split of ['train', 'dev']) {
    const [, number = ''] = new RegExp(`^balanced ${split}: kept (\\d+) of`, 'm').exec(stderr) ?? [];
    expect(Number(number) % 3).toBe(0);
  }
});

test.each(['fever', 'chat', 'scifact'])('%s has no place for weights', async (format) => {
  const cwd = smallDataset({ 'claims/a.jsonl': lines(claimLine(1)) });
  const refused = await runCommand(['export', '--format', format, '--reweight'], { cwd });
  expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  expect(refused.stderr).toContain(`--reweight: ${format} has no place for \`weight\`.`);
});

test.each([
  [['--format', 'wiki-pages', '--reweight'], '--reweight is for claims: wiki-pages has none.'],
  [['--format', 'wiki-pages', '--balance', 'labels'], '--balance is for claims: wiki-pages has none.'],
  [['--format', 'jsonl', '--reweight', '--seed', '1'], '--seed changes nothing in jsonl'],
])('%j is wrong use', async (args, message) => {
  const { exitCode, stderr } = await runCommand(['export', ...args]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

describe('of a dataset of eight claims that support and four that refute', () => {
  const ids = Array.from({ length: 12 }, (_, at) => at);
  const labelOf = (id: number) => (id < 8 ? 'SUPPORTS' : 'REFUTES');
  const cwd = () =>
    smallDataset({
      'claims/a.jsonl': lines(...ids.map((id) => claimLine(id, { label: labelOf(id) }))),
      'claims/annotations/a.jsonl': lines(
        ...ids.map((claim) =>
          JSON.stringify({
            ...{ claim, annotator: 'ann', label: labelOf(claim), evidence: [['A town_sentence_0']] },
            at: '2024-05-01T10:00:00Z',
          }),
        ),
      ),
    });

  test('the card of a folder tells of the claims that are in it', async () => {
    const folder = cwd();
    const args = ['export', '--format', 'huggingface', '--balance', 'labels', '-o', 'hub'];
    expect(await runCommand(args, { cwd: folder })).toMatchObject({ exitCode: 0 });
    const card = readFileSync(join(folder, 'hub/README.md'), 'utf8');
    expect(card).toContain('1 annotator made 8 annotations of 8 of the 8 claims: 1 a claim.');
  });

  test('pairs of premise and hypothesis carry the weight of their claim, and read back with it', async () => {
    const folder = cwd();
    const args = ['export', '--format', 'nli', '--reweight', '--verify', '-o', 'pairs.jsonl'];
    const { exitCode, stderr } = await runCommand(args, { cwd: folder });
    expect({ exitCode, verified: stderr.includes('verified: read back equal\n') }).toEqual({
      exitCode: 0,
      verified: true,
    });
    const rows = claimsOf(readFileSync(join(folder, 'pairs.jsonl'), 'utf8'));
    expect(rows.map(({ weight }) => typeof weight)).toEqual(ids.map(() => 'number'));
    // Half as many refute: their weights are higher.
    expect(Math.min(...rows.slice(8).map(({ weight }) => weight as number))).toBeGreaterThan(
      Math.max(...rows.slice(0, 8).map(({ weight }) => weight as number)),
    );
  });
});
