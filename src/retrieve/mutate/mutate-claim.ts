import type { Mutation } from '../../claims/mutation.ts';
import type { Language } from '../../text/languages/language.ts';
import { claimKey } from '../../text/normalise.ts';
import { narrowerDates, otherDates, widerDates } from './dates/change-dates.ts';
import type { MutationCandidate, Replacement } from './mutation-candidate.ts';
import { namesSaidGenerally, otherNames, unlikeNames } from './names/change-names.ts';
import { omittedNumbers, otherNumbers, respeltNumbers } from './numbers/change-numbers.ts';
import type { Substitutes } from './substitutes.ts';
import type { Thesaurus } from './thesaurus.ts';
import { negateVerb } from './words/negate-verb.ts';
import { oppositeWords } from './words/opposite-words.ts';
import { interleaved, relatedWords } from './words/related-words.ts';
import { replaceWords } from './words/replace-words.ts';
import { tagWords } from './words/tag-words.ts';
import { unlikeWords } from './words/unlike-words.ts';

/** What claims are rewritten with. */
export interface MutationSources {
  readonly language: Language;
  /** `undefined` where there is none of the language: then only names, dates and numbers are replaced. */
  readonly thesaurus: Thesaurus | undefined;
  /** From the corpus of the claims. */
  readonly substitutes: Substitutes;
}

/** No claim is longer: more of a text is not looked at. */
const maxChars = 1000;

/**
 * Rewrites of a claim by one of FEVER's mutations, the likeliest to be of use first: one of each place of the claim that can be replaced,
 * then a second of each. Each differs from the claim in one place. A negation with `not` stands there only where no opposite does.
 *
 * @see Thorne et al. 2018, FEVER, section 3.1 and appendix A.2 on the mutations.
 */
export function mutateClaim(claim: string, type: Mutation, sources: MutationSources): MutationCandidate[] {
  if (claim.length > maxChars) return [];
  const found = new Map<string, MutationCandidate>();
  const own = claimKey(claim);
  for (const replacement of replacementsOf(claim, type, sources)) {
    const candidate = candidateOf(claim, type, replacement);
    const key = claimKey(candidate.text);
    if (key !== own && key !== '' && !found.has(key)) found.set(key, candidate);
  }
  return [...found.values()];
}

function candidateOf(claim: string, type: Mutation, { span, to, by }: Replacement): MutationCandidate {
  const from = claim.slice(span.start, span.end);
  // A word that is left out takes a blank with it.
  const removed = to === '' && claim[span.end] === ' ' ? { start: span.start, end: span.end + 1 } : span;
  const { text, span: place } = replaceWords(claim, removed, to);
  return { type, text, from, to: text.slice(place.start, place.end), span: place, by };
}

function replacementsOf(claim: string, type: Mutation, sources: MutationSources): Replacement[] {
  const { language, thesaurus, substitutes } = sources;
  const words = thesaurus === undefined ? [] : tagWords(claim, thesaurus);
  const related = (...relations: Parameters<typeof relatedWords>[1][]): Replacement[][] =>
    thesaurus === undefined ? [] : relations.flatMap((relation) => relatedWords(words, relation, thesaurus));
  switch (type) {
    case 'rephrase':
      return interleaved([...related('synonym'), ...respeltNumbers(claim, language)]);
    case 'negate': {
      if (thesaurus === undefined) return [];
      const opposite = interleaved([...oppositeWords(claim), ...related('antonym')]);
      const negated = negateVerb(words);
      // What denies already is turned round by saying it without.
      const isDenied = words.some(({ tag }) => tag === 'negation');
      return isDenied ? [...negated, ...opposite] : opposite.length > 0 ? opposite : negated;
    }
    case 'substitute_similar':
      return interleaved([
        ...otherDates(claim, substitutes.dates, language),
        ...otherNumbers(claim, substitutes.numbers, language),
        ...otherNames(claim, substitutes, language, thesaurus),
        ...related('sibling'),
      ]);
    case 'substitute_dissimilar':
      return interleaved([
        ...unlikeNames(claim, substitutes, language, thesaurus),
        ...(thesaurus === undefined ? [] : unlikeWords(words, substitutes.words, thesaurus)),
      ]);
    case 'specific':
      return interleaved([...narrowerDates(claim, substitutes.dates, language), ...related('hyponym')]);
    case 'general':
      return interleaved([
        ...widerDates(claim, language),
        ...omittedNumbers(claim, language),
        ...(thesaurus === undefined ? [] : namesSaidGenerally(claim, substitutes.names, language, thesaurus)),
        ...related('hypernym'),
      ]);
  }
}
