import type { Language } from '../../../text/languages/language.ts';
import { wordClass } from '../../../text/word-classes.ts';
import { isCapitalised, type WordInText, withoutClitic, wordSpans } from '../../../text/word-spans.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { evidenceOf } from '../../evidence/evidence-of.ts';
import { quotedWord } from '../../excerpt.ts';
import type { ClaimEntry } from '../../record-entry.ts';
import { defineClaimRule } from '../../rule.ts';

/** Enough of a claim for its beginning, and for the rest of an expletive's sentence. */
const maxChars = 2_000;

/** The subject of a claim is named. */
export const pronounSubject = defineClaimRule({
  id: 'claim/pronoun-subject',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'The subject of a claim is named, not pointed at with a pronoun.',
  why: 'A claim is read without the text it was written from: nobody knows whom the pronoun means, and no search finds it.',
  help: 'Write the name that "{word}" stands for.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for claims: no pronouns, understandable alone.',
  messages: { pronoun: 'The claim does not say what "{word}" stands for.' },
  examples: [
    {
      name: 'a name first, nothing meant, or a title',
      lines: [
        { id: 1, claim: 'Ada Lovelace said that she liked numbers.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'It was in 1990 that the war began.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'In his youth, Ada Lovelace was poor.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 4, claim: 'They Live is a film.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'pronouns without a name',
      lines: [
        { id: 1, claim: 'He was born in Paris.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'Her first album came out in 1990.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'In May 1994, they agreed on a ceasefire.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:18-1:20 pronoun', '2:18-2:21 pronoun', '3:31-3:35 pronoun'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

Ada Lovelace wrote about numbers. A_sentence_0

They Live is a film about glasses. A_sentence_1
`,
  skip: ({ claim }, { language }) => (claimFacts(claim, language).classes & wordClass.pronoun) === 0,
  *check(entry, { report, language }) {
    if (language === undefined) return;
    const claim = entry.claim.claim.slice(0, maxChars);
    const words = wordSpans(claim);
    const which = subjectAt(claim, words, language);
    const subject = words[which];
    if (subject === undefined || !standsForSomething(words, which, language)) return;
    const word = withoutClitic(subject.folded);
    // The film "It" is named by its claims.
    if (which === 0 && isInTitle(word, entry)) return;
    const span = { start: subject.span.start, end: subject.span.start + word.length };
    yield report('pronoun', {
      data: { word: quotedWord(claim.slice(span.start, span.end)) },
      place: placeInClaim(entry, span),
    });
  },
});

/** Words of a phrase before the subject at most, such as `At the age of four,`. */
const maxWordsBefore = 6;

/** Index of the word that the subject begins with: the first, or behind `In May 1994,` the next. -1 where a name may come before. */
function subjectAt(claim: string, words: readonly WordInText[], language: Language): number {
  if (!language.prepositions.includes(words[0]?.folded ?? '')) return 0;
  let isTimeOnly = true;
  for (const [which, word] of words.slice(0, maxWordsBefore + 1).entries()) {
    if (which === 0) continue;
    const before = claim.slice(words[which - 1]?.span.end, word.span.start);
    if (before.includes(',')) return isTimeOnly || isPerson(word.folded, language) ? which : -1;
    const isMonth = language.months.includes(word.folded);
    if (isCapitalised(word.text) && !isMonth) return -1;
    isTimeOnly &&= isMonth || /^\d/.test(word.text) || language.determiners.includes(word.folded);
  }
  return -1;
}

/** Whether a word can only stand for a person, and not for a thing that the phrase before it names. */
function isPerson(folded: string, language: Language): boolean {
  return language.personalPronouns.includes(withoutClitic(folded));
}

function standsForSomething(words: readonly WordInText[], which: number, language: Language): boolean {
  const [subject, next, afterNext] = words.slice(which, which + 3);
  if (subject === undefined || next === undefined) return false;
  const word = withoutClitic(subject.folded);
  const isShortened = word !== subject.folded;
  // A title goes on with a capital: They Live, It's a Mad World, My Fair Lady.
  if (isCapitalised(next.text) || (isShortened && afterNext !== undefined && isCapitalised(afterNext.text)))
    return false;
  // A capital in the middle of a claim is a name: the film It.
  if (which > 0 && isCapitalised(subject.text)) return false;
  if (language.expletives.includes(word)) {
    return (
      which === 0 && !words.some(({ folded }, at) => at > 0 && language.complementizers.includes(folded))
    );
  }
  if (language.pronouns.includes(word)) return !language.complementizers.includes(next.folded);
  // `Her is a film`: what should come before a noun has a verb behind it, except for `this is`.
  if (!language.pointers.includes(word) || isShortened) return false;
  return which === 0 && (!language.auxiliaries.includes(next.folded) || language.determiners.includes(word));
}

/** Whether a cited article's title begins with the word; the title is what an evidence id begins with. */
function isInTitle(word: string, entry: ClaimEntry): boolean {
  for (const { id } of evidenceOf(entry)) {
    const start = id.slice(0, word.length + 1).toLowerCase();
    if (start === `${word} ` || start === `${word}_` || start === `${word}'`) return true;
  }
  return false;
}
