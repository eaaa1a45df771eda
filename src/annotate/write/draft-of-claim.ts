import type { Claim } from '../../claims/claim.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { emptyDraft } from '../draft/draft.ts';
import { emptyWriteDraft } from './reduce-write.ts';
import type { WriteDraft, WriteSource } from './write-draft.ts';

/**
 * A written claim as a draft, to be changed. The source of a claim has one id: of several elements it was written from the others are only
 * its evidence.
 *
 * @param find claims that it may have been written from
 */
export function draftOfClaim(
  claim: Claim,
  find: (id: string) => Pick<Claim, 'id' | 'claim' | 'label'> | undefined,
): WriteDraft {
  const { label, evidence, challenge, mutation } = claim;
  const sets = evidence.length === 0 ? [[]] : evidence.map((set) => [...set]);
  return {
    ...emptyWriteDraft,
    text: claim.claim,
    source: claim.source === undefined ? undefined : sourceOf(claim.source, find),
    mutation,
    answer: { ...emptyDraft, label, sets, challenge },
    choosing: 'evidence',
    replaces: claim.id,
  };
}

function sourceOf(
  source: string,
  find: (id: string) => Pick<Claim, 'id' | 'claim' | 'label'> | undefined,
): WriteSource {
  const other = find(source);
  if (other !== undefined && parseEvidenceId(source) === undefined)
    return { kind: 'claim', id: other.id, claim: other.claim, label: other.label };
  return { kind: 'elements', ids: [source] };
}
