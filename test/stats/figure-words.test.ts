import { expect, test } from 'vitest';
import { besideWords } from '../../src/stats/figure-words.ts';

test.each([
  [0.473684, 0.9, '0.4737'],
  [0.05003, 0.05, '0.05003'],
  [0.6999999, 0.7, '0.6999999'],
  [0.7, 0.7, '0.7000'],
  [-0.00001, 0, '-0.00001'],
  [0.1 + 0.2, 0.3, '0.30000000000000004'],
])('%d beside %d is %s', (value, limit, words) => {
  expect(besideWords(value, limit)).toBe(words);
});
