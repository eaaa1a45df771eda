import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import type { Finding } from '../../../diagnostic/rule-meta.ts';
import type { Span } from '../../../text/span.ts';
import { claimFacts } from '../../claim/claim-facts.ts';
import { placeInClaim } from '../../claim/claim-place.ts';
import type { ClaimEntry } from '../../record-entry.ts';
import { defineClaimRule } from '../../rule.ts';

/** A claim has no white space around it. */
export const surroundingBlanks = defineClaimRule({
  id: 'claim/surrounding-blanks',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'A claim has no white space around it.',
  why: 'Two claims that look the same differ, and a tokenizer may see another first word.',
  help: 'Remove the white space.',
  source: 'White space is a trace of copying; no dataset of the family means anything by it.',
  messages: {
    before: 'White space stands before the claim.',
    behind: 'White space stands behind the claim.',
  },
  examples: [
    {
      name: 'no white space',
      lines: [{ id: 1, claim: 'The number one comes first.', label: 'NOT ENOUGH INFO', evidence: [] }],
    },
    {
      name: 'blanks around the claim',
      lines: [{ id: 1, claim: ' One.\u00A0 ', label: 'NOT ENOUGH INFO', evidence: [] }],
      expect: ['1:18-1:19 before', '1:23-1:25 behind'],
    },
    {
      name: 'escaped white space',
      lines: ['{"id":1,"claim":"\\tOne.\\u0020\\n","label":"NOT ENOUGH INFO","evidence":[]}'],
      expect: ['1:18-1:20 before', '1:24-1:32 behind'],
    },
  ],
  skip: ({ claim }, { language }) => !claimFacts(claim, language).hasOuterBlank,
  *check(entry, { report }) {
    const { claim } = entry.claim;
    // A claim of nothing else is empty, which another rule tells.
    if (claim.trim() === '') return;
    const before = claim.length - claim.trimStart().length;
    const behind = claim.trimEnd().length;
    if (before > 0) yield report('before', blanks(entry, { start: 0, end: before }));
    if (behind < claim.length) yield report('behind', blanks(entry, { start: behind, end: claim.length }));
  },
});

function blanks(entry: ClaimEntry, part: Span): Pick<Diagnostic, 'place'> & Pick<Finding, 'fix'> {
  const place = placeInClaim(entry, part);
  return { place, fix: [{ span: place.span, text: '' }] };
}
