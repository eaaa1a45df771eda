import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChangedNumbers } from '../../src/text/changed-numbers.ts';
import { runs } from '../runs.ts';

const rawOf = (text: string) =>
  findChangedNumbers(text).map(({ raw, span }) => {
    expect(text.slice(span.start, span.end)).toBe(raw);
    return raw;
  });

test.each([
  ['0', '-0', '0.0', '-0.0e5', '0e999999999999999999999'],
  ['1.0', '1e2', '1E+2', '100e-2', '1.50', '0.1'],
  ['123456789012345', '0.123456789012345', '1234567.12345678'],
  ['9007199254740992', '9007199254740994', '12345678901234567000', '1e21', '1000000000000000000000'],
  ['0.30000000000000004', '1.7976931348623157e308', '5e-324', '2.2250738585072014E-308'],
])('%s and the like stay what they are', (...numbers) => {
  expect(rawOf(`[${numbers.join(', ')}]`)).toEqual([]);
});

test.each([
  ['9007199254740993', 9007199254740992],
  ['12345678901234567890', 12345678901234567000],
  ['-12345678901234567890', -12345678901234567000],
  ['123456789.1234567890', 123456789.12345679],
  ['0.3000000000000000444', 0.30000000000000004],
  ['0.1000000000000000055511151231257827', 0.1],
  ['1e-400', 0],
  ['3e-324', 5e-324],
  ['1e400', Number.POSITIVE_INFINITY],
  ['-1E+400', Number.NEGATIVE_INFINITY],
  ['1e999999999999999999999', Number.POSITIVE_INFINITY],
  [`1${'0'.repeat(309)}`, Number.POSITIVE_INFINITY],
])('%s becomes %d', (raw, read) => {
  expect(findChangedNumbers(`{"a":${raw}}`)).toEqual([
    { raw, read, span: { start: 5, end: 5 + raw.length } },
  ]);
});

test('numbers inside strings and keys are text', () => {
  expect(rawOf('{"12345678901234567890":"1e400 \\" 1e400 \\\\","a":[1e400]}')).toEqual(['1e400']);
});

test('what is written from values is never changed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.maxSafeInteger(), fc.bigInt().map(Number)), (value) => {
      expect(rawOf(JSON.stringify([value]))).toEqual([]);
    }),
  );
});

/** A decimal number times a power of ten that makes all numbers of the property integers. */
function exact(raw: string): bigint {
  const [mantissa = '', exponent = '0'] = raw.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt(whole + fraction) * 10n ** BigInt(60 + Number(exponent) - fraction.length);
}

test('a number is changed if its exact value is another one', () => {
  const digits = (maxLength: number) =>
    fc.array(fc.constantFrom(...'0001234567899'), { minLength: 1, maxLength }).map((all) => all.join(''));
  const decimal = fc
    .tuple(digits(20), fc.option(digits(20)), fc.option(fc.integer({ min: -20, max: 20 })))
    .map(
      ([whole, fraction, exponent]) =>
        `${BigInt(whole)}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : `e${exponent}`}`,
    );
  fc.assert(
    fc.property(decimal, (raw) => {
      const read = String(JSON.parse(raw)).replace('e+', 'e');
      expect(rawOf(`[${raw}]`)).toEqual(exact(read) === exact(raw) ? [] : [raw]);
    }),
    { numRuns: runs(2000) },
  );
});
