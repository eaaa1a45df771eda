import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedClaim, NearClaims } from '../../../src/annotate/write/near-claims.ts';
import { findNearDuplicates } from '../../../src/stats/near-duplicates/near-duplicates.ts';

const holding = (all: readonly ComparedClaim[]): NearClaims => {
  const claims = new NearClaims();
  for (const claim of all) claims.add(claim);
  return claims;
};

test('claims that say nearly the same come the nearest first', () => {
  const claims = holding([
    { id: 1, claim: 'The tower was built by ten masons.' },
    { id: 2, claim: 'Ten masons built a house.' },
    { id: 3, claim: 'The TOWER was built by ten masons!' },
    { id: 4, claim: 'The tower was built by nine masons.' },
  ]);
  expect(claims.find('The tower was built by ten masons', 0.7, 5)).toEqual([
    { id: 1, claim: 'The tower was built by ten masons.', similarity: 1 },
    { id: 3, claim: 'The TOWER was built by ten masons!', similarity: 1 },
    { id: 4, claim: 'The tower was built by nine masons.', similarity: 0.75 },
  ]);
  expect(claims.find('The tower was built by ten masons', 0.7, 1)).toHaveLength(1);
  expect(claims.find('!?', 0.1, 5)).toEqual([]);
});

const text = fc
  .array(fc.constantFrom('one', 'two', 'Three', 'is', 'not', '5', '-5', 'constructor'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' '));

test('it is the similarity that CI measures', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (texts, wanted) => {
      const claims = holding(texts.map((claim, id) => ({ id, claim })));
      const expected = [...findNearDuplicates([...texts, wanted], 0.5)]
        .filter(({ b }) => b === texts.length)
        .map(({ a, similarity }) => ({ id: a, similarity }));
      const found = claims.find(wanted, 0.5, texts.length).map(({ id, similarity }) => ({ id, similarity }));
      expect(found.toSorted((a, b) => (a.id as number) - (b.id as number))).toEqual(expected);
    }),
  );
});

test('claims that were taken out are gone as if they had never been there', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 8 }), text, (texts, wanted) => {
      const all = texts.map(([claim], id) => ({ id, claim }));
      const left = all.filter((_, at) => texts[at]?.[1] === true);
      const claims = holding(all);
      for (const claim of all) if (!left.includes(claim)) claims.delete(claim);
      expect(claims.find(wanted, 0.3, 9)).toEqual(holding(left).find(wanted, 0.3, 9));
    }),
  );
});
