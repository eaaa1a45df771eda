import type { Language } from '../../../text/languages/language.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** A small first letter of a script whose sentences begin with a capital. */
const smallStart = /^(?=\p{Ll})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;

/** A claim begins with a capital letter. */
export const lowerCaseStart = defineClaimRule({
  id: 'claim/lower-case-start',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim begins with a capital letter, unless its first word is a name that is written small.',
  why: 'It is often the rest of a longer sentence, and systems learn the spelling instead of the evidence.',
  help: 'Begin the claim with a capital letter, and see whether its beginning was cut off.',
  source: 'FEVEROUS (Aly et al. 2021), guidelines for claims: one well-formed sentence.',
  messages: { small: 'The claim begins with a small letter: "{word}".' },
  examples: [
    {
      name: 'capitals, and names that are written small',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'iPhone sales grew in 2010.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: "d'Artagnan came from Gascony.", label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 4, claim: 'van Gogh painted sunflowers.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 5, claim: 'p53 binds to DNA.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'a small letter',
      lines: [{ id: 1, claim: 'the number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:18-1:21 small'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

Vincent van Gogh did not come from Gascony. A_sentence_0
`,
  skip: ({ claim }, { language }) => !claimFacts(claim, language).startsSmall,
  *check(entry, { report, language }) {
    const { claim } = entry.claim;
    const start = claim.length - claim.trimStart().length;
    const [first = '', next = ''] = claim.slice(start, start + 200).split(/\s+/, 2);
    const word = /^[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*/u.exec(first)?.[0] ?? '';
    if (!smallStart.test(first) || isWrittenSmall(first, next, language)) return;
    const place = placeInClaim(entry, { start, end: start + word.length });
    const span = placeInClaim(entry, { start, end: start + 1 }).span;
    yield report('small', {
      data: { word: quotedWord(word) },
      place,
      suggestions: [
        { message: 'Write a capital letter.', edits: [{ span, text: word.charAt(0).toUpperCase() }] },
      ],
    });
  },
});

/** Whether a first word may be a name or symbol that is written small: iPhone, p53, will.i.am, x-ray, mcm 5, d'Artagnan, van Gogh. */
function isWrittenSmall(first: string, next: string, language: Language | undefined): boolean {
  if (/[\p{Lu}\p{N}@_]|\.\p{L}|^\p{L}[^\p{L}\p{M}]/u.test(first)) return true;
  if (/^\p{N}/u.test(next)) return language?.stopWords.includes(first) !== true;
  if (!/^\p{Lu}/u.test(next)) return false;
  return language === undefined || language.nameParticles.includes(first.toLowerCase());
}
