import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfusionTally } from '../../src/score/labels/confusion.ts';

function confusionOf(pairs: readonly (readonly [string, string | undefined])[], lenient = false) {
  const tally = new ConfusionTally({ lenient });
  for (const [gold, predicted] of pairs) tally.add(gold, predicted);
  return tally.result();
}

test('FEVER’s labels come first, then others as they appear, then claims without a label', () => {
  const pairs = [
    ['mixture', 'SUPPORTS'],
    ['refutes', undefined],
    ['SUPPORTS', 'maybe'],
    ['REFUTES', 'Refutes'],
    ['NOT ENOUGH INFO', 'SUPPORTS'],
  ] as const;
  expect(confusionOf(pairs)).toEqual({
    gold: ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', 'MIXTURE'],
    predicted: ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', 'MIXTURE', 'MAYBE', null],
    counts: [
      [0, 0, 0, 0, 1, 0],
      [0, 1, 0, 0, 0, 1],
      [1, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0],
    ],
  });
});

test('spellings are one label only where comparison is lenient', () => {
  const pairs = [['Supported', 'SUPPORTS']] as const;
  expect(confusionOf(pairs).predicted).toEqual(['SUPPORTS', 'SUPPORTED']);
  expect(confusionOf(pairs, true)).toEqual({ gold: ['SUPPORTS'], predicted: ['SUPPORTS'], counts: [[1]] });
});

test('nothing is nothing', () => {
  expect(confusionOf([])).toEqual({ gold: [], predicted: [], counts: [] });
});

test('labels beyond 50 are one, and long ones are cut', () => {
  const pairs = Array.from({ length: 400 }, (_, at) => [`gold ${at}`, `given ${at}`] as const);
  const { gold, predicted, counts } = confusionOf([...pairs, ['x'.repeat(1e6), 'y'.repeat(1e6)]]);
  expect(gold).toHaveLength(51);
  expect(gold.at(-1)).toBe('other');
  expect(predicted.at(-1)).toBe('other');
  expect(counts.at(-1)?.at(-1)).toBe(351);
  const [long] = confusionOf([['x'.repeat(1e6), undefined]]).gold;
  expect(long).toBe('X'.repeat(200));
});

test('every claim is counted once', () => {
  const label = fc.oneof(fc.constantFrom('SUPPORTS', 'other', '__proto__'), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(label, fc.option(label, { nil: undefined }))), (pairs) => {
      const { gold, predicted, counts } = confusionOf(pairs);
      expect(counts).toHaveLength(gold.length);
      for (const row of counts) expect(row).toHaveLength(predicted.length);
      expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(pairs.length);
    }),
  );
});
