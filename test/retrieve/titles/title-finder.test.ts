import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankTitles } from '../../../src/retrieve/titles/rank-titles.ts';
import { TitleIndexBuilder } from '../../../src/retrieve/titles/title-index-builder.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';

function finderOf(titles: Iterable<string>) {
  const builder = new TitleIndexBuilder();
  for (const title of titles) builder.add(title);
  return builder.finish();
}

test('finds what all titles one by one would give, unless they are only spelt nearly so', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'r', 'é', '𝔘'), minLength: 1, maxLength: 5 });
  const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 40 }),
      title,
      fc.integer({ min: 1, max: 5 }),
      (titles, text, count) => {
        const all = rankTitles(text, titles, count);
        const found = finderOf(titles).find(text, count);
        if (all[0]?.match !== 'spelling') expect(found).toEqual(all);
        // Those without one run of letters in common are not compared.
        else for (const { match } of found) expect(match).toBe('spelling');
      },
    ),
    { numRuns: runs(1000) },
  );
});

test('finds every title by itself and by its beginning', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: anyCharacter, minLength: 1 }), { minLength: 1, maxLength: 20 }),
      (titles) => {
        const finder = finderOf(titles);
        for (const title of titles)
          if (title.trim() !== '') expect(['same', undefined]).toContain(finder.find(title, 1)[0]?.match);
      },
    ),
    { numRuns: runs(200) },
  );
});

test('one misspelt among many', () => {
  const others = Array.from({ length: 3000 }, (_, at) => `Battle of ${at.toString(36)}arabakh ${at % 7}`);
  const finder = finderOf([...others, 'Shusha', 'First Nagorno-Karabakh War']);
  expect(finder.find('frist nagorno karabach war', 1)).toEqual([
    { title: 'First Nagorno-Karabakh War', match: 'spelling' },
  ]);
  expect(finder.find('Shush', 1)).toEqual([{ title: 'Shusha', match: 'beginning' }]);
  expect(finder.find('Shusah', 1)).toEqual([{ title: 'Shusha', match: 'spelling' }]);
  expect(finder.find('', 1)).toEqual([]);
  expect(finder.find('x'.repeat(100_000), 5)).toEqual([]);
});
