import { unbalancedMarks } from '../../../text/unbalanced-marks.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import { defineClaimRule } from '../../rule.ts';

/** Quotation marks and brackets of a claim come in pairs. */
export const unbalanced = defineClaimRule({
  id: 'claim/unbalanced',
  level: 4,
  severity: 'warning',
  since: '0.2.0',
  title: 'Quotation marks and brackets of a claim come in pairs.',
  why: 'A mark alone is a trace of cutting: a part of the claim may be missing.',
  help: 'Add the other mark, or remove this one.',
  source:
    'FEVEROUS (Aly et al. 2021), guidelines for claims: one well-formed sentence, without typing errors.',
  messages: {
    quotation: 'A quotation mark has no partner: {mark}',
    open: 'A bracket is not closed: {mark}',
    close: 'A bracket closes none: {mark}',
  },
  examples: [
    {
      name: 'pairs, inches, items and intervals',
      lines: [
        { id: 1, claim: 'The song "One" (1990) is by „U2“.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The actor is 6\'2" tall.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'The steps are a) mixing and b) baking.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 4, claim: 'The interval [0, 1) has no end.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
    },
    {
      name: 'marks without partner',
      lines: [
        { id: 1, claim: 'The song “One is by the band U2.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 2, claim: 'The song (1990 is by the band U2.', label: 'NOT ENOUGH INFO', evidence: [] },
        { id: 3, claim: 'The song 1990) is by the band U2.', label: 'NOT ENOUGH INFO', evidence: [] },
      ],
      expect: ['1:27-1:28 quotation', '2:27-2:28 open', '3:31-3:32 close'],
    },
  ],
  skip: ({ claim }, { language }) => !claimFacts(claim, language).hasLoneMark,
  *check(entry, { report }) {
    const { claim } = entry.claim;
    for (const { kind, span } of unbalancedMarks(claim)) {
      const mark = claim.slice(span.start, span.end);
      yield report(kind, { data: { mark }, place: placeInClaim(entry, span) });
    }
  },
});
