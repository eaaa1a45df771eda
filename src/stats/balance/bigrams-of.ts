import { wordsOfClaim } from '../artefacts/words-of-claim.ts';

/** The pairs of neighbouring words of a claim, each once. */
export function bigramsOf(claim: string): ReadonlySet<string> {
  const words = wordsOfClaim(claim);
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}
