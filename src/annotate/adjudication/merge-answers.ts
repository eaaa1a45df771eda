import type { Annotation } from '../../claims/annotation.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import { aggregateEvidence } from '../../stats/aggregation/aggregate-evidence.ts';
import { citedEvidence } from '../../stats/agreement/cited-evidence.ts';
import { toNfc } from '../../text/normalise.ts';
import { type Draft, emptyDraft } from '../draft/draft.ts';
import { draftOfAnswer } from '../label/answer-of-draft.ts';

/** What of an answer can be merged. */
export type MergedAnswer = Pick<Annotation, 'label' | 'evidence' | 'challenge' | 'consulted'>;

/** Several answers as one. */
export interface MergedAnswers {
  readonly draft: Draft;
  /** Sets that contain another one that is in the draft, and are not. */
  readonly leftOut: readonly EvidenceSet[];
}

/**
 * Several answers as one: the label that most gave, and all evidence sets of those who gave it. Where labels tie, no label, and the evidence
 * of all: who adjudicates has to choose.
 *
 * A set that contains another one is left out, and told of. One of the two is wrong: if the smaller suffices, nobody needs the larger, and if it does
 * not, it is no evidence set. Records with both are what the rule evidence/superset-set finds.
 */
export function mergeAnswers(answers: readonly MergedAnswer[]): MergedAnswers {
  const label = mostFrequent(answers.map((answer) => answer.label));
  const heard = label === undefined ? answers : answers.filter((answer) => answer.label === label);
  const [kept, leftOut] = withoutSupersets(aggregateEvidence(heard).sets);
  return {
    draft: {
      ...emptyDraft,
      label,
      sets: kept.length === 0 ? [[]] : kept,
      ...(label === 'NOT ENOUGH INFO' && kept.length > 0 && { keepsPartial: true }),
      challenge: mostFrequent(answers.flatMap(({ challenge }) => challenge ?? [])),
      consulted: distinct(answers.flatMap(({ consulted }) => consulted ?? [])),
    },
    leftOut,
  };
}

/** What all answers have in common, to begin with: the label, where it is one, and the evidence sets that are in all of them. */
export function agreedPart(answers: readonly MergedAnswer[]): Draft {
  const [first, ...others] = answers;
  if (first === undefined) return emptyDraft;
  const isSame = others.every(({ label }) => label === first.label);
  const sets = others.map(({ evidence }) => citedEvidence(evidence).sets);
  const common = aggregateEvidence([first]).sets.filter((set) => {
    const [key = ''] = citedEvidence([set]).sets.keys();
    return sets.every((other) => other.has(key));
  });
  return {
    ...emptyDraft,
    label: isSame ? first.label : undefined,
    sets: common.length === 0 ? [[]] : common,
    challenge: mostFrequent(answers.flatMap(({ challenge }) => challenge ?? [])),
  };
}

/** An answer as a draft. Its comment is the annotator's and stays out. */
export function draftOfMerged({ label, evidence, challenge, consulted }: MergedAnswer): Draft {
  return draftOfAnswer({
    label,
    evidence,
    ...(challenge !== undefined && { challenge }),
    ...(consulted !== undefined && { consulted }),
  });
}

/** Of several labels or challenges the one that is there most often; `undefined` in a tie. */
function mostFrequent<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const winners = [...counts].filter(([, count]) => count === most);
  return winners.length === 1 ? winners[0]?.[0] : undefined;
}

function withoutSupersets(sets: readonly EvidenceSet[]): [kept: EvidenceSet[], leftOut: EvidenceSet[]] {
  const members = sets.map((set) => new Set(set.map(toNfc)));
  const kept: EvidenceSet[] = [];
  const leftOut: EvidenceSet[] = [];
  for (const [at, set] of sets.entries()) {
    const own = members[at] ?? new Set();
    const contains = members.some((other) => other.size < own.size && [...other].every((id) => own.has(id)));
    (contains ? leftOut : kept).push(set);
  }
  return [kept, leftOut];
}

function distinct(ids: readonly string[]): string[] {
  return [...new Map(ids.map((id) => [toNfc(id), id])).values()];
}
