import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { type ClaimLink, findClaimLinks } from '../../src/stats/claim-links.ts';
import { exampleClaim } from '../split/example-claims.ts';

test.each<[string, Claim[], ClaimLink[]]>([
  ['nothing in common', [exampleClaim(1, ['X']), exampleClaim(2, ['Y'])], []],
  [
    'a duplicate, whatever its case and punctuation',
    [
      exampleClaim(1, [], { claim: 'The war, it ended.' }),
      exampleClaim(2, [], { claim: 'the war it ENDED' }),
    ],
    [{ kind: 'duplicate', key: 'the war it ended', claims: [0, 1] }],
  ],
  [
    'a near-duplicate of a duplicate is found once',
    [
      exampleClaim(1, [], { claim: 'the war ended in 1994' }),
      exampleClaim(2, [], { claim: 'The war ended in 1994.' }),
      exampleClaim(3, [], { claim: 'the war ended in May 1994' }),
    ],
    [
      { kind: 'duplicate', key: 'the war ended in 1994', claims: [0, 1] },
      { kind: 'near-duplicate', key: 'the war ended in 1994', claims: [0, 2], similarity: 5 / 6 },
    ],
  ],
  [
    'a source, and the claim whose id it is',
    [
      exampleClaim('m1', [], { source: 'o' }),
      exampleClaim('o', [], { source: 'A_sentence_1' }),
      exampleClaim('m2', [], { source: 'o' }),
    ],
    [{ kind: 'source', key: 'o', claims: [0, 1, 2] }],
  ],
  [
    'a source that is a number',
    [exampleClaim(7), exampleClaim('7'), exampleClaim(8, [], { source: '7' })],
    [{ kind: 'source', key: '7', claims: [0, 1, 2] }],
  ],
  ['a claim that is its own source', [exampleClaim('a', [], { source: 'a' })], []],
  [
    'evidence in different normal forms, cited twice by one claim',
    [
      exampleClaim(1, ['Z\u00fcrich_sentence_0', 'Zu\u0308rich_sentence_0']),
      exampleClaim(2, ['Zu\u0308rich_sentence_0']),
    ],
    [{ kind: 'evidence', key: 'Zürich_sentence_0', claims: [0, 1] }],
  ],
  [
    'evidence called like a member of objects',
    [exampleClaim(1, ['__proto__']), exampleClaim(2, ['__proto__']), exampleClaim(3, ['constructor'])],
    [{ kind: 'evidence', key: '__proto__', claims: [0, 1] }],
  ],
])('%s', (_, claims, expected) => {
  // What near-duplicates share is found out when it is asked.
  const links = [...findClaimLinks(claims, 0.8)].map((link) => ({ ...link, key: link.key }));
  expect(links).toEqual(expected);
});
