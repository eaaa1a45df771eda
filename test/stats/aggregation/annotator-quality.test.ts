import { expect, test } from 'vitest';
import { measureRaterQuality } from '../../../src/stats/aggregation/annotator-quality.ts';
import { takeMajority } from '../../../src/stats/aggregation/majority.ts';
import type { Ratings } from '../../../src/stats/aggregation/ratings.ts';
import { plantRatings } from './random-ratings.ts';

test.each([
  [[3, 1, 0], { winners: [0], share: 0.75 }],
  [[2, 2, 0], { winners: [0, 1], share: 0.5 }],
  [[0, 0, 0], { winners: [], share: 0 }],
])('the majority of %j', (counts, majority) => {
  expect(takeMajority(counts)).toEqual(majority);
});

/** Each item is the label of rater 0, 1, …; a dot is none. */
function ratingsOf(...items: readonly string[]): Ratings {
  return {
    labels: 3,
    raters: Math.max(...items.map((item) => item.length)),
    items: items.map((item) =>
      [...item].flatMap((label, rater) => (label === '.' ? [] : [{ rater, label: Number(label) }])),
    ),
  };
}

test('agreement with the others only, ties shared, and shrunk by ten items of the mean', () => {
  // Rater 0: with 1 and 2 who say 0; with 1 and 2 who tie between 0 and 1; with 1 who says 2; alone.
  const [first, second, third] = measureRaterQuality(ratingsOf('000', '001', '12.', '0..'));
  expect(first).toMatchObject({ items: 3, agreed: 1.5 });
  expect(second).toMatchObject({ items: 3, agreed: 1.5 });
  expect(third).toMatchObject({ items: 2, agreed: 1 });
  expect(first?.quality).toBeCloseTo((1.5 + 10 * 0.5) / 13, 12);
  expect(third?.quality).toBeCloseTo((1 + 10 * 0.5) / 12, 12);
});

test('nobody to agree with is no quality', () => {
  expect(measureRaterQuality(ratingsOf('0.', '.1'))).toEqual([
    { items: 0, agreed: 0, quality: null },
    { items: 0, agreed: 0, quality: null },
  ]);
});

test('a rater of one item is near the mean, and a planted spammer is the lowest', () => {
  const ratings = plantRatings([0.9, 0.85, 0, 0.8], { items: 100, labels: 3, missing: 0.2, seed: 8 });
  const items = ratings.items.map((item, at) => (at === 0 ? [...item, { rater: 4, label: 2 }] : item));
  const quality = measureRaterQuality({ ...ratings, raters: 5, items }).map((rater) => rater.quality ?? 0);
  expect(quality.indexOf(Math.min(...quality))).toBe(2);
  expect(Math.abs((quality[4] ?? 0) - 0.6)).toBeLessThan(0.15);
});
