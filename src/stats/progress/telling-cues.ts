import type { ClaimId } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { languageOf } from '../../text/languages/index.ts';
import { measureCueWords } from '../artefacts/cue-words.ts';
import type { Progress } from './progress.ts';

const mostCues = 10;
/** With fewer, a share says nothing. */
const minClaims = 5;
/** Of the claims with a word, those with one label: from here on the word stands mostly in claims of it. */
const minShare = 0.5;

/**
 * The cue words of a language that stand mostly in claims of one label, and there more often than that label stands in general.
 *
 * @param language BCP 47; without word lists for it nothing is found
 */
export function findTellingCues(
  claims: readonly { readonly id: ClaimId; readonly claim: string; readonly label: string }[],
  language: string,
): Progress['cues'] {
  return measureCueWords(claims, languageOf(language)?.cueWords ?? [])
    .cues.filter(
      ({ claims: size, productivity, base }) =>
        size >= minClaims && productivity > minShare && productivity > base,
    )
    .flatMap(({ cue, label: name, productivity, claims: size }) => {
      const label = labels.find((known) => known === name);
      return label === undefined ? [] : [{ word: cue, label, share: productivity, claims: size }];
    })
    .slice(0, mostCues);
}
