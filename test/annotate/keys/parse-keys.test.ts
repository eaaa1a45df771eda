import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSingleKeys, parseKeys, printKeys } from '../../../src/annotate/keys/parse-keys.ts';
import { printStroke } from '../../../src/annotate/keys/stroke.ts';
import { actionIds, actions } from '../../../src/web/keyboard/actions.ts';

describe('keys as text', () => {
  test.each<[string, string[] | undefined]>([
    ['j', ['j']],
    ['. .', ['.', '.']],
    [' ', [' ']],
    ['Shift+ ', ['Shift+ ']],
    ['Ctrl+ ', ['Ctrl+ ']],
    ['Meta+Enter', ['Ctrl+Enter']],
    ['Shift+Ctrl+ArrowDown', ['Ctrl+Shift+ArrowDown']],
    ['Shift+J', ['J']],
    ['+', ['+']],
    ['Ctrl++', ['Ctrl++']],
    ['g g', ['g', 'g']],
    ['', undefined],
    ['a b c d e', undefined],
  ])('%j', (text, strokes) => {
    expect(parseKeys(text)?.map(printStroke)).toEqual(strokes);
  });

  const stroke = fc
    .record({
      ctrl: fc.boolean(),
      alt: fc.boolean(),
      shift: fc.boolean(),
      key: fc.constantFrom('j', 'J', '1', '+', '?', ' ', 'Enter', 'ArrowDown', 'é', '😀'),
    })
    .map((one) => ({ ...one, shift: one.shift && ['Enter', 'ArrowDown', ' '].includes(one.key) }));

  test('what is printed is read again', () => {
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 4 }), (strokes) => {
        expect(parseKeys(printKeys(strokes))).toEqual(strokes);
      }),
    );
  });

  test('any text is read or is not keys', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:(?:Ctrl|Shift|Meta|x)\+?| |\+|é){0,8}$/), (text) => {
        const strokes = parseKeys(text);
        if (strokes !== undefined) expect(parseKeys(printKeys(strokes))).toEqual(strokes);
      }),
    );
  });

  test.each([
    ['j', true],
    ['. .', true],
    ['?', true],
    ['Ctrl+z', false],
    ['Escape', false],
    [' ', false],
    ['Alt+j', false],
    ['Ctrl+k s', true],
  ])('whether %j can be switched off: %s', (text, expected) => {
    expect(areSingleKeys(text)).toBe(expected);
  });

  test('the keys of all actions are keys', () => {
    const wrong = actionIds.flatMap((id) => actions[id].keys.filter((keys) => parseKeys(keys) === undefined));
    expect(wrong).toEqual([]);
  });
});
