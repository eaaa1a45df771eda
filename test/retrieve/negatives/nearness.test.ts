import { describe, expect, test } from 'vitest';
import { NearTexts } from '../../../src/retrieve/negatives/nearness.ts';
import { isUninformative } from '../../../src/retrieve/negatives/uninformative-title.ts';

const near = new NearTexts();
near.add('The war ended in May 1994 with a ceasefire.');
near.add('12');
near.add('—');

test.each([
  ['the war ended in May 1994, with a ceasefire', true],
  ['The war ended in May 1994 with a ceasefire there.', true],
  // 8 words in common of 10: exactly 0.8.
  ['The war ended in May 1993 with a ceasefire.', true],
  ['The war ended in April 1993 with a ceasefire.', false],
  ['The war ended.', false],
  ['12', true],
  ['13', false],
  ['—', true],
  ['–', false],
  ['', false],
])('%s says nearly the same: %s', (text, expected) => {
  expect(near.hasNear(text)).toBe(expected);
});

describe('articles that only list others', () => {
  test.each([
    ['List of rivers', true],
    ['Lists_of_people', true],
    ['Index of law articles', true],
    ['Outline of history', true],
    ['Mercury (disambiguation)', true],
    ['Mercury_-LRB-disambiguation-RRB-', true],
    ['Schindler’s List', false],
    ['Listing', false],
    ['Mercury', false],
  ])('%s: %s', (title, expected) => {
    expect(isUninformative(title)).toBe(expected);
  });
});
