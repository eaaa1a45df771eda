import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import {
  defaultNgramOptions,
  measureNgramLmi,
  type NgramLmi,
} from '../../../src/stats/artefacts/ngram-lmi.ts';

const claimsOf = (pairs: readonly (readonly [string, string | undefined])[]): OpenClaim[] =>
  pairs.map(([claim, label], id) => ({ id, claim, evidence: [], ...(label !== undefined && { label }) }));

const ngramsOf = ({ labels }: NgramLmi, label: string): string[] =>
  (labels.find((own) => own.label === label)?.ngrams ?? []).map(({ ngram }) => ngram);

/** Seven claims of which all figures were worked out by hand: 32 bigrams, 16 of them in REFUTES. */
const toy = claimsOf([
  ['the film did not win an award', 'REFUTES'],
  ['the film did not open in 2005', 'REFUTES'],
  ['the film did not sell', 'REFUTES'],
  ['the film won an award', 'SUPPORTS'],
  ['the actor won an award', 'SUPPORTS'],
  ['the actor did not retire', 'SUPPORTS'],
  ['the film is a drama', 'NOT ENOUGH INFO'],
]);
const everything = { n: 2, minCount: 1, removed: 0, top: 100 };

describe('local mutual information of n-grams', () => {
  test('of seven claims, as worked out by hand', () => {
    const { occurrences, labels, removedWords } = measureNgramLmi(toy, everything);
    expect({ occurrences, removedWords }).toEqual({ occurrences: 32, removedWords: [] });
    expect(labels.map(({ label, occurrences: own }) => [label, own])).toEqual([
      ['SUPPORTS', 12],
      ['REFUTES', 16],
      ['NOT ENOUGH INFO', 4],
    ]);
    const find = (label: string, ngram: string) =>
      labels.find((own) => own.label === label)?.ngrams.find((own) => own.ngram === ngram);
    expect(find('REFUTES', 'did not')).toMatchObject({ count: 3, all: 4, share: 0.75 });
    expect(find('REFUTES', 'did not')?.lmi).toBeCloseTo(0.03801235388514041, 12);
    expect(find('SUPPORTS', 'did not')).toBeUndefined();
    expect(find('SUPPORTS', 'an award')?.lmi).toBeCloseTo(0.03596025905647261, 12);
    expect(find('REFUTES', 'the film')?.lmi).toBeCloseTo(0.017092645949433244, 12);
    expect(find('REFUTES', 'did not')?.example).toEqual({ id: 2, claim: 'the film did not sell' });
  });

  const golden = resolve(import.meta.dirname, '../../../../shared/golden/statistics/vectors.json');
  test.skipIf(!existsSync(golden))('as the vectors have it (skipped where they are not at hand)', () => {
    const { lmi_toy: vector } = JSON.parse(readFileSync(golden, 'utf8')) as {
      lmi_toy: {
        docs: [string, string][];
        ngram: number;
        stopwords_removed: number;
        min_freq: number;
        D: number;
        label_ngrams: Record<string, number>;
        expect: [string, string, number, number][];
      };
    };
    const { occurrences, labels } = measureNgramLmi(claimsOf(vector.docs), {
      n: vector.ngram,
      minCount: vector.min_freq,
      removed: vector.stopwords_removed,
      top: 100,
    });
    expect(occurrences).toBe(vector.D);
    expect(Object.fromEntries(labels.map((own) => [own.label, own.occurrences]))).toEqual(
      vector.label_ngrams,
    );
    const listed = vector.expect.filter(([, , , lmi]) => lmi > 0);
    expect(listed.length).toBeGreaterThan(2);
    for (const [ngram, label, share, lmi] of listed) {
      const found = labels.find((own) => own.label === label)?.ngrams.find((own) => own.ngram === ngram);
      expect(found?.share).toBeCloseTo(share, 9);
      expect(Math.abs((found?.lmi ?? 0) - lmi)).toBeLessThan(1e-9);
    }
  });

  test('the commonest words are taken out before n-grams are formed', () => {
    const claims = claimsOf(
      Array.from({ length: 5 }, () => ['She is incapable of being a singer', 'REFUTES']),
    );
    claims.push(...claimsOf(Array.from({ length: 9 }, () => ['Of of a a', 'SUPPORTS'])));
    const measured = measureNgramLmi(claims, { n: 2, minCount: 5, removed: 2, top: 10 });
    expect(measured.removedWords).toEqual(['a', 'of']);
    expect(ngramsOf(measured, 'REFUTES')).toEqual([]);
    expect(measured.labels.map(({ occurrences }) => occurrences)).toEqual([0, 20]);
    const mixed = [...claims, ...claimsOf([['One two three four', 'SUPPORTS']])];
    expect(ngramsOf(measureNgramLmi(mixed, { n: 2, minCount: 5, removed: 2, top: 10 }), 'REFUTES')).toEqual([
      'being singer',
      'incapable being',
      'is incapable',
      'she is',
    ]);
  });

  test.each([
    [1, ['a', 'b', 'c']],
    [2, ['a b', 'b c']],
    [3, ['a b c']],
  ])('n = %i', (n, expected) => {
    const claims = claimsOf([
      ['A, b: C!', 'REFUTES'],
      ['x y z', 'SUPPORTS'],
    ]);
    expect(ngramsOf(measureNgramLmi(claims, { n, minCount: 1, removed: 0, top: 5 }), 'REFUTES')).toEqual(
      expected,
    );
  });

  test('claims without a label, without words and with names of built-in things do no harm', () => {
    const claims = claimsOf([
      ['constructor __proto__ constructor', '__proto__'],
      ['…', 'SUPPORTS'],
      ['constructor', undefined],
      ['toString', 'SUPPORTS'],
    ]);
    const measured = measureNgramLmi(claims, { n: 1, minCount: 1, removed: 0, top: 5 });
    expect(measured.occurrences).toBe(4);
    expect(ngramsOf(measured, '__proto__')).toEqual(['constructor', '__proto__']);
    expect(measureNgramLmi([]).labels).toEqual([]);
  });

  test('of labels without number the thirty commonest are looked at', () => {
    const claims = claimsOf(
      Array.from({ length: 100 }, (_, at) => [
        `word${at} word`,
        `label ${String(Math.max(0, at - 65)).padStart(2, '0')}`,
      ]),
    );
    const { labels } = measureNgramLmi(claims, { n: 1, minCount: 1, removed: 0, top: 3 });
    expect(labels).toHaveLength(30);
    expect(labels[0]).toMatchObject({ label: 'label 00', occurrences: 132 });
  });

  test('no n-gram tells of labels that are given by lot, and the one that is always with one does', () => {
    const lots = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'];
    const claims = claimsOf(
      Array.from({ length: 600 }, (_, at) => [
        `word${at % 7} and word${at % 11} ${at % 12 === 0 ? 'never' : 'ever'}`,
        lots[at % 12 === 0 ? 1 : (at * 7919) % 3] ?? '',
      ]),
    );
    const { labels } = measureNgramLmi(claims, { n: 1, minCount: 5, removed: 0, top: 100 });
    const telling = labels.flatMap(({ label, ngrams }) =>
      ngrams.filter(({ adjustedP }) => adjustedP < 0.001).map(({ ngram }) => `${ngram}/${label}`),
    );
    expect(telling).toEqual(['never/REFUTES']);
  });

  test('the order of claims changes no figure', () => {
    const word = fc.constantFrom('one', 'two', 'three', 'not');
    const claim = fc.record({
      claim: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      label: fc.constantFrom('SUPPORTS', 'REFUTES', 'other'),
    });
    const figures = (claims: readonly { claim: string; label: string }[]) =>
      measureNgramLmi(claimsOf(claims.map((own) => [own.claim, own.label])), everything).labels.map(
        ({ label, ngrams }) => [label, ngrams.map(({ ngram, count, all }) => [ngram, count, all])],
      );
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 30 }), (claims) => {
        expect(figures([...claims].reverse())).toEqual(figures(claims));
      }),
      { numRuns: 50 },
    );
  });

  const fever = resolve(import.meta.dirname, '../../../../shared/data/fever/dev_first5000.jsonl');
  test.skipIf(!existsSync(fever))(
    'the pairs of words that refute in FEVER, in the order published for all of it (skipped without the data)',
    () => {
      const claims = readFileSync(fever, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const { id, claim, label } = JSON.parse(line) as OpenClaim;
          return { id, claim, label, evidence: [] } as OpenClaim;
        });
      const measured = measureNgramLmi(claims, { ...defaultNgramOptions, top: 10 });
      expect(measured.removedWords).toHaveLength(10);
      // In the whole development data: did not, yet to, incapable being, has yet, refused to, has only, unable to. Among these 5,000
      // claims "yet" always stands in "has yet to", so that its two pairs have the same figure.
      const named = [
        'did not',
        'yet to',
        'incapable being',
        'has yet',
        'refused to',
        'has only',
        'unable to',
      ];
      const top = ngramsOf(measured, 'REFUTES');
      expect(top.filter((ngram) => named.includes(ngram))).toEqual([
        'did not',
        'has yet',
        'yet to',
        'incapable being',
        'refused to',
        'has only',
        'unable to',
      ]);
      expect(top.slice(0, 6).every((ngram) => named.includes(ngram))).toBe(true);
      const [first] = measured.labels.find(({ label }) => label === 'REFUTES')?.ngrams ?? [];
      expect((first?.lmi ?? 0) * 1e6).toBeCloseTo(872, 0);
    },
  );
});
