import { expect, test } from 'vitest';
import { checkClaim } from '../../src/server/check-claim.ts';

test('the claims of a dataset say what they have to say about a text', () => {
  const claims = [
    ...Array.from({ length: 9 }, (_, at) => ({
      record: { id: at, claim: `The tower ${at} is not tall.`, label: 'REFUTES' as const },
    })),
    ...Array.from({ length: 9 }, (_, at) => ({
      record: { id: at + 10, claim: `Masons of the year ${at}.`, label: 'SUPPORTS' as const },
    })),
    { record: { id: 'open', claim: 'A tower is in Pisa.' } },
  ];
  const found = checkClaim(claims, { claim: 'A tower is not in Pisa.' }, 'en');
  expect(found.cues).toEqual([{ word: 'not', label: 'REFUTES', share: 1, claims: 9 }]);
  expect(found.near).toMatchObject([{ id: 'open', similarity: 5 / 6 }]);
  expect(checkClaim(claims, { claim: 'A tower is not in Pisa.', label: 'SUPPORTS' }, 'xx').cues).toEqual([]);

  const gone = claims.filter(({ record: { id } }) => id !== 'open' && id !== 0);
  expect(checkClaim(gone, { claim: 'A tower is not in Pisa.' }, 'en')).toEqual({
    cues: [{ word: 'not', label: 'REFUTES', share: 1, claims: 8 }],
    near: [],
  });
});
