import type { RepetitionKind } from './audit-kinds.ts';
import type { AuditedClaim } from './audited-claim.ts';

/** A text that is repeated in a split, or contradicted. Claims are named by their positions. */
export interface Repetition {
  readonly kind: Extract<RepetitionKind, 'repeated' | 'contradictions'>;
  /** How many claims say the text, in the split (or in none) or with a label. */
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
    for (const [first = 0, ...others] of groupBy(same, (at) => claims[at]?.split).values()) {
      if (others.length === 0) continue;
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

/** Of claims with the same text those that differ in their answers: the first with each label to each question, none without a label. */
export function firstAnswers(copies: readonly number[], claims: readonly AuditedClaim[]): readonly number[] {
  const answers = groupBy(copies, (at) => {
    const { label, ...claim } = claims[at] as AuditedClaim;
    return label === undefined ? undefined : JSON.stringify([label, questionOf(claim)]);
  });
  answers.delete(undefined);
  return [...answers.values()].map(([first]) => first as number);
}

/**
 * Two claims, one of the answers to each of two texts, that have different labels for what would be the same question; `undefined` where
 * there are none. Linear in the answers.
 */
export function contradictingPair(
  some: readonly number[],
  others: readonly number[],
  claims: readonly AuditedClaim[],
): readonly [number, number] | undefined {
  const byQuestion = groupBy(others, (at) => questionOf(claims[at] as AuditedClaim));
  for (const a of some) {
    const claim = claims[a] as AuditedClaim;
    // All have labels, and no two the same one.
    const b = byQuestion.get(questionOf(claim))?.find((other) => claims[other]?.label !== claim.label);
    if (b !== undefined) return [a, b];
  }
  return undefined;
}

/** What tells apart claims with the same text: the evidence, where a claim is judged against that alone. */
function questionOf({ isPair, evidence }: Pick<AuditedClaim, 'isPair' | 'evidence'>): string {
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
