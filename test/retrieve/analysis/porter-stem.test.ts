import fc from 'fast-check';
import natural from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { expect, test } from 'vitest';
import { porterStem } from '../../../src/retrieve/analysis/porter-stem.ts';
import { stemmerOf } from '../../../src/retrieve/analysis/stemmers.ts';
import { runs } from '../../runs.ts';

/** Everything that a step looks for, so that words of a few of them go through all. */
const endings = (
  'ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ' +
  'ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion ion ed ing eed s es ' +
  'ies sses y e ll ly at bl iz'
).split(' ');
const letters = fc.string({ unit: fc.constantFrom(...'aeiouyybcdltswxz'), maxLength: 5 });
const word = fc
  .tuple(letters, fc.array(fc.constantFrom(...endings), { maxLength: 3 }))
  .map(([start, ends]) => start + ends.join(''));

test('stems are those of natural', () => {
  fc.assert(
    fc.property(word, (text) => {
      expect(porterStem(text)).toBe(natural.stem(text));
    }),
    { numRuns: runs(30_000) },
  );
});

test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['plastered', 'plaster'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['relational', 'relat'],
  ['vietnamization', 'vietnam'],
  ['hopefulness', 'hope'],
  ['adoption', 'adopt'],
  ['controlling', 'control'],
  ['is', 'is'],
])("%s becomes %s, as in Porter's article", (text, stem) => {
  expect(porterStem(text)).toBe(stem);
});

test("words with other letters go to natural's stemmer", () => {
  const stem = stemmerOf('en');
  expect(stem?.('cafés')).toBe('café');
  expect(stem?.("o'connors")).toBe(natural.stem("o'connors"));
  expect(stem?.('')).toBe('');
});
