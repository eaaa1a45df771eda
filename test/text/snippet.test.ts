import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchWordSpans, searchWords } from '../../src/text/search-words.ts';
import { snippetOf } from '../../src/text/snippet.ts';

const shown = (text: string, query: string, maxChars = 200): string =>
  snippetOf(text, query, maxChars)
    .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
    .join('');

test.each([
  ['The tower fell.', 'TOWER', 'The [tower] fell.'],
  ['The Beyoncé album', 'beyonce', 'The [Beyoncé] album'],
  ['Ceasefire of 1994', 'cease', '[Ceasefire] of 1994'],
  ['a cease or a ceasefire', 'cease fire', 'a [cease] or a ceasefire'],
  ['Nothing of it.', 'tower', 'Nothing of it.'],
  ['<b>x</b>', 'b', '<[b]>x</[b]>'],
  ['', 'x', ''],
])('%s for %s', (text, query, expected) => {
  expect(shown(text, query)).toBe(expected);
});

test('a long text is cut at words around the first that is marked', () => {
  const text = `${'Before it stands much. '.repeat(20)}Then the tower fell down. ${'After it too. '.repeat(20)}`;
  expect(shown(text, 'tower', 90)).toMatchInlineSnapshot(
    `"…much. Before it stands much. Then the [tower] fell down. After it too. After it too. After…"`,
  );
});

test('parts are the text, or a piece of it between ellipses', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string(),
      fc.integer({ min: 60, max: 120 }),
      (text, query, maxChars) => {
        const whole = snippetOf(text, query, maxChars)
          .map((part) => part.text)
          .join('');
        if (text.length <= maxChars) expect(whole).toBe(text);
        else expect(whole.length).toBeLessThanOrEqual(maxChars + 2);
      },
    ),
  );
});

test('words and their places are the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(searchWordSpans(text).map(({ word }) => word)).toEqual(searchWords(text));
    }),
  );
});
