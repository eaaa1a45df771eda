import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchWordSpans, searchWords } from '../../src/text/search-words.ts';
import { type Mark, type SnippetPart, snippetOf } from '../../src/text/snippet.ts';

/** Marks of the words of a query where they stand in a text. */
function marksOf(text: string, query: string): Mark[] {
  const wanted = searchWords(query);
  return searchWordSpans(text).flatMap(({ word, span }) =>
    wanted.includes(word) ? [{ ...span, word, weight: 1 }] : [],
  );
}

const print = (parts: readonly SnippetPart[]): string =>
  parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
const shown = (text: string, query: string, maxChars = 200): string =>
  print(snippetOf(text, marksOf(text, query), maxChars));

test.each([
  ['The tower fell.', 'TOWER', 'The [tower] fell.'],
  ['The Beyoncé album', 'beyonce', 'The [Beyoncé] album'],
  ['Nothing of it.', 'tower', 'Nothing of it.'],
  ['<b>x</b>', 'b', '<[b]>x</[b]>'],
  ['', 'x', ''],
])('%s for %s', (text, query, expected) => {
  expect(shown(text, query)).toBe(expected);
});

test('a long text is cut at words around what is marked', () => {
  const text = `${'Before it stands much. '.repeat(20)}Then the tower fell down. ${'After it too. '.repeat(20)}`;
  expect(shown(text, 'tower', 90)).toMatchInlineSnapshot(
    `"…much. Before it stands much. Then the [tower] fell down. After it too. After it too. After…"`,
  );
  // An ellipsis is nothing that was looked for.
  expect(shown('tower '.repeat(9), 'tower', 13)).toBe('[tower] [tower]…');
});

test('of a long text that part is shown which has the most different words of the query', () => {
  const filler = 'and so on and on. '.repeat(10);
  const text = `A tower. ${filler}A tower, a tower. ${filler}The bridge and its tower. ${filler}A bridge.`;
  expect(shown(text, 'tower bridge', 80)).toContain('The [bridge] and its [tower].');
  // What is marked as a whole counts for what it is worth.
  const at = text.indexOf('tower, a tower');
  const row: Mark = { start: at, end: at + 14, word: 'tower a tower', weight: 3 };
  const others = marksOf(text, 'bridge');
  expect(print(snippetOf(text, [row, ...others], 80))).toContain('A [tower, a tower].');
  expect(print(snippetOf(text, [row, ...others], 12)).length).toBeLessThan(16);
});

test('parts are the text, or a piece of it between ellipses', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string(),
      fc.integer({ min: 60, max: 120 }),
      (text, query, maxChars) => {
        const whole = snippetOf(text, marksOf(text, `${query} ${text.slice(20, 30)}`), maxChars)
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
