import type { RepetitionKind } from './audit-kinds.ts';
import type { AuditedClaim } from './audited-claim.ts';

/** A text that is repeated in a split, or contradicted. Claims are named by their positions. */
export interface Repetition {
  readonly kind: Extract<RepetitionKind, 'repeated' | 'contradictions'>;
  /** How many claims say the text, in the split or with a label. */
  readonly claims: number;
  /** The first of them with each other one, for a contradiction with each that has another label. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** What claims with the same text do to one another: repetitions by split, then what is contradicted. */
export function* findRepetitions(
  copies: readonly number[],
  claims: readonly AuditedClaim[],
): Generator<Repetition> {
  for (const same of groupBy(copies, (at) => questionOf(claims[at] as AuditedClaim)).values()) {
    if (same.length < 2) continue;
    for (const [split, [first = 0, ...others]] of groupBy(same, (at) => claims[at]?.split)) {
      if (split === undefined || others.length === 0) continue;
      yield { kind: 'repeated', claims: others.length + 1, pairs: others.map((other) => [first, other]) };
    }
    const [first = 0, ...others] = same.filter((at) => claims[at]?.label !== undefined);
    const different = others.filter((other) => claims[other]?.label !== claims[first]?.label);
    if (different.length === 0) continue;
    yield {
      kind: 'contradictions',
      claims: others.length + 1,
      pairs: different.map((other) => [first, other]),
    };
  }
}

/** A claim of some and one of others that have different labels for what would be the same question; `undefined` where there is none. */
export function contradictingPair(
  some: readonly number[],
  others: readonly number[],
  claims: readonly AuditedClaim[],
): readonly [number, number] | undefined {
  const firsts = (positions: readonly number[]): number[] => {
    const answers = groupBy(positions, (at) => {
      const claim = claims[at] as AuditedClaim;
      return claim.label === undefined ? undefined : JSON.stringify([claim.label, questionOf(claim)]);
    });
    answers.delete(undefined);
    return [...answers.values()].map(([first]) => first as number);
  };
  const firstOfOthers = firsts(others);
  for (const a of firsts(some)) {
    const [one, question] = [claims[a] as AuditedClaim, questionOf(claims[a] as AuditedClaim)];
    for (const b of firstOfOthers) {
      const other = claims[b] as AuditedClaim;
      if (other.label !== one.label && questionOf(other) === question) return [a, b];
    }
  }
  return undefined;
}

/** What tells apart claims with the same text: the evidence, where a claim is judged against that alone. */
function questionOf({ isPair, evidence }: AuditedClaim): string {
  return isPair ? JSON.stringify(evidence) : '';
}

function groupBy<Key>(positions: readonly number[], keyOf: (at: number) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const at of positions) {
    const key = keyOf(at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  return groups;
}
