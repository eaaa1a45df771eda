import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeVote } from '../../src/stats/vote.ts';

test.each([
  ['', ''],
  ['a', 'a'],
  ['aab', 'a'],
  ['abb', 'b'],
  ['ab', 'ab'],
  ['baab', 'ba'],
  ['abcabcc', 'c'],
])('of the votes "%s" win "%s"', (votes, winners) => {
  expect(takeVote(votes).winners.join('')).toBe(winners);
});

test('the votes add up, and nobody has more than who wins', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4)), (votes) => {
      const { counts, winners } = takeVote(votes);
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(votes.length);
      const most = Math.max(0, ...counts.values());
      for (const [value, count] of counts) expect(winners.includes(value)).toBe(count === most);
    }),
  );
});
