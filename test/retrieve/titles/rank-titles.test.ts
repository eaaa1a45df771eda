import { expect, test } from 'vitest';
import { rankTitles } from '../../../src/retrieve/titles/rank-titles.ts';

const titles = [
  'Nagorno-Karabakh War (disambiguation)',
  'First Nagorno-Karabakh War',
  'Nagorno-Karabakh War',
  'Second Nagorno-Karabakh War',
  'War in Karabakh, Nagorno',
  'Łódź',
  'Café Müller',
  '!!!',
  'X',
  'Xylophone',
  'The Who',
];
const found = (text: string, count = 5) =>
  rankTitles(text, titles, count).map(({ title, match }) => `${match}: ${title}`);

test.each([
  [
    'nagorno karabakh war',
    [
      'same: Nagorno-Karabakh War',
      'beginning: Nagorno-Karabakh War (disambiguation)',
      'words: First Nagorno-Karabakh War',
      'words: Second Nagorno-Karabakh War',
      'words: War in Karabakh, Nagorno',
    ],
  ],
  [
    'karabakh w',
    [
      'words: Nagorno-Karabakh War',
      'words: First Nagorno-Karabakh War',
      'words: Second Nagorno-Karabakh War',
      'words: Nagorno-Karabakh War (disambiguation)',
      'words: War in Karabakh, Nagorno',
    ],
  ],
  ['cafe muller', ['same: Café Müller']],
  ['caffe mueller', ['spelling: Café Müller']],
  [
    'karabach',
    [
      'spelling: Nagorno-Karabakh War',
      'spelling: War in Karabakh, Nagorno',
      'spelling: First Nagorno-Karabakh War',
      'spelling: Second Nagorno-Karabakh War',
      'spelling: Nagorno-Karabakh War (disambiguation)',
    ],
  ],
  ['the how', ['spelling: The Who']],
  ['!!!', ['same: !!!']],
  ['x', ['same: X', 'beginning: Xylophone']],
  ['zzzz', []],
  ['', []],
  [' ', []],
])('%j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('no more than asked for', () => {
  expect(found('war', 2)).toHaveLength(2);
  expect(found('war', 0)).toEqual([]);
});
