import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { defineClaimRule } from '../../rule.ts';

/** White space that is not one blank; a byte order mark counts as white space to patterns, but not to people. */
const odd = /[^\S\uFEFF]{2,}|[\t\n\v\f\r\u2028\u2029]/gu;

/** Words of a claim are parted by one blank. */
export const doubledBlanks = defineClaimRule({
  id: 'claim/doubled-blanks',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'One blank stands between two words of a claim.',
  why: 'Claims that look the same differ, and a tokenizer may make a word of the second blank.',
  help: 'Leave one blank.',
  source: 'White space is a trace of copying and cutting; no dataset of the family means anything by it.',
  messages: {
    several: '{count} characters of white space stand between two words.',
    other: 'A tab or line break stands between two words.',
  },
  examples: [
    {
      name: 'single blanks',
      lines: [{ id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'two blanks',
      lines: [{ id: 1, claim: 'The number  one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:28-1:30 several'],
    },
    {
      name: 'a line break and a tab',
      lines: [{ id: 1, claim: 'The number\none comes\t first.', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:28-1:30 other', '1:39-1:42 several'],
    },
  ],
  skip: ({ claim }, { language }) => !claimFacts(claim, language).hasOddBlank,
  *check(entry, { report }) {
    const { claim } = entry.claim;
    const before = claim.length - claim.trimStart().length;
    for (const { 0: white, index } of claim.trim().matchAll(odd)) {
      const start = before + index;
      const place = placeInClaim(entry, { start, end: start + white.length });
      // Where all are of one kind, such as the wide blank of Chinese, one of them stays.
      const kept = white.length > 1 && !/[\t\n\v\f\r\u2028\u2029]/.test(white) ? white.charAt(0) : ' ';
      yield report(white.length === 1 ? 'other' : 'several', {
        data: { count: white.length },
        place,
        fix: [{ span: place.span, text: new Set(white).size === 1 ? kept : ' ' }],
      });
    }
  },
});
