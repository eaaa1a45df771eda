import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en } from '../../src/text/languages/en.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const sentencesOf = (text: string) =>
  splitSentences(text, en).map(({ start, end }) => text.slice(start, end));

test.each([
  '',
  '  ',
  'One sentence.',
  'No period',
  'J. R. R. Tolkien met C. S. Lewis.',
  'Dr. Smith lives in St. Louis with Mr. Jones.',
  'Mason Evans, Jr. was shot in Texas.',
  'Gray Matter Interactive Studios, Inc. The company was sold.',
  'He has a Ph.D. in Economics.',
  'The U.S. Supreme Court has nine members.',
  'Washington, D.C. The city is large.',
  'Marvel vs. Capcom: Infinite is part of a series.',
  'Southampton F.C. is a football club.',
  'Oh! You Pretty Things is a song.',
  'Panic! At the Disco is a band.',
  'Yahoo! Music was closed.',
  'Jeopardy! The quiz show began in 1964.',
  'Guardians of the Galaxy Vol. 2 is a film.',
  'The group was founded c. 730 BC and c. 1200 BC.',
  'A. J . Styles won the U.S . Championship .',
  'She said “It is late. We must go.” and left.',
  'The film "Stop. The War Is Over" was made in 1990.',
  'It was cut […] The rest is lost.',
  'The rate is 3.5 per cent. of the whole.',
  'It ended. died',
])('%j is one sentence at most', (text) => {
  expect(sentencesOf(text)).toEqual(text.trim() === '' ? [] : [text.trim()]);
});

test.each([
  ['One came. Two went.', ['One came.', 'Two went.']],
  [' One came.  Then two went. ', ['One came.', 'Then two went.']],
  ['It ended in 1990. The king died.', ['It ended in 1990.', 'The king died.']],
  ['He met Ada Lovelace. She was late.', ['He met Ada Lovelace.', 'She was late.']],
  ['Was it late? It was late.', ['Was it late?', 'It was late.']],
  ['He called it "late." She went home.', ['He called it "late."', 'She went home.']],
  ['It was over (at last.) Then he died.', ['It was over (at last.)', 'Then he died.']],
  ['He waited... Then he left.', ['He waited...', 'Then he left.']],
  ['One came. Two went. Three stayed.', ['One came.', 'Two went.', 'Three stayed.']],
  ['这是一。这是二。', ['这是一。', '这是二。']],
])('%j is several', (text, expected) => {
  expect(sentencesOf(text)).toEqual(expected);
});

test('sentences lie in order, apart, and hold all but white space', () => {
  const piece = fc.constantFrom(
    'A',
    'the',
    'Cat',
    'sat',
    '.',
    '!',
    '?',
    '…',
    '"',
    '(',
    ')',
    '“',
    '”',
    ' ',
    '\n',
    '。',
    '1',
    'Dr',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let from = 0;
      for (const { start, end } of splitSentences(text, en)) {
        expect(text.slice(from, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(text.slice(from).trim()).toBe('');
    }),
  );
});

test('a long text takes no longer than its length', () => {
  expect(splitSentences('!'.repeat(300_000), en)).toHaveLength(1);
  expect(splitSentences('“'.repeat(300_000), en)).toHaveLength(1);
  expect(splitSentences('One cat sat. '.repeat(20_000), en)).toHaveLength(20_000);
});
