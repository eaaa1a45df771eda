import type { Annotation } from '../../claims/annotation.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import { toNfc } from '../../text/normalise.ts';
import { setKey } from '../agreement/cited-evidence.ts';

/** The evidence of several annotators who agree on the label. */
export interface AggregatedEvidence {
  /** Distinct sets: first those that most annotators cite, then as they were cited first. Any one of them suffices. */
  readonly sets: readonly EvidenceSet[];
  /** How many of the sets contain another one whole. */
  readonly containing: number;
}

/** Sets with the same ids in another order are one, spelled as it was first; so is an id that a set has twice. */
export function aggregateEvidence(annotations: Iterable<Pick<Annotation, 'evidence'>>): AggregatedEvidence {
  const votes = new Map<string, { readonly set: EvidenceSet; annotators: number }>();
  for (const { evidence } of annotations) {
    const counted = new Set<string>();
    for (const set of evidence) {
      const key = keyOf(set);
      const vote = votes.get(key) ?? { set: withoutRepeats(set), annotators: 0 };
      votes.set(key, vote);
      if (!counted.has(key)) vote.annotators += 1;
      counted.add(key);
    }
  }
  const sets = [...votes.values()].sort((a, b) => b.annotators - a.annotators).map(({ set }) => set);
  return { sets, containing: countContaining(sets.map((set) => new Set(set.map(toNfc)))) };
}

/** Whether two lists of evidence sets say the same, whatever the order of sets and ids. */
export function isSameEvidence(one: readonly EvidenceSet[], other: readonly EvidenceSet[]): boolean {
  const [a, b] = [new Set(one.map(keyOf)), new Set(other.map(keyOf))];
  return a.size === b.size && [...a].every((key) => b.has(key));
}

function withoutRepeats(set: EvidenceSet): EvidenceSet {
  const spelled = new Map<string, string>();
  for (const id of set) if (!spelled.has(toNfc(id))) spelled.set(toNfc(id), id);
  return [...spelled.values()];
}

function keyOf(set: EvidenceSet): string {
  return setKey(new Set(set.map(toNfc)));
}

/** Only sets that have the rarest id of a set can contain it. */
function countContaining(sets: readonly ReadonlySet<string>[]): number {
  const having = new Map<string, number[]>();
  for (const [at, set] of sets.entries()) {
    for (const id of set) {
      const places = having.get(id);
      if (places === undefined) having.set(id, [at]);
      else places.push(at);
    }
  }
  const containing = new Set<number>();
  for (const [at, set] of sets.entries()) {
    let rarest: readonly number[] | undefined;
    for (const id of set) {
      const places = having.get(id) ?? [];
      if (rarest === undefined || places.length < rarest.length) rarest = places;
    }
    for (const other of rarest ?? []) {
      if (other !== at && [...set].every((id) => sets[other]?.has(id))) containing.add(other);
    }
  }
  return containing.size;
}
