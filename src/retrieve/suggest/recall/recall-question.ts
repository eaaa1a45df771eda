import { labelOfSpelling } from '../../../claims/label.ts';
import type { OpenClaim } from '../../../claims/open-claim.ts';
import { claimKey, toNfc } from '../../../text/normalise.ts';

/** The text of a claim, and what is to be found with it: all of any one set. */
export interface RecallQuestion {
  /** As the first claim of this text writes it. */
  readonly claim: string;
  /** Ids in composed form. */
  readonly sets: readonly (readonly string[])[];
}

/**
 * The claims that have evidence, in order. Claims that differ only in case, punctuation and blanks are one question, to which the sets of all of them
 * are answers: a search sees nothing but the text. Claims that nothing decides are no questions, whatever they cite.
 */
export function recallQuestions(claims: Iterable<OpenClaim>): RecallQuestion[] {
  const byText = new Map<string, { readonly claim: string; readonly sets: string[][] }>();
  for (const { claim, label, evidence } of claims) {
    const sets = evidence.filter((set) => set.length > 0).map((set) => set.map(toNfc));
    if (sets.length === 0 || labelOfSpelling(label ?? '') === 'NOT ENOUGH INFO') continue;
    const key = claimKey(claim) || claim;
    const known = byText.get(key);
    if (known === undefined) byText.set(key, { claim, sets });
    else known.sets.push(...sets);
  }
  return [...byText.values()];
}
