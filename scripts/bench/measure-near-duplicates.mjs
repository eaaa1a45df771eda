import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { generateVariants, writeLines } from './generate-claims.mjs';
import { compare, runCase, runRounds, summarise } from './round-robin.mjs';

const threshold = '0.8';
/** Claims of which each is compared with every other. */
const checked = 10_000;

/**
 * What looking for near-duplicate claims costs, start and reading included, against our own MinHash and a prefix-filtered join in Python's
 * standard library (`CLAIMSET_PYTHON`, else `python3`; its row is left out where there is none). First that all find what comparing each
 * claim with every other finds. With few claims the start of the programs weighs most: the small tier only holds what was reached.
 */
export function measureNearDuplicates({ folder, caseFile, rounds: asked, isLarge, row }) {
  const most = isLarge ? 185_000 : 46_000;
  const rounds = Math.min(asked, 3);
  const python = process.env.CLAIMSET_PYTHON ?? 'python3';
  const hasPython = spawnSync(python, ['--version']).status === 0;
  const fileOf = (count) => path.join(folder, `variants-${count}.jsonl`);
  const sizes = [most / 4, most].map(Math.round);
  for (const count of [checked, ...sizes]) {
    const claims = generateVariants(count);
    writeLines(fileOf(count), numbered(claims));
  }
  const ours = (count, method) => ({
    name: method,
    args: [caseFile('near-duplicates'), fileOf(count), threshold, method],
  });
  const theirs = (count) => ({
    name: 'near-duplicates.py',
    program: python,
    args: [caseFile('near-duplicates').replace(/\.mjs$/, '.py'), fileOf(count), threshold],
  });

  const same = (one, others) => {
    for (const other of others) {
      if (one.digest !== other.digest)
        throw new Error(`Near-duplicates: ${one.pairs} pairs, and ${other.pairs} by another program.`);
    }
    return one;
  };
  const resultOf = (one) => runCase(one).result;
  const few = hasPython ? [resultOf(theirs(checked))] : [];
  same(resultOf(ours(checked, 'compared')), [resultOf(ours(checked, 'exact')), ...few]);
  const many = hasPython ? [resultOf(theirs(most))] : [];
  const exact = same(resultOf(ours(most, 'exact')), many);
  const recall = resultOf(ours(most, 'min-hash')).pairs / exact.pairs;

  const [mine, minHash, joined] = runRounds(
    [ours(most, 'exact'), ours(most, 'min-hash'), ...(hasPython ? [theirs(most)] : [])],
    rounds,
  );
  const seconds = runRounds(
    sizes.map((count) => ours(count, 'exact')),
    rounds,
  ).map(({ results }) => summarise(results.map((result) => result.seconds)).min);
  const name = `near-duplicates of ${most} claims`;
  return [
    ...(joined === undefined
      ? []
      : [row(`${name}, speed of a Python join = 1`, compare(mine, joined), { atLeast: isLarge ? 4 : 2 })]),
    row(`${name}, speed of MinHash 16x6 = 1`, compare(mine, minHash), { atLeast: isLarge ? 2 : 1.5 }),
    row(`${name}, share that MinHash finds`, only(recall), { atLeast: 0.99 }),
    row(`${name}, peak memory in MiB`, summarise(mine.results.map(({ peakMiB }) => peakMiB)), {
      atMost: 300,
    }),
    row(
      `${name}, exponent of growth over the last fourfold`,
      only(Math.log(seconds[1] / seconds[0]) / Math.log(4)),
      {
        atMost: 1.45,
      },
    ),
  ];
}

function* numbered(claims) {
  let id = 0;
  for (const claim of claims) yield JSON.stringify({ id: ++id, claim });
}

function only(value) {
  return { median: value, min: value, max: value };
}
