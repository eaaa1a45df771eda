import type { Ratings } from './ratings.ts';

const leastItems = 20;
const leastRaters = 3;

/**
 * Why a model of raters is not to be trusted with such ratings: a sentence; `null` where nothing speaks against it. With few items or
 * raters it settles on any answer, and says that it is sure.
 */
export function cautionFor({ items }: Ratings): string | null {
  const rated = items.filter((item) => new Set(item.map(({ rater }) => rater)).size > 1);
  const raters = new Set(rated.flatMap((item) => item.map(({ rater }) => rater))).size;
  if (rated.length >= leastItems && raters >= leastRaters) return null;
  return `A model of annotators needs ${leastItems} claims with two annotations or more, and ${leastRaters} annotators of them; there are ${rated.length} and ${raters}. Do not trust what it says here: take the majority.`;
}
