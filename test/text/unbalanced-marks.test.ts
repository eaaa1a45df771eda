import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unbalancedMarks } from '../../src/text/unbalanced-marks.ts';

const shown = (text: string) => unbalancedMarks(text).map(({ kind, span }) => `${kind} ${span.start}`);

test.each([
  '',
  'no marks, but an apostrophe’s',
  '"one" and "two"',
  '“English”, „German“, „Polish”, ”Swedish” and «French» »Danish«',
  '(a [b {c} d] e) （宽） 「日」',
  'He is 6\'2" tall.',
  '"Track 5" is 7" wide.',
  'a) one, b) two and 3) three',
  '[0, 1) and (1, ∞]',
  "She said: ''hello''",
])('%j is balanced', (text) => {
  expect(shown(text)).toEqual([]);
});

test.each([
  ['"one', ['quotation 0']],
  ['"one" and "two', ['quotation 10']],
  ['“one', ['quotation 0']],
  ['one”', ['quotation 3']],
  ['„eins', ['quotation 0']],
  ['«un', ['quotation 0']],
  ['(one', ['open 0']],
  ['one)', ['close 3']],
  ['(one]', ['open 0', 'close 4']],
  ['((one)', ['open 0']],
  ['word)', ['close 4']],
])('%j is not', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test('brackets that were opened and closed are balanced, and without one of them they are not', () => {
  const { nested } = fc.letrec<{ nested: string }>((tie) => ({
    nested: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('one', 'two words', '“q”', '"q"'),
      fc
        .tuple(fc.constantFrom('()', '[]', '{}', '（）'), tie('nested'))
        .map(([pair, inside]) => `${pair[0]}${inside} x${pair[1]}`),
      fc.tuple(tie('nested'), tie('nested')).map(([one, other]) => `${one} ${other}`),
    ),
  }));
  fc.assert(
    fc.property(nested, (text) => {
      expect(shown(text)).toEqual([]);
      expect(shown(`${text} [word`)).toHaveLength(1);
    }),
  );
});

test('many marks take no longer than their number', () => {
  expect(unbalancedMarks('('.repeat(200_000))).toHaveLength(200_000);
  expect(unbalancedMarks('"'.repeat(200_001))).toHaveLength(1);
});
