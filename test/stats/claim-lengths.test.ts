import { expect, test } from 'vitest';
import { measureClaimLengths } from '../../src/stats/claim-lengths.ts';

const claim = (words: number, label: string) => ({
  claim: { id: words, claim: `${'word '.repeat(words)}.`, label, evidence: [] },
  split: undefined,
});

test('quartiles are those of NumPy, bins hold every claim', () => {
  const lengths = measureClaimLengths([
    claim(3, 'SUPPORTS'),
    claim(4, 'SUPPORTS'),
    claim(6, 'SUPPORTS'),
    claim(10, 'SUPPORTS'),
    claim(5, 'REFUTES'),
  ]);
  // numpy.quantile([3, 4, 6, 10], [.25, .5, .75])
  expect(lengths.labels[0]).toMatchObject({
    name: 'SUPPORTS',
    claims: 4,
    min: 3,
    lowerQuartile: 3.75,
    median: 5,
    mean: 5.75,
    upperQuartile: 7,
    max: 10,
  });
  expect(lengths.bins.map(({ from, to }) => [from, to])).toEqual(
    [3, 4, 5, 6, 7, 8, 9, 10].map((at) => [at, at]),
  );
  expect(lengths.all.counts).toEqual([1, 1, 1, 1, 0, 0, 0, 1]);
});

test('one claim that is much longer is in the last bin, and does not stretch all others', () => {
  const many = Array.from({ length: 999 }, (_, at) => claim(4 + (at % 10), 'SUPPORTS'));
  const { bins, all } = measureClaimLengths([...many, claim(4000, 'SUPPORTS')]);
  expect(bins.length).toBe(10);
  expect(bins.at(-1)).toEqual({ from: 13, to: 4000 });
  expect(all.counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
});
