import type { Rating, Ratings } from '../../../src/stats/aggregation/ratings.ts';
import { createRng } from '../../../src/text/rng.ts';

/** Ratings of items with known labels. */
export interface PlantedRatings extends Ratings {
  /** The true label of each item. */
  readonly truth: readonly number[];
}

/** Items whose raters say the truth with a probability of their own, and any label otherwise; `missing` of the ratings are not given. */
export function plantRatings(
  rightOften: readonly number[],
  options: {
    readonly items: number;
    readonly labels: number;
    readonly missing: number;
    readonly seed: number;
  },
): PlantedRatings {
  const rng = createRng(options.seed);
  const anyLabel = () => Math.floor(rng() * options.labels);
  const truth = Array.from({ length: options.items }, anyLabel);
  const items = truth.map((label) =>
    rightOften.flatMap((often, rater): Rating[] => {
      const given = rng() < often ? label : anyLabel();
      return rng() < options.missing ? [] : [{ rater, label: given }];
    }),
  );
  return { labels: options.labels, raters: rightOften.length, items, truth };
}

/** The same ratings with label `n` called `names[n]`. */
export function relabel(ratings: Ratings, names: readonly number[]): Ratings {
  return {
    ...ratings,
    items: ratings.items.map((item) =>
      item.map(({ rater, label }) => ({ rater, label: names[label] ?? label })),
    ),
  };
}
