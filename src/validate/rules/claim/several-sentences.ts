import { splitSentences } from '../../../text/split-sentences.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** A claim is one sentence. */
export const severalSentences = defineClaimRule({
  id: 'claim/several-sentences',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim is one sentence.',
  why: 'One sentence may be supported and the next refuted: the label does not say which it is about.',
  help: 'Make a claim of each sentence, or one sentence of them.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for claims: a single well-formed sentence.',
  messages: { several: 'The claim has {count} sentences; the second begins with "{word}".' },
  examples: [
    {
      name: 'periods inside a sentence',
      lines: [
        {
          id: 1,
          claim: 'J. R. R. Tolkien met Dr. Smith in St. Louis.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
        },
        { id: 2, claim: 'The U.S. Supreme Court has nine members.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'Panic! At the Disco is a band.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'two sentences',
      lines: [
        {
          id: 1,
          claim: 'The number one comes first. The next number is two.',
          label: 'NOT ENOUGH INFO',
          evidence: [],
        },
      ],
      expect: ['1:46-1:69 several'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

J. R. R. Tolkien met Dr. Smith before the Supreme Court. A_sentence_0

Panic! At the Disco come from Las Vegas, not from St. Louis. A_sentence_1
`,
  skip: ({ claim }, { language }) => !claimFacts(claim, language).hasInnerEnd,
  *check(entry, { report, language }) {
    if (language === undefined) return;
    const { claim } = entry.claim;
    const sentences = splitSentences(claim, language, { careful: true });
    const [, second] = sentences;
    const end = sentences.at(-1)?.end;
    if (second === undefined || end === undefined) return;
    const word = claim.slice(second.start, second.end).split(/\s/, 1)[0] ?? '';
    yield report('several', {
      data: { count: sentences.length, word: quotedWord(word) },
      place: placeInClaim(entry, { start: second.start, end }),
    });
  },
});
