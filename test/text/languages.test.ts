import { describe, expect, test } from 'vitest';
import { languageOf, languages } from '../../src/text/languages/index.ts';
import { emptyHash, hashLetter, WordClasses, wordClass } from '../../src/text/word-classes.ts';
import { wordSpans } from '../../src/text/word-spans.ts';

test('a language is found by its tag, whatever the region and case', () => {
  expect(languageOf('en')?.name).toBe('English');
  expect(languageOf('EN-gb')?.name).toBe('English');
  expect(languageOf('da')).toBeUndefined();
  expect(languageOf('')).toBeUndefined();
});

test('languages are sorted by tag, each once', () => {
  const tags = languages.map(({ tag }) => tag);
  expect([...new Set(tags)].sort()).toEqual(tags);
});

describe.each(languages.map((language) => [language.name, language] as const))(
  'the words of %s',
  (_, language) => {
    const lists = Object.entries(language).filter(
      (entry): entry is [string, readonly string[]] =>
        Array.isArray(entry[1]) && entry[1].every((word) => typeof word === 'string'),
    );
    /** Lists whose entries are compared with the beginnings of names, and not with words. */
    const unlike = ['abbreviations', 'nameParticles', 'openingAbbreviations'];

    test.each(lists)('%s: are in lower case, each once', (_name, list) => {
      expect(list).not.toHaveLength(0);
      expect(
        list.filter((entry) => entry !== entry.toLowerCase() || entry !== entry.trim() || entry === ''),
      ).toEqual([]);
      expect(list.filter((entry, at) => list.indexOf(entry) < at)).toEqual([]);
    });

    test.each(lists.filter(([name]) => !unlike.includes(name)))('%s: are found in text', (_name, list) => {
      for (const entry of list) {
        const folded = wordSpans(entry).map((word) => word.folded);
        expect(folded.join(' ')).toBe(entry);
      }
    });

    test('are in their classes', () => {
      const classes = new WordClasses(language);
      const classesOf = (word: string) => {
        let hash = emptyHash;
        for (const letter of word) hash = hashLetter(hash, letter.charCodeAt(0));
        return classes.of(hash);
      };
      for (const word of language.pronouns) expect(classesOf(word) & wordClass.pronoun).not.toBe(0);
      for (const word of language.imperatives) expect(classesOf(word) & wordClass.imperative).not.toBe(0);
      for (const word of Object.keys(language.multipliers))
        expect(classesOf(word) & wordClass.number).not.toBe(0);
      expect(classesOf('xyzzy')).toBe(0);
      expect(classesOf('')).toBe(0);
    });
  },
);
