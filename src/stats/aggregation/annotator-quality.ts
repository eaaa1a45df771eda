import { takeMajority } from './majority.ts';
import { countLabels, type Ratings } from './ratings.ts';

/** How often a rater says what most others say. */
export interface RaterQuality {
  /** Items that others rated as well, the only ones that count. */
  readonly items: number;
  /** On how many of them the rater gives the label that most others give; a part of one where others tie. */
  readonly agreed: number;
  /** `agreed / items`, drawn towards the mean of all raters; `null` where nobody rated what others did. */
  readonly quality: number | null;
}

/** Of how many items the mean of all raters is worth: a rater with as many is judged half by them, half by the mean. */
const itemsOfMean = 10;

/**
 * The quality of each rater, in their order: agreement with the consensus of all others, which the rater has no part in. Where others
 * tie between labels, a rater who gives one of them agrees by one over their number. Of several ratings of an item by one rater the
 * last counts. Few items say little: the agreement is shrunk towards the mean, as if ten more items had agreed as often as those of
 * all raters do.
 *
 * It is agreement and no proof: who is right against a wrong majority has a low one.
 *
 * @see Goh et al. 2022, CROWDLAB, for leaving out the rater's own label from the consensus; without its model.
 */
export function measureRaterQuality(ratings: Ratings): readonly RaterQuality[] {
  const items = new Array<number>(ratings.raters).fill(0);
  const agreed = new Array<number>(ratings.raters).fill(0);
  for (const item of ratings.items) {
    const last = new Map(item.map((rating) => [rating.rater, rating]));
    if (last.size < 2) continue;
    const counts = countLabels([...last.values()], ratings.labels);
    for (const { rater, label } of last.values()) {
      const { winners } = takeMajority(counts.map((count, other) => (other === label ? count - 1 : count)));
      items[rater] = (items[rater] ?? 0) + 1;
      if (winners.includes(label)) agreed[rater] = (agreed[rater] ?? 0) + 1 / winners.length;
    }
  }
  const [allItems, allAgreed] = [items, agreed].map((list) => list.reduce((sum, value) => sum + value, 0));
  const mean = allItems === 0 ? null : (allAgreed ?? 0) / (allItems ?? 0);
  return items.map((count, rater) => ({
    items: count,
    agreed: agreed[rater] ?? 0,
    quality: mean === null ? null : ((agreed[rater] ?? 0) + itemsOfMean * mean) / (count + itemsOfMean),
  }));
}
