import { askingEnd } from '../../claim/claim-end.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { defineClaimRule } from '../../rule.ts';

/** Behind the last sentence mark may stand closing quotes and brackets; tokenised text parts them by blanks. */
const closed = /[\p{Sentence_Terminal}…]\s*["'`\p{Final_Punctuation}\p{Close_Punctuation}]*$/u;

/** What a period may follow. Other scripts have other marks, and behind a comma or dash the sentence is not over. */
const takesPeriod =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Number}%°"'\p{Final_Punctuation}\p{Close_Punctuation}]\p{Mark}*$/u;

/** A claim ends with a period. */
export const noFinalPeriod = defineClaimRule({
  id: 'claim/no-final-period',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'A claim ends with a period.',
  why: 'Claims with and without a period tell where they come from, and systems learn that instead of the evidence.',
  help: 'End the claim with a period.',
  source:
    'FEVEROUS (Aly et al. 2021), guidelines for claims: one well-formed sentence that ends with a period.',
  messages: { none: 'The claim does not end with a period.' },
  examples: [
    {
      name: 'periods, also inside quotes and brackets',
      lines: [
        { id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'Ada Lovelace said “two.”', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'Three is a number (in most cases.)', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 4, claim: 'The title is "Is it four?"', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'no period',
      lines: [{ id: 1, claim: 'One', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:17-1:22 none'],
    },
  ],
  exampleCorpus: `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

Ada Lovelace wrote about numbers. A_sentence_0
`,
  skip: ({ claim }, { language }) => claimFacts(claim, language).endsWithPeriod,
  *check(entry, { report }) {
    const claim = entry.claim.claim.trimEnd();
    // What is empty or no statement, other rules tell.
    if (!/[\p{L}\p{N}]/u.test(claim) || askingEnd(claim) !== undefined) return;
    // The end is enough, and a pattern that may begin anywhere must not walk over a long claim again and again.
    const lastChars = claim.slice(-100);
    if (closed.test(lastChars)) return;
    const { span } = placeInClaim(entry, { start: claim.length, end: claim.length });
    yield report('none', {
      place: entry.place(['claim']),
      ...(takesPeriod.test(lastChars) && { fix: [{ span, text: '.' }] }),
    });
  },
});
