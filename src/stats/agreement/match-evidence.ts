import type { CitedEvidence } from './cited-evidence.ts';

/** How the evidence of two annotators of a claim compares, set by set. */
export interface EvidenceMatch {
  /** Whether a set of the one is a set of the other. */
  readonly isStrict: boolean;
  /** Whether a set of the one contains a set of the other. */
  readonly isLenient: boolean;
  /** Mean, both ways, of the F1 of each set with the set of the other that is most like it; from 0 to 1. */
  readonly bestMatch: number;
}

/** Compares the evidence of two who both cite some. Only sets with an id in common are compared with each other. */
export function matchEvidence(one: CitedEvidence, other: CitedEvidence): EvidenceMatch {
  const sets = [...other.sets.values()];
  const withId = new Map<string, number[]>();
  for (const [at, set] of sets.entries()) {
    for (const id of set) {
      const places = withId.get(id);
      if (places === undefined) withId.set(id, [at]);
      else places.push(at);
    }
  }
  const bestOfOther = new Float64Array(sets.length);
  let isLenient = false;
  let sum = 0;
  for (const set of one.sets.values()) {
    const shared = new Map<number, number>();
    for (const id of set) for (const at of withId.get(id) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    let best = 0;
    for (const [at, both] of shared) {
      const size = sets[at]?.size ?? 0;
      const f1 = (2 * both) / (set.size + size);
      isLenient ||= both === set.size || both === size;
      best = Math.max(best, f1);
      bestOfOther[at] = Math.max(bestOfOther[at] ?? 0, f1);
    }
    sum += best;
  }
  const back = bestOfOther.reduce((total, best) => total + best, 0);
  return {
    isStrict: [...one.sets.keys()].some((key) => other.sets.has(key)),
    isLenient,
    bestMatch: (sum / one.sets.size + back / sets.length) / 2,
  };
}
