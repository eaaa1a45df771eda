import type { Label } from '../claims/label.ts';
import { takeVote, type Vote } from '../stats/vote.ts';
import type { AnnotatedClaim, AnnotationRow, AnnotationTable, GoldRow } from './tables/annotation-table.ts';

/** What annotations say against the label of a claim, or leave open. One dispute for a claim, the gravest. */
export type GoldDispute = DisputedGold &
  (
    | { readonly kind: 'adjudicated'; readonly adjudication: AnnotationRow }
    /** No annotator gave the label. */
    | { readonly kind: 'unheard' }
    /** Another label has most votes. */
    | { readonly kind: 'outvoted'; readonly winner: Label }
    /** Several labels have most votes. */
    | { readonly kind: 'tie' }
  );

interface DisputedGold {
  readonly gold: GoldRow;
  readonly annotations: readonly AnnotationRow[];
  readonly vote: Vote<Label>;
}

/**
 * The disputes about claims, in the order of their first annotation. An adjudication counts more than any number of votes, and the label
 * that a claim says a model of annotators decided need only have been given by somebody.
 */
export function* findDisputes(table: AnnotationTable): Generator<GoldDispute> {
  for (const annotated of table) {
    const dispute = disputeOf(annotated);
    if (dispute !== undefined) yield dispute;
  }
}

function disputeOf({ gold, annotations, adjudication }: AnnotatedClaim): GoldDispute | undefined {
  if (gold === undefined) return undefined;
  const vote = takeVote(annotations.map(({ label }) => label));
  const about = { gold, annotations, vote };
  if (adjudication !== undefined) {
    return adjudication.label === gold.label ? undefined : { ...about, kind: 'adjudicated', adjudication };
  }
  const [winner, ...others] = vote.winners;
  if (winner === undefined) return undefined;
  if (!vote.counts.has(gold.label)) return { ...about, kind: 'unheard' };
  if (gold.isModelled) return undefined;
  if (others.length > 0) return { ...about, kind: 'tie' };
  return winner === gold.label ? undefined : { ...about, kind: 'outvoted', winner };
}

/** A vote in words: `` 2 say `REFUTES`, 1 `SUPPORTS` ``, the most first. */
export function voteWords({ counts }: Vote<Label>): string {
  const ordered = [...counts].sort(([, a], [, b]) => b - a);
  return ordered
    .map(
      ([label, count], which) =>
        `${count}${which === 0 ? (count === 1 ? ' says' : ' say') : ''} \`${label}\``,
    )
    .join(', ');
}
