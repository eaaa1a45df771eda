import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en } from '../../src/text/languages/en.ts';
import { numbersIn, romanNumerals } from '../../src/text/numbers.ts';

/** `value@text`, with what is special about the number. */
const shown = (text: string) =>
  numbersIn(text, en).map(({ value, kind, isPercentage, span }) => {
    const marks = `${kind === 'number' ? '' : ` ${kind}`}${isPercentage ? ' %' : ''}`;
    return `${value}${marks} @ ${text.slice(span.start, span.end)}`;
  });

test.each([
  ['no number', []],
  ['5,000 rubles and 1,234,567.5', ['5000 @ 5,000', '1234567.5 @ 1,234,567.5']],
  ['1,2 and 12,34', ['1 @ 1', '2 @ 2', '12 @ 12', '34 @ 34']],
  ['$181,674,817.', ['181674817 @ 181,674,817']],
  ['5.3 million people', ['5300000 @ 5.3 million']],
  ['in 1988–94', ['1988 @ 1988', '94 @ 94']],
  ['the 1990s, 1970’s and the 90s', ['1990 decade @ 1990s', '1970 decade @ 1970’s', '90 decade @ 90s']],
  ['the 20th century', ['1900 century @ 20th']],
  ['the nineteenth-century poet', ['1800 century @ nineteenth']],
  ['the 3rd and the twenty-first', ['3 @ 3rd', '21 @ twenty-first']],
  ['20-40% or fifty percent', ['20 @ 20', '40 % @ 40', '50 % @ fifty']],
  ['two hundred and five cats', ['205 @ two hundred and five']],
  ['two hundred thousand and three', ['200003 @ two hundred thousand and three']],
  ['three million, six thousand', ['3006000 @ three million, six thousand']],
  ['one and two', ['1 @ one', '2 @ two']],
  ['five five', ['5 @ five', '5 @ five']],
  ['ten five', ['10 @ ten', '5 @ five']],
  ['three decades and two dozen', ['30 @ three decades', '24 @ two dozen']],
  ['a hundred', ['100 @ hundred']],
  ['Su-25', ['25 @ 25']],
  ['constructor toString __proto__', []],
])('the numbers of %j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  ['World War II', [2]],
  ['Henry IV and Louis XIX', [4, 19]],
  ['I, V and X are letters', []],
  ['IIX MIX Xi', []],
])('the Roman numerals of %j', (text, expected) => {
  expect(romanNumerals(text)).toEqual(expected);
});

test('whole numbers are read as they are written', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (value, isParted) => {
      const written = isParted ? value.toLocaleString('en-US') : String(value);
      expect(numbersIn(`There are ${written} of them.`, en).map((number) => number.value)).toEqual([value]);
    }),
  );
});

test('numbers lie in the text, in order', () => {
  const piece = fc.constantFrom(
    '1',
    '20',
    ',',
    '.',
    '000',
    'two',
    'hundred',
    'and',
    'million',
    'third',
    's',
    '%',
    ' ',
    '-',
    'th',
    'century',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { span, value } of numbersIn(text, en)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(Number.isNaN(value)).toBe(false);
        last = span.start;
      }
    }),
  );
});
