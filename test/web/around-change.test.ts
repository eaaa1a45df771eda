import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundChange } from '../../src/web/write/around-change.ts';
import { runs } from '../runs.ts';

test.each([
  ['The war ended in 1994.', '1994', ['', 'The war ended in ', '.', '']],
  [
    `${'a long sentence '.repeat(6)}ended in 1994${' and went on'.repeat(10)}.`,
    '1994',
    [
      'a long sentence a long sentence a long sentence a long sentence a ',
      'long sentence a long sentence ended in ',
      ' and went on and went on and went on and went on and went on',
      ' and went on and went on and went on and went on and went on.',
    ],
  ],
])('of a long text only the words about a change are shown: %j', (text, word, wanted) => {
  const start = text.indexOf(word);
  const { cutBefore, before, behind, cutBehind } = aroundChange(text, start, start + word.length);
  expect([cutBefore, before, behind, cutBehind]).toEqual(wanted);
});

test('nothing of a text is lost, whatever it is', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(' ', 'x'), maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, fc.nat(200), fc.nat(200), (text, one, other) => {
      const [start = 0, end = 0] = [one, other].map((at) => Math.min(at, text.length)).sort((a, b) => a - b);
      const { cutBefore, before, behind, cutBehind } = aroundChange(text, start, end);
      expect(cutBefore + before).toBe(text.slice(0, start));
      expect(behind + cutBehind).toBe(text.slice(end));
    }),
    { numRuns: runs(100) },
  );
});
