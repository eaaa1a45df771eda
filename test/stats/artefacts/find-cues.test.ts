import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCueFinder } from '../../../src/stats/artefacts/find-cues.ts';
import { en } from '../../../src/text/languages/en.ts';
import { findPhrases } from '../../../src/text/phrases.ts';
import { wordSpans } from '../../../src/text/word-spans.ts';

const findCues = createCueFinder(en.cueWords);

test.each([
  ['The film won an award.', []],
  ['It is NOT so.', ['not']],
  ['He has yet to win, and only he has not.', ['yet to', 'only', 'not']],
  ['It did not, and does not, end.', ['not']],
  ["It isn't so.", ["isn't"]],
  ['It isn’t so.', ["isn't"]],
  ['Nothingness and notes.', []],
  ['not', ['not']],
  ['Ünot', []],
  ['', []],
])('the cues of %j are %j', (claim, cues) => {
  expect(findCues(claim).map(({ cue }) => cue)).toEqual(cues);
});

test('a cue is where it stands first', () => {
  const claim = 'Sure, it Never, never ends.';
  expect(findCues(claim).map(({ span }) => claim.slice(span.start, span.end))).toEqual(['Never']);
});

test('the quick look misses no cue', () => {
  const piece = fc.constantFrom(
    ...en.cueWords,
    'it',
    'Not',
    'X',
    ' ',
    '  ',
    '-',
    '’',
    "'",
    'é',
    '1',
    '.',
    'yet',
    'to',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const claim of [pieces.join(' '), pieces.join('')]) {
        const words = wordSpans(claim);
        const expected = new Set(
          [...findPhrases(words, en.cueWords)].map(({ from, to }) =>
            words
              .slice(from, to)
              .map(({ folded }) => folded)
              .join(' '),
          ),
        );
        expect(findCues(claim).map(({ cue }) => cue)).toEqual([...expected]);
      }
    }),
    { numRuns: 500 },
  );
});

test('cues that begin with no ASCII letter are found too', () => {
  const find = createCueFinder(['не', '0 %']);
  expect(find('Это не так.').map(({ cue }) => cue)).toEqual(['не']);
});
