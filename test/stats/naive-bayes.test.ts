import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NaiveBayes } from '../../src/stats/naive-bayes.ts';

// The example of Manning, Raghavan and Schütze 2008, Introduction to information retrieval, 13.2: ratios 0.0003 and 0.0001.
test('a published example', () => {
  const classifier = new NaiveBayes();
  classifier.add(['chinese', 'beijing', 'chinese'], 'china');
  classifier.add(['chinese', 'chinese', 'shanghai'], 'china');
  classifier.add(['chinese', 'macao'], 'china');
  classifier.add(['tokyo', 'japan', 'chinese'], 'other');
  const china = (3 / 4) * (3 / 7) ** 3 * (1 / 14) ** 2;
  const other = (1 / 4) * (2 / 9) ** 3 * (2 / 9) ** 2;
  const found = classifier.probabilitiesOf(['chinese', 'chinese', 'chinese', 'tokyo', 'japan', 'unseen']);
  expect([...found.keys()]).toEqual(['china', 'other']);
  expect(found.get('china')).toBeCloseTo(china / (china + other), 12);
  expect(found.get('other')).toBeCloseTo(other / (china + other), 12);
});

test('nothing learned, no class; long texts neither overflow nor vanish', () => {
  expect(new NaiveBayes().probabilitiesOf(['a'])).toEqual(new Map());
  const word = fc.constantFrom('a', 'b', '__proto__', 'constructor');
  const text = fc.tuple(fc.array(word, { maxLength: 20 }), fc.constantFrom('x', 'y', '__proto__'));
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 10 }),
      fc.array(word),
      fc.nat(2000),
      (all, asked, times) => {
        const classifier = new NaiveBayes();
        for (const [words, name] of all) classifier.add(words, name);
        const found = classifier.probabilitiesOf(Array.from({ length: times }, () => asked).flat());
        expect(found.size).toBe(new Set(all.map(([, name]) => name)).size);
        expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      },
    ),
    { numRuns: 30 },
  );
});
