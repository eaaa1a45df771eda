import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { toNfc } from '../../text/normalise.ts';
import type { Item } from '../api/item.ts';
import type { Given } from './open-claim.ts';
import type { QueueClaim } from './plan-queue.ts';

/** What is known of the dataset where an item is made. */
export interface ItemContext {
  readonly claims: ReadonlyMap<string, QueueClaim>;
  /** The title of the one article of a corpus that has only one. */
  readonly onlyTitle?: string | undefined;
  /** Fingerprint of the text of an evidence id as it is now; `undefined` where there is none. */
  readonly fingerprint: (id: string) => string | undefined;
}

/** Claims may be written from one another, in a circle even. */
const mostSources = 10;

/**
 * What an annotator may see of a claim: nothing of its label, evidence and mutation, nor of what others said. The article to begin with
 * is that of the source it was written from, else none, unless the corpus has only one. Who is asked for a verdict sees the evidence that was decided
 * on, and no article.
 */
export function itemOf({ claim, kind, work }: Given, name: string, context: ItemContext): Item {
  const { record } = claim;
  const annotator = toNfc(name);
  if (kind === 'verdict') {
    const evidence = work?.adjudication?.evidence ?? [];
    const verdict = work?.verdicts.get(annotator);
    return {
      id: record.id,
      claim: record.claim,
      titles: [],
      verdictOn: evidence.map((set) => [...set]),
      ...(verdict !== undefined && { own: ownOf({ ...verdict, evidence: [] }) }),
    };
  }
  const title = titleOfSource(claim, context.claims) ?? context.onlyTitle;
  const own = work?.answers.get(annotator);
  const sendBack = work?.sentBack.get(annotator);
  const changed = own === undefined ? [] : changedTitles(own, context.fingerprint);
  return {
    id: record.id,
    claim: record.claim,
    titles: title === undefined ? [] : [title],
    ...(own !== undefined && { own: ownOf(own) }),
    ...(work?.skips.has(annotator) === true && { skipped: true }),
    ...(sendBack !== undefined && { sentBack: sendBack.comment ?? '' }),
    ...(kind === 'training' && { training: true }),
    ...(changed.length > 0 && { changed }),
  };
}

/** The title of the article that a claim, or the claim that it was made from, was written from. */
function titleOfSource(claim: QueueClaim, claims: ReadonlyMap<string, QueueClaim>): string | undefined {
  let source: ClaimId | undefined = claim.record.source;
  for (let step = 0; step < mostSources && source !== undefined; step++) {
    const other = claims.get(claimIdKey(source));
    if (other === undefined) return parseEvidenceId(source)?.title;
    source = other.record.source;
  }
  return undefined;
}

type Said = Pick<Annotation, 'label' | 'evidence' | 'at' | 'challenge' | 'comment' | 'consulted'>;

function ownOf({ label, evidence, challenge, comment, consulted, at }: Said): NonNullable<Item['own']> {
  return {
    label,
    evidence: evidence.map((set) => [...set]),
    ...(challenge !== undefined && { challenge }),
    ...(comment !== undefined && { comment }),
    ...(consulted !== undefined && { consulted: [...consulted] }),
    at,
  };
}

/** Titles of the articles whose cited texts are others than when the evidence was chosen, or are gone; sorted. */
function changedTitles(
  { fingerprints = {} }: Annotation,
  fingerprint: (id: string) => string | undefined,
): string[] {
  const titles = Object.entries(fingerprints).flatMap(([id, then]) =>
    fingerprint(id) === then ? [] : (parseEvidenceId(id)?.title ?? id),
  );
  return [...new Set(titles)].sort();
}
