import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordSplitter } from '../../../src/annotate/article/split-by-words.ts';
import { anyCharacter } from '../../any-character.ts';

const shown = (words: readonly string[], text: string): string =>
  wordSplitter(words)(text)
    .map((piece) => (piece.isWord ? `[${piece.text}]` : piece.text))
    .join('');

describe('wordSplitter', () => {
  test.each([
    [['war'], 'The War warned of war.', 'The [War] warned of [war].'],
    [['Nagorno', 'Nagorno-Karabakh'], 'in Nagorno-Karabakh', 'in [Nagorno-Karabakh]'],
    [['1.5'], '1.5 is not 125, nor 11.5', '[1.5] is not 125, nor 11.5'],
    [['ärger'], 'Ärger, verärgert', '[Ärger], verärgert'],
    [['a|b', '(', '\\', '-'], 'a|b ( \\ - b', '[a|b] [(] [\\] [-] b'],
    [['', ' '], 'no words', 'no words'],
    [['x'], '', ''],
  ])('%j in %j', (words, text, expected) => {
    expect(shown(words, text)).toBe(expected);
  });

  test('the pieces are the text', () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), text, (words, all) => {
        const pieces = wordSplitter([...words, all.slice(1, 3)])(all);
        expect(pieces.map((piece) => piece.text).join('')).toBe(all);
      }),
      { numRuns: 30 },
    );
  });
});
