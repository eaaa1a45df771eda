import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { en } from '../../src/text/languages/en.ts';
import type { Language } from '../../src/text/languages/language.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { unbalancedMarks } from '../../src/text/unbalanced-marks.ts';
import { wordClass } from '../../src/text/word-classes.ts';
import { type ClaimFacts, claimFacts } from '../../src/validate/claim/claim-facts.ts';
import { runs } from '../runs.ts';

const claimOf = (claim: string): Claim => ({ id: 1, claim, label: 'SUPPORTS', evidence: [] });
const factsOf = (claim: string, language: Language = en): ClaimFacts => ({
  ...claimFacts(claimOf(claim), language),
});

describe('the classes of words', () => {
  const namesOf = (claim: string) => {
    const { classes } = factsOf(claim);
    return Object.entries(wordClass).flatMap(([name, bit]) => ((classes & bit) === 0 ? [] : [name]));
  };

  test.each([
    ['The war ended.', []],
    ['The war may end.', ['hedge']],
    ['The war in May ended.', []],
    ['Many came and sometimes left.', ['vague']],
    ['He came.', ['pronoun']],
    ["It's late.", ['pronoun']],
    ['Then he came.', []],
    ['In 1990, he came.', ['pronoun']],
    ['In 1990 , she came.', ['pronoun']],
    ['Who came.', ['question']],
    ['The man who came.', []],
    ['Did he come.', ['question']],
    ['Name the king.', ['imperative']],
    ['The name of the king.', []],
    ['Five million men.', ['number']],
    ['Maypole, mightily.', []],
  ])('of %j', (claim, expected) => {
    expect(namesOf(claim)).toEqual(expected);
  });

  test('are none without a language', () => {
    expect(claimFacts(claimOf('He may have many.'), undefined).classes).toBe(0);
  });

  test('are all where a language has letters beyond ASCII and the claim too', () => {
    const other: Language = { ...en, tag: 'xx', hedges: ['måske'] };
    expect(factsOf('Noget andet.', other).classes).toBe(0);
    expect(factsOf('MÅSKE.', other).classes & wordClass.hedge).not.toBe(0);
  });
});

test('the facts of a claim do not depend on the one before', () => {
  const before = factsOf('One.');
  factsOf('“Zwei” sagt er 2 mal?  ');
  expect(factsOf('One.')).toEqual({ ...before, claim: expect.anything() });
});

test.each([
  ['The number one comes first.', 5],
  [' Two  words ', 2],
  ['A - b', 2],
  ["Anne 's dog , 1990 .", 4],
  ['北京 是', 2],
  ['...', 0],
  ['', 0],
])('%j has %d words', (claim, count) => {
  expect(factsOf(claim).wordCount).toBe(count);
});

/** Characters of every kind that the scan tells apart, and neighbours of theirs. */
const character = fc.oneof(
  fc.constantFrom(...'aAzZ09 .,!?"\'()[]{}-_@%$'),
  fc.constantFrom(
    ' ',
    ' ',
    '\t',
    '\n',
    '\u0000',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ab',
    '\u00bb',
    '\u00e9',
    '\u00c9',
  ),
  fc.constantFrom(
    '\u0430',
    '\u0391',
    '\u200b',
    '\u2003',
    '\u2009',
    '\u2019',
    '\u201c',
    '\u201d',
    '\u2026',
    '\u2028',
    '\u3000',
    '\u3002',
    '\uff01',
    '\uff08',
    '\ufeff',
    '😀',
    '\ud83d',
  ),
);

test('a fact holds wherever what it is about is there', () => {
  fc.assert(
    fc.property(fc.array(character, { maxLength: 14 }), (characters) => {
      const claim = characters.join('');
      const facts = factsOf(claim);
      const last = claim.at(-1) ?? '';
      /** What follows from what, never the other way round: the fact is quick, and the pattern is right. */
      const implied: readonly (readonly [boolean, boolean])[] = [
        [/[^\t-\r -~]/.test(claim), !facts.isPlain],
        [facts.hasAlphanumeric, /[A-Za-z0-9]/.test(claim)],
        [/\d/.test(claim), facts.hasDigit],
        [/^\s*[\p{Ll}]/u.test(claim), facts.startsSmall],
        [facts.endsWithPeriod, last === '.'],
        [claim !== claim.trim(), facts.hasOuterBlank],
        [/[^\S\uFEFF]{2}|[\t\n\v\f\r\u2028\u2029]/u.test(claim.trim()), facts.hasOddBlank],
        [unbalancedMarks(claim).length > 0, facts.hasLoneMark],
        [splitSentences(claim, en, { careful: true }).length > 1, facts.hasInnerEnd],
        [/.\P{L}\p{Lu}/u.test(claim), facts.hasInnerCapital],
      ];
      for (const [which, [premise, conclusion]] of implied.entries())
        expect([claim, which, premise && !conclusion]).toEqual([claim, which, false]);
      const counted = claim.split(/\s+/).filter((word) => /[A-Za-z0-9]|[^\0-\x7f]/.test(word)).length;
      expect([claim, facts.wordCount]).toEqual([claim, counted]);
    }),
    { numRuns: runs(3_000) },
  );
});
