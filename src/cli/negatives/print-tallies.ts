import type { NegativeSampler } from '../../claims/negatives.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import type { SamplerTally } from '../../retrieve/negatives/sample-negatives.ts';

/** Adds up what became of the samplers, claim by claim. */
export class TallySums {
  readonly #sums = new Map<NegativeSampler, Record<'taken' | 'gold' | 'near' | 'missing', number>>();
  /** Claims with at least one negative, and those with none. */
  readonly claims = { some: 0, none: 0 };

  add(tallies: readonly SamplerTally[]): void {
    for (const { sampler, taken, gold, near, missing } of tallies) {
      const sum = this.#sums.get(sampler) ?? { taken: 0, gold: 0, near: 0, missing: 0 };
      this.#sums.set(sampler, {
        taken: sum.taken + taken,
        gold: sum.gold + gold,
        near: sum.near + near,
        missing: sum.missing + missing,
      });
    }
    this.claims[tallies.some(({ taken }) => taken > 0) ? 'some' : 'none'] += 1;
  }

  /** A line for each sampler: what was taken, what was passed over and why, what was not found. */
  *lines(): Generator<string> {
    for (const [sampler, { taken, gold, near, missing }] of this.#sums) {
      const parts = [
        `${formatNumber(taken)} taken`,
        ...(gold > 0 ? [`${formatNumber(gold)} passed over as evidence of the claim`] : []),
        ...(near > 0 ? [`${formatNumber(near)} that say nearly the same as that, or as the claim`] : []),
        ...(missing > 0 ? [`${formatNumber(missing)} not found`] : []),
      ];
      yield `${sampler}: ${parts.join(', ')}\n`;
    }
    if (this.claims.none > 0) yield `${countWords(this.claims.none, 'claim')} without any: left out\n`;
  }
}
