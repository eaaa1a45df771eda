import type { Claim } from '../claims/claim.ts';
import { labels } from '../claims/label.ts';
import type { StratumKind } from '../claims/stratum-kind.ts';
import { parseEvidenceId } from '../corpus/evidence-id.ts';
import { evidenceSourceOf } from '../stats/counts.ts';
import { toNfc } from '../text/normalise.ts';

/** A value of an attribute. */
export interface Stratum {
  readonly attribute: StratumKind;
  readonly value: string;
}

/** The values that splits are to have in equal shares. */
export interface Strata {
  readonly values: readonly Stratum[];
  /** How much each value counts; an attribute with more than three values counts as much as one with three. */
  readonly weights: readonly number[];
  /** By position of the claim, its values as positions in `values`, ascending. */
  readonly ofClaims: readonly (readonly number[])[];
}

/** Of an attribute with more values the commonest are kept apart, all others count as one. */
const maxValues = 100;
/** What stands for the values beyond, and for a claim that has none. */
const [others, none] = ['(others)', '(none)'];

/**
 * The values of attributes, in the order of the attributes; labels in their order, whether claims have them or not, others by value.
 * Every claim has one value of each attribute, but of articles all whose evidence it cites.
 */
export function findStrata(claims: readonly Claim[], attributes: readonly StratumKind[]): Strata {
  const values: Stratum[] = [];
  const weights: number[] = [];
  const ofClaims: number[][] = claims.map(() => []);
  for (const attribute of attributes) {
    const own = claims.map((claim) => valuesOf(claim, attribute));
    const kept = attribute === 'label' ? [...labels] : commonest(own);
    const positions = new Map(kept.map((value, at) => [value, values.length + at]));
    const otherAt = positions.get(others) ?? 0;
    for (const [at, names] of own.entries()) {
      const columns = new Set(names.map((name) => positions.get(name) ?? otherAt));
      ofClaims[at]?.push(...[...columns].sort((a, b) => a - b));
    }
    for (const value of kept) {
      values.push({ attribute, value });
      weights.push(Math.min(1, labels.length / kept.length));
    }
  }
  return { values, weights, ofClaims };
}

function valuesOf(claim: Claim, attribute: StratumKind): readonly string[] {
  switch (attribute) {
    case 'label':
      return [claim.label];
    case 'challenge':
      return [claim.challenge ?? none];
    case 'mutation':
      return [claim.mutation ?? none];
    case 'evidence':
      return [evidenceSourceOf(claim.evidence)];
    case 'article': {
      const titles = new Set(claim.evidence.flat().map((id) => parseEvidenceId(toNfc(id))?.title ?? none));
      return titles.size === 0 ? [none] : [...titles];
    }
  }
}

function commonest(own: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const name of own.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts.keys()].sort(byCode);
  if (all.length <= maxValues) return all;
  const kept = all.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, maxValues - 1);
  return [...new Set([...kept.sort(byCode), others])];
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
