import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { searchWords } from '../../text/search-words.ts';
import type { Candidate } from './candidate.ts';
import type { SuggestSettings } from './suggest-settings.ts';

/** Candidates with their scores, the best first; of equal ones that which stands first. */
export function scoreCandidates(
  candidates: readonly Candidate[],
  claim: string,
  { weights }: SuggestSettings,
): { readonly candidate: Candidate; readonly score: number }[] {
  const best = Math.max(...candidates.map(({ hit }) => hit.score));
  const shares = new Map(candidates.map(({ hit: { id, score } }) => [id, score / best]));
  const claimWords = new Set(searchWords(claim));
  return candidates
    .map((candidate) => {
      const { id, title } = candidate.hit;
      const score =
        (shares.get(id) ?? 0) +
        weights.title * titleShare(title, claimWords) +
        weights.neighbours * neighbourShare(id, shares) +
        (candidate.link === undefined ? 0 : weights.link);
      return { candidate, score };
    })
    .sort((one, other) => other.score - one.score);
}

function titleShare(title: string, claimWords: ReadonlySet<string>): number {
  const words = searchWords(title.replace(/ \([^()]*\)$/, ''));
  return words.length === 0 ? 0 : words.filter((word) => claimWords.has(word)).length / words.length;
}

/** The better share of the two elements beside one: of a cell those in its row. */
function neighbourShare(id: string, shares: ReadonlyMap<string, number>): number {
  const parts = parseEvidenceId(id);
  const last = parts?.numbers.at(-1);
  if (parts === undefined || last === undefined) return 0;
  const shareAt = (number: number): number =>
    shares.get(formatEvidenceId({ ...parts, numbers: [...parts.numbers.slice(0, -1), number] })) ?? 0;
  return Math.max(shareAt(last - 1), shareAt(last + 1));
}
