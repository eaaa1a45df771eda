import { wordClass } from '../../../text/word-classes.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { ownPhrases } from '../../claim/own-phrases.ts';
import { evidenceWords } from '../../evidence/evidence-words.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** A claim counts exactly, or not at all. */
export const vagueQuantifier = defineClaimRule({
  id: 'claim/vague-quantifier',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim counts exactly, or not at all.',
  why: 'How many are many, and how often is rarely, each annotator decides differently.',
  help: 'Say how many or how often, or leave "{words}" out.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for claims: no vague counts (many, rarely, barely).',
  messages: { vague: 'The claim is vague: "{words}".' },
  examples: [
    {
      name: 'exact, compared, or a name',
      lines: [
        { id: 1, claim: 'The band has seven members.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The band has as many albums as members.', label: 'NOT ENOUGH INFO', evidence: [] },
        {
          id: 3,
          claim: 'The drug treats multiple sclerosis most often.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
        },
        { id: 4, claim: 'A Few Good Men is a film.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'as the evidence says it',
      lines: [{ id: 1, claim: 'The film was often shown.', label: 'SUPPORTS', evidence: [['A_sentence_1']] }],
    },
    {
      name: 'vague',
      lines: [
        { id: 1, claim: 'Many people watched the film.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The band rarely sold a lot of albums.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:18-1:22 vague', '2:27-2:33 vague', '2:39-2:44 vague'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

A Few Good Men is a film about a trial. A_sentence_0

It is often shown. A_sentence_1
`,
  skip: ({ claim }, { language }) => (claimFacts(claim, language).classes & wordClass.vague) === 0,
  *check(entry, { report, language, evidence }) {
    if (language === undefined) return;
    const { claim } = entry.claim;
    const isSaid = evidenceWords(entry, evidence);
    for (const { span, words } of ownPhrases(claim, language.vagueQuantifiers, language.preciseQuantities)) {
      // What the evidence says in the same words, it decides.
      if (isSaid(words)) continue;
      yield report('vague', { data: { words: quotedWord(words) }, place: placeInClaim(entry, span) });
    }
  },
});
