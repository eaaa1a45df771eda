import type { OpenClaim } from '../../claims/open-claim.ts';
import { queryIdOf } from '../../claims/retrieval-id.ts';
import type { FormatContext } from '../format.ts';
import { relevantTo } from './judgements.ts';

/** A judgement as it stands in a file. */
export interface Judgement {
  readonly query: string;
  readonly document: string;
  readonly score: number;
}

/** What was read of a retrieval folder. */
export interface ReadRetrieval {
  /** The claims of all splits in order. */
  readonly claims: readonly OpenClaim[];
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  /** Ids of the documents. */
  readonly documents: ReadonlySet<string>;
}

/** The claims by the split whose judgements name them, and what does not fit together, in words. */
export interface SplitRetrieval {
  readonly splits: ReadonlyMap<string, readonly OpenClaim[]>;
  readonly problems: readonly string[];
}

/** Puts claims into their splits, and compares their judgements with their evidence. */
export function splitByJudgements(
  { claims, judgements, documents }: ReadRetrieval,
  context: FormatContext,
): SplitRetrieval {
  const problems: string[] = [];
  const splits = new Map<string, OpenClaim[]>();
  const placed = new Set<string>();
  for (const [split, found] of judgements) {
    const byQuery = new Map<string, string[]>();
    for (const { query, document, score } of found) {
      if (!documents.has(document)) problems.push(`${split}: the corpus has no document "${document}"`);
      if (score !== 1) problems.push(`${split}: "${document}" has the score ${score} for "${query}"`);
      const relevant = byQuery.get(query);
      if (relevant === undefined) byQuery.set(query, [document]);
      else relevant.push(document);
    }
    const members: OpenClaim[] = [];
    for (const claim of claims) {
      const query = queryIdOf(claim.id);
      const relevant = byQuery.get(query);
      if (relevant === undefined) continue;
      placed.add(query);
      byQuery.delete(query);
      members.push(claim);
      if (JSON.stringify(relevant) !== JSON.stringify(relevantTo(claim, context)))
        problems.push(`${split}: the judgements of "${query}" are not its evidence`);
    }
    for (const query of byQuery.keys()) problems.push(`${split}: there is no query "${query}"`);
    splits.set(split, members);
  }
  for (const { id } of claims) {
    if (!placed.has(queryIdOf(id))) problems.push(`the query "${queryIdOf(id)}" has no judgements`);
  }
  return { splits, problems };
}
