import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitThreshold, type Threshold } from '../../src/stats/fit-threshold.ts';

const rightOf = ({ below, above }: Threshold): number => Math.max(0, ...below) + Math.max(0, ...above);

test.each([
  [
    'apart',
    [
      [0.1, 0],
      [0.2, 0],
      [0.8, 1],
      [0.9, 1],
    ],
    { least: 0.8, below: [2, 0], above: [0, 2] },
  ],
  [
    'one category',
    [
      [0.1, 1],
      [0.9, 1],
    ],
    { least: -Infinity, below: [0, 0], above: [0, 2] },
  ],
  [
    'equal values are not parted',
    [
      [0.5, 0],
      [0.5, 1],
    ],
    { least: -Infinity, below: [0, 0], above: [1, 1] },
  ],
  ['nothing', [], { least: -Infinity, below: [0, 0], above: [0, 0] }],
] as [string, [number, number][], Threshold][])('%s', (_name, examples, expected) => {
  expect(fitThreshold(examples, 2)).toEqual(expected);
});

test('no other threshold guesses more', () => {
  const example = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(example, { maxLength: 20 }), (examples) => {
      const found = fitThreshold(examples, 3);
      const countsOf = (some: readonly [number, number][]): number[] =>
        [0, 1, 2].map((category) => some.filter(([, other]) => other === category).length);
      const at = (least: number): Threshold => ({
        least,
        below: countsOf(examples.filter(([value]) => value < least)),
        above: countsOf(examples.filter(([value]) => value >= least)),
      });
      expect(found).toEqual(at(found.least));
      for (const [value] of examples) expect(rightOf(at(value))).toBeLessThanOrEqual(rightOf(found));
    }),
  );
});
