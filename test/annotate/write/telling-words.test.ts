import { describe, expect, test } from 'vitest';
import { likelyLabels } from '../../../src/annotate/write/likely-labels.ts';
import { newClaimId } from '../../../src/annotate/write/new-claim-id.ts';
import { TellingWords } from '../../../src/annotate/write/telling-words.ts';
import type { Label } from '../../../src/claims/label.ts';
import { mutations } from '../../../src/claims/mutation.ts';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';

const claims = (count: number, claim: string, label?: Label) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${claim} ${at}`,
    claim,
    ...(label !== undefined && { label }),
  }));

const counting = (all: readonly Pick<OpenClaim, 'claim' | 'label'>[], cueWords: readonly string[]) => {
  const words = new TellingWords(cueWords);
  for (const claim of all) words.add(claim);
  return words;
};

describe('telling words', () => {
  const words = counting(
    [
      ...claims(7, 'It is not there.', 'REFUTES'),
      ...claims(1, 'It is not here.', 'SUPPORTS'),
      ...claims(3, 'It is only here.', 'REFUTES'),
      ...claims(10, 'It is here.', 'SUPPORTS'),
      ...claims(9, 'It is not decided.'),
    ],
    ['not', 'only', 'never'],
  );

  test('a word that stands mostly with one label is told, with how many claims have it', () => {
    expect(words.find('One is NOT two.')).toEqual([
      { word: 'not', label: 'REFUTES', share: 7 / 8, claims: 8 },
    ]);
  });

  test('with a label only a word that gives this one away', () => {
    expect(words.find('One is not two.', 'REFUTES')).toHaveLength(1);
    expect(words.find('One is not two.', 'SUPPORTS')).toEqual([]);
  });

  test('few claims tell nothing, and neither do words without claims', () => {
    expect(words.find('One is only one, and never two.')).toEqual([]);
  });

  test('a word with the label that all claims have tells nothing', () => {
    const all = counting(claims(9, 'It is not there.', 'REFUTES'), ['not']);
    expect(all.find('It is not.')).toEqual([]);
  });
});

test('words of claims that are gone tell nothing', () => {
  const gone = claims(7, 'It is not there.', 'REFUTES');
  const words = counting([...gone, ...claims(5, 'It is here.', 'SUPPORTS')], ['not']);
  expect(words.find('It is not.')).toHaveLength(1);
  for (const claim of gone) words.delete(claim);
  expect(words.find('It is not.')).toEqual([]);
});

describe('the id of a new claim', () => {
  test('follows the highest, also of claims that are gone, and is given once', () => {
    const taken = new Set<string>();
    const ids = ['a1-0002', 'a1-0007', 'a10-0100', 'a1-x', 12, 'b-0900'];
    expect(newClaimId(ids, 'a1', taken)).toBe('a1-0008');
    expect(newClaimId(ids, 'a1', taken)).toBe('a1-0009');
    expect(newClaimId(ids, 'b', taken)).toBe('b-0901');
    expect(newClaimId([], 'c', taken)).toBe('c-0001');
  });

  test('grows beyond four digits, and composed and decomposed names are one', () => {
    expect(newClaimId(['zo\u0065\u0308-9999'], 'zo\u00eb', new Set())).toBe('zo\u00eb-10000');
  });
});

test('what mutations make likely', () => {
  const table = mutations.map((mutation) =>
    [
      mutation,
      ...(['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'] as const).map(
        (from) => likelyLabels(mutation, from).join(', ') || '?',
      ),
    ].join(' | '),
  );
  expect(`\n${table.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    rephrase | SUPPORTS | REFUTES | NOT ENOUGH INFO
    negate | REFUTES | SUPPORTS | ?
    substitute_similar | REFUTES, NOT ENOUGH INFO | ? | ?
    substitute_dissimilar | REFUTES, NOT ENOUGH INFO | ? | ?
    specific | NOT ENOUGH INFO | REFUTES | NOT ENOUGH INFO
    general | SUPPORTS | ? | ?
    "
  `);
  expect(likelyLabels(undefined)).toEqual([]);
});
