import type { Language } from '../../../text/languages/language.ts';
import { findPhrases } from '../../../text/phrases.ts';
import { wordClass } from '../../../text/word-classes.ts';
import { wordSpans } from '../../../text/word-spans.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { ownPhrases } from '../../claim/own-phrases.ts';
import { evidenceWords } from '../../evidence/evidence-words.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** A claim does not hedge. */
export const hedge = defineClaimRule({
  id: 'claim/hedge',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim says that something is so, not that it may be.',
  why: 'What may be so is true whatever the evidence says, and annotators label it differently.',
  help: 'Leave out "{words}", or claim what the evidence says for certain.',
  source:
    'FEVEROUS (Aly et al. 2021), guidelines for claims: no cautious language (might, may, could be, it is reported that).',
  messages: { hedged: 'The claim hedges: "{words}".' },
  examples: [
    {
      name: 'a month, names and quotations',
      lines: [
        { id: 1, claim: 'The war ended in May 1994.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'It Might Get Loud is a film.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'The song begins with "maybe tomorrow".', label: 'NOT ENOUGH INFO', evidence: [] },
        {
          id: 4,
          claim: 'There is no chance that it could be a song.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
        },
      ],
    },
    {
      name: 'as the evidence says it',
      lines: [{ id: 1, claim: 'Guitars may be loud.', label: 'SUPPORTS', evidence: [['A_sentence_1']] }],
    },
    {
      name: 'hedges',
      lines: [
        { id: 1, claim: 'Perhaps the number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The war may have ended in May 1994.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'The king is said to live alone.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:18-1:25 hedged', '2:26-2:29 hedged', '3:27-3:37 hedged'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

It Might Get Loud is a film about guitars. A_sentence_0

A guitar may break glasses. A_sentence_1
`,
  skip: ({ claim }, { language }) => (claimFacts(claim, language).classes & wordClass.hedge) === 0,
  *check(entry, { report, language, evidence }) {
    if (language === undefined) return;
    const { claim } = entry.claim;
    const isSaid = evidenceWords(entry, evidence);
    const clause = probableClause(claim, language);
    for (const { span, words } of ownPhrases(claim, language.hedges)) {
      // Behind an auxiliary at the start of a claim stands its verb; this is a name, or a question.
      if (span.start === 0 && language.auxiliaries.includes(words.toLowerCase())) continue;
      // `No chance that he could be there` says for certain how likely it is, and what the evidence says in the same words, it decides.
      if (span.start > clause || isSaid(words)) continue;
      yield report('hedged', { data: { words: quotedWord(words) }, place: placeInClaim(entry, span) });
    }
  },
});

/** Where the first clause begins that a claim gives a probability of; infinity where there is none. */
function probableClause(claim: string, language: Language): number {
  const words = wordSpans(claim);
  for (const { from } of findPhrases(words, language.probabilities))
    return words[from]?.span.start ?? Infinity;
  return Infinity;
}
