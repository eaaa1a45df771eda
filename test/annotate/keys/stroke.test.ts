import { describe, expect, test } from 'vitest';
import { type KeyPress, printStroke, strokesOf } from '../../../src/annotate/keys/stroke.ts';

const press = (changes: Partial<KeyPress>): KeyPress => ({
  key: 'j',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isAltGraph: false,
  ...changes,
});

describe('what a press may mean', () => {
  test.each<[string, Partial<KeyPress>, string[]]>([
    ['a letter', { key: 'j', code: 'KeyJ' }, ['j']],
    ['a letter with Shift', { key: 'J', code: 'KeyJ', shiftKey: true }, ['J']],
    ['a letter with Caps Lock', { key: 'J', code: 'KeyJ' }, ['j']],
    ['a letter with Shift and Caps Lock', { key: 'j', code: 'KeyJ', shiftKey: true }, ['J']],
    ['a sign that needs Shift', { key: '?', code: 'Slash', shiftKey: true }, ['?']],
    ['the space bar', { key: ' ', code: 'Space' }, [' ']],
    ['the space bar with Shift', { key: ' ', code: 'Space', shiftKey: true }, ['Shift+ ']],
    ['an arrow with Shift', { key: 'ArrowDown', code: 'ArrowDown', shiftKey: true }, ['Shift+ArrowDown']],
    ['Ctrl', { key: 'Enter', ctrlKey: true }, ['Ctrl+Enter']],
    ['Command of a Mac', { key: 'Enter', metaKey: true }, ['Ctrl+Enter']],
    [
      'Command with Shift, which a Mac writes small',
      { key: 'z', code: 'KeyZ', metaKey: true, shiftKey: true },
      ['Ctrl+Z'],
    ],
    ['Ctrl with Shift', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, ['Ctrl+Z']],
    ['Alt', { key: 'j', code: 'KeyJ', altKey: true }, ['Alt+j']],
    ['a digit', { key: '1', code: 'Digit1' }, ['1']],
    ['the place of a digit in France', { key: '&', code: 'Digit1' }, ['&', '1']],
    ['the place of a digit in France with Shift', { key: '1', code: 'Digit1', shiftKey: true }, ['1']],
    ['the sign above a digit', { key: '!', code: 'Digit1', shiftKey: true }, ['!']],
    ['the digits at the right', { key: '3', code: 'Numpad3' }, ['3']],
    [
      'a bracket by AltGr, which Windows reports as Ctrl and Alt',
      { key: '[', code: 'Digit8', ctrlKey: true, altKey: true, isAltGraph: true },
      ['[', '8'],
    ],
    ['a sign by Option', { key: '…', code: 'Period', altKey: true }, ['…']],
    ['a Cyrillic letter', { key: 'о', code: 'KeyJ' }, ['о', 'j']],
    ['a Cyrillic letter with Shift', { key: 'О', code: 'KeyJ', shiftKey: true }, ['О', 'J']],
    ['Shift alone', { key: 'Shift', code: 'ShiftLeft', shiftKey: true }, []],
    ['a dead key', { key: 'Dead', code: 'BracketLeft' }, []],
  ])('%s', (_name, changes, expected) => {
    expect(strokesOf(press(changes)).map(printStroke)).toEqual(expected);
  });

  test('the digit of a place is tried last, so that a sign that is bound stands before it', () => {
    expect(strokesOf(press({ key: '-', code: 'Digit6' })).map(printStroke)).toEqual(['-', '6']);
  });
});
