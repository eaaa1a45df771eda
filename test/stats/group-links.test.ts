import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { findClaimLinks } from '../../src/stats/claim-links.ts';
import { findGroupLinks, type Grouping, type GroupLink } from '../../src/stats/group-links.ts';
import { exampleClaim } from '../split/example-claims.ts';

const sectionOf = (id: string) => (id.endsWith('_sentence_9') ? undefined : `${id.slice(0, -1)}x`);
const annotatorsOf = (id: Claim['id']) => ({ a: ['ann', 'bob'], b: ['bob'], c: ['cem'] })[String(id)] ?? [];

test.each<[string, Grouping, Claim[], GroupLink[]]>([
  [
    'an article, by evidence in any set or by source',
    { by: ['article'] },
    [
      exampleClaim(1, ['X_sentence_1', 'Y_sentence_1']),
      exampleClaim(2, [], { source: 'Y_cell_0_1_1' }),
      exampleClaim(3, ['Z_sentence_1']),
      exampleClaim(4, ['X_sentence_7', 'X_title']),
    ],
    [
      { kind: 'article', key: 'X', claims: [0, 3] },
      { kind: 'article', key: 'Y', claims: [0, 1] },
    ],
  ],
  [
    'a source that is the id of a claim is no article',
    { by: ['article'] },
    [
      exampleClaim('X_sentence_1'),
      exampleClaim(2, [], { source: 'X_sentence_1' }),
      exampleClaim(3, ['X_sentence_2']),
    ],
    [],
  ],
  [
    'an article in different normal forms',
    { by: ['article'] },
    [exampleClaim(1, ['Z\u00fcrich_sentence_0']), exampleClaim(2, ['Zu\u0308rich_sentence_1'])],
    [{ kind: 'article', key: 'Zürich', claims: [0, 1] }],
  ],
  [
    'a section; what is in none links nothing',
    { by: ['section'], sectionOf },
    [
      exampleClaim(1, ['X_sentence_1', 'X_sentence_9']),
      exampleClaim(2, ['X_sentence_2']),
      exampleClaim(3, ['X_sentence_9']),
    ],
    [{ kind: 'section', key: 'X_sentence_x', claims: [0, 1] }],
  ],
  [
    'annotators',
    { by: ['annotator'], annotatorsOf },
    [exampleClaim('a'), exampleClaim('b'), exampleClaim('c'), exampleClaim('d')],
    [{ kind: 'annotator', key: 'bob', claims: [0, 1] }],
  ],
  [
    'duplicates, whatever is asked for',
    { by: [] },
    [exampleClaim(1, ['X'], { claim: 'One.' }), exampleClaim(2, ['X'], { claim: 'one' })],
    [{ kind: 'duplicate', key: 'one', claims: [0, 1] }],
  ],
  [
    'titles called like a member of objects',
    { by: ['article'] },
    [exampleClaim(1, ['__proto___sentence_0']), exampleClaim(2, ['__proto___sentence_1'])],
    [{ kind: 'article', key: '__proto__', claims: [0, 1] }],
  ],
])('%s', (_, grouping, claims, expected) => {
  expect([...findGroupLinks(claims, 0.8, grouping)]).toEqual(expected);
});

test('by default the links are those that the audit looks for', () => {
  const claims = [
    exampleClaim(1, ['X_sentence_1'], { source: '2', claim: 'one two three four five six' }),
    exampleClaim(2, ['X_sentence_1'], { claim: 'one two three four five' }),
    exampleClaim(3, ['X_sentence_2'], { claim: 'One two three four five six.' }),
  ];
  expect([...findGroupLinks(claims, 0.8)]).toEqual([...findClaimLinks(claims, 0.8)]);
  expect([...findClaimLinks(claims, 0.8)].map(({ kind }) => kind)).toEqual([
    'duplicate',
    'near-duplicate',
    'source',
    'evidence',
  ]);
});
