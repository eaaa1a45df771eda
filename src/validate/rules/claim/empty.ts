import { claimFacts } from '../../claim/claim-facts.ts';
import { quotedWord } from '../../excerpt.ts';
import { defineClaimRule } from '../../rule.ts';

/** A claim says something. */
export const empty = defineClaimRule({
  id: 'claim/empty',
  level: 4,
  severity: 'error',
  since: '0.2.0',
  title: 'A claim says something.',
  why: 'Nobody can decide a claim without words, and a program that reads it trains on nothing.',
  help: 'Write the claim, or delete the record.',
  source: 'FEVEROUS (Aly et al. 2021), claim stage: a claim is not sent before it is filled in.',
  messages: {
    blank: 'The claim is nothing but white space.',
    wordless: 'The claim has no letter and no digit: "{claim}".',
  },
  examples: [
    {
      name: 'words',
      lines: [{ id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'white space',
      lines: [{ id: 1, claim: ' \u00A0', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:17-1:21 blank'],
    },
    {
      name: 'punctuation',
      lines: [{ id: 1, claim: '...', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:17-1:22 wordless'],
    },
  ],
  skip: ({ claim }, { language }) => claimFacts(claim, language).hasAlphanumeric,
  *check(entry, { report }) {
    const { claim } = entry.claim;
    const place = entry.place(['claim']);
    if (claim.trim() === '') yield report('blank', { place });
    else if (!/[\p{L}\p{N}]/u.test(claim))
      yield report('wordless', { data: { claim: quotedWord(claim) }, place });
  },
});
