import { describe, expect, test } from 'vitest';
import { defaultAnalysis } from '../../src/retrieve/analysis/analysis-settings.ts';
import { createAnalyzer } from '../../src/retrieve/analysis/analyzer.ts';
import { defaultIndexSettings } from '../../src/retrieve/default-index-settings.ts';
import { StringTable } from '../../src/retrieve/index/string-table.ts';
import { maxLength } from '../../src/retrieve/index/text-index.ts';
import { TextIndexBuilder } from '../../src/retrieve/index/text-index-builder.ts';
import { WordRuns } from '../../src/retrieve/index/word-runs.ts';
import { createHighlighter } from '../../src/retrieve/query/highlighter.ts';
import { parseQuery } from '../../src/retrieve/query/parse-query.ts';
import { searchExhaustively } from '../../src/retrieve/search/exhaustive.ts';
import { MaxScore } from '../../src/retrieve/search/max-score.ts';
import { weightingOf } from '../../src/retrieve/weighting/weighting-of.ts';

const weighting = weightingOf(defaultIndexSettings.weighting);

function indexOf(texts: readonly string[], times = 1) {
  const builder = new TextIndexBuilder(defaultIndexSettings);
  for (const text of texts) builder.add([{ text, times }]);
  return builder.finish();
}

/** What must not take long: a tenth of a second where it is right, minutes where it grows with the square. */
const patienceMs = 10_000;

describe('words', () => {
  test.each(['en', 'de', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'ru', 'sv'])(
    'of a hundred thousand letters are not stemmed: %s',
    (language) => {
      const { termOf } = createAnalyzer({ ...defaultAnalysis, language });
      for (const letters of ['n', 'н', 'y', 'ing', 'ennen']) {
        const word = letters.repeat(100_000 / letters.length);
        expect(termOf(word)).toBe(word);
      }
    },
    patienceMs,
  );

  test('of a million letters are found', () => {
    const word = 'a'.repeat(1_000_000);
    const index = indexOf([word, `b ${word}`, 'c']);
    const found = new MaxScore(index, weighting).search({ terms: [word], count: 5 });
    expect(found.map(({ document }) => document)).toEqual([0, 1]);
  });

  test(
    'that were made to get in each other’s way are all told apart',
    () => {
      const words = collidingWords(1200);
      const runs = new WordRuns();
      runs.read(words.join(' '));
      expect(runs.others.length).toBe(200);
      const index = indexOf(words);
      const search = new MaxScore(index, weighting);
      const { termOf } = createAnalyzer(defaultAnalysis);
      for (const at of [0, 999, 1000, 1199]) {
        const [best] = search.search({ terms: [termOf(words[at] ?? '') ?? ''], count: 1 });
        expect(best?.document).toBe(at);
      }
    },
    patienceMs,
  );

  test.each([
    ['in the middle of the table', 7, 1200, 150_000],
    ['at its end', 2 ** 18 - 1, 1000, 50_000],
  ])(
    'that were made to get in each other’s way %s are the same terms after it has grown',
    (_, slot, count, more) => {
      const words = collidingWords(count, slot);
      const others = Array.from({ length: more }, (_, at) => `z${at}q`);
      const index = indexOf([...words, others.join(' '), ...words]);
      const table = new StringTable(index.columns.terms);
      const terms = Array.from({ length: table.size }, (_, at) => table.at(at));
      expect(terms.length).toBe(count + others.length);
      expect(new Set(terms).size).toBe(terms.length);
      const search = new MaxScore(index, weighting);
      const { termOf } = createAnalyzer(defaultAnalysis);
      for (const [at, word] of words.entries()) {
        const found = search.search({ terms: [termOf(word) ?? ''], count: 5 });
        expect(found.map(({ document }) => document)).toEqual([at, at + count + 1]);
      }
    },
    patienceMs,
  );
});

describe('documents', () => {
  test('of more words than are counted are ranked as the longest', () => {
    const many = 'tower '.repeat(maxLength / 20 + 1);
    const index = indexOf([many, 'tower of pisa'], 20);
    expect([...index.columns.lengths]).toEqual([maxLength, 60]);
    expect(index.words).toBe(maxLength + 60);
    const request = { terms: ['tower', 'pisa'], count: 2 };
    const found = new MaxScore(index, weighting).search(request);
    expect(found).toEqual(searchExhaustively(index, weighting, request));
    expect(found.map(({ document }) => document)).toEqual([1, 0]);
  });
});

describe('queries', () => {
  test(
    'of fifty thousand different words are answered as by the oracle',
    () => {
      const index = indexOf(Array.from({ length: 2000 }, (_, at) => `w${at} w${at % 7} the`));
      const terms = Array.from({ length: 50_000 }, (_, at) => `w${at}`);
      const request = { terms, count: 10 };
      expect(new MaxScore(index, weighting).search(request)).toEqual(
        searchExhaustively(index, weighting, request),
      );
    },
    patienceMs,
  );

  test.each(['a', '“', '« ', '"', 'a*', '"a b', 'a ', '*', 'é', 'e\u0301', '\u0301', '𝒜', '\ud835'])(
    'of nothing but %j are read and marked',
    (piece) => {
      const text = piece.repeat(20_000);
      const query = parseQuery(text);
      expect(query.phrases.length).toBeLessThanOrEqual(16);
      expect(query.prefixes.length).toBeLessThanOrEqual(16);
      const marks = createHighlighter(query, defaultAnalysis)(text);
      for (const { start, end } of marks.slice(0, 100)) expect(end).toBeGreaterThan(start);
    },
    patienceMs,
  );
});

/** Words of eight letters that all begin at one slot of a table of 2^18: the hash of {@link WordRuns}, gone through backwards. */
function collidingWords(count: number, slot = 7): string[] {
  const bits = 18;
  const second = 0x85ebca77;
  const [ofFirst, ofLast] = [inverse(0x9e3779b1), inverse(0x2c1b3c6d)];
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const bytes = (value: number): number[] => [0, 8, 16, 24].map((by) => (value >>> by) & 255);
  const codes = new Set(Array.from(letters, (letter) => letter.charCodeAt(0)));
  const isWord = (value: number): boolean =>
    codes.has(value & 255) && bytes(value).every((byte) => codes.has(byte));
  const words: string[] = [];
  for (let seed = 0; words.length < count; seed++) {
    const end = [0, 1, 2, 3].map((place) => letters.charCodeAt(Math.floor(seed / 36 ** place) % 36));
    const number = end.reduce((sum, byte, at) => sum | (byte << (8 * at)), 0);
    const ofEnd = Math.imul(number ^ (number >>> 13), second);
    for (let high = 0; high < 2 ** (32 - bits - 2) && words.length < count; high++) {
      const hash = unshifted((high << bits) | slot, 12);
      const begin = Math.imul(unshifted(Math.imul(hash, ofLast), 15) ^ ofEnd, ofFirst);
      if (isWord(begin)) words.push(String.fromCharCode(...bytes(begin), ...end));
    }
  }
  return words;
}

/** What gives `value` when it is combined with itself, moved to the right. */
function unshifted(value: number, by: number): number {
  let found = value;
  for (let times = 0; times < 3; times++) found = value ^ (found >>> by);
  return found;
}

/** What gives 1 when it is multiplied with an odd number, modulo 2^32. */
function inverse(odd: number): number {
  let found = odd;
  for (let times = 0; times < 5; times++) found = Math.imul(found, 2 - Math.imul(odd, found));
  return found;
}
