import { expect, test } from 'vitest';
import { durationWords } from '../../../src/stats/progress/duration-words.ts';

test.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [125, '2 min 05 s'],
  [180, '3 min'],
  [599, '9 min 59 s'],
  [629, '10 min'],
  [3569, '59 min'],
  [3570, '1 h 00 min'],
  [11_520, '3 h 12 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
