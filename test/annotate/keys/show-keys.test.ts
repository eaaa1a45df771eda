import { expect, test } from 'vitest';
import { ariaShortcuts, showKeys } from '../../../src/annotate/keys/show-keys.ts';

test.each([
  ['j', 'j', 'j'],
  ['J', 'J', 'J'],
  [' ', 'Space', 'Space'],
  ['Shift+ ', 'Shift+Space', '⇧Space'],
  ['Ctrl+ ', 'Ctrl+Space', '⌃Space'],
  ['Ctrl+Enter', 'Ctrl+Enter', '⌘⏎'],
  ['Ctrl+z', 'Ctrl+Z', '⌘Z'],
  ['Ctrl+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
  ['Shift+ArrowDown', 'Shift+↓', '⇧↓'],
  ['. .', '. .', '. .'],
  ['', '', ''],
])('%j is shown as %j, on a Mac as %j', (keys, shown, onMac) => {
  expect([showKeys(keys, false), showKeys(keys, true)]).toEqual([shown, onMac]);
});

test.each([
  [['Ctrl+Enter', '. .'], 'Control+Enter'],
  [['x', ' '], 'x Space'],
  [['U', 'Ctrl+Z'], 'Shift+U Control+Shift+Z'],
  [['. .'], undefined],
  [[], undefined],
])('%j for screen readers', (keys, expected) => {
  expect(ariaShortcuts(keys)).toBe(expected);
});
