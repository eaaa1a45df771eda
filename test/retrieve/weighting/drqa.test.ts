import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/retrieve/analysis/analyzer.ts';
import { drqaIndexSettings } from '../../../src/retrieve/drqa-index-settings.ts';
import { TextIndexBuilder } from '../../../src/retrieve/index/text-index-builder.ts';
import { searchExhaustively } from '../../../src/retrieve/search/exhaustive.ts';
import { MaxScore } from '../../../src/retrieve/search/max-score.ts';
import { tfIdf } from '../../../src/retrieve/weighting/tf-idf.ts';

interface GoldenDocument {
  readonly document: string;
  readonly grams: readonly number[];
}

interface GoldenQuery {
  readonly query: string;
  readonly found: readonly { readonly document: number; readonly score: number }[];
}

/** Made by `python3 test/retrieve/weighting/drqa.py > test/retrieve/weighting/drqa.jsonl`, which has nothing in common with the code. */
const golden = readFileSync(join(import.meta.dirname, 'drqa.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldenDocument | GoldenQuery);
const documents = golden.filter((one) => 'document' in one);
const queries = golden.filter((one) => 'query' in one);
const { termsOf } = createAnalyzer(drqaIndexSettings.analysis);

describe("DrQA's TF-IDF as Python works it out", () => {
  test.each(documents.map(({ document, grams }) => [document.slice(0, 40), document, grams] as const))(
    'the grams of "%s"',
    (_, text, grams) => {
      expect(
        termsOf(text)
          .map(Number)
          .sort((a, b) => a - b),
      ).toEqual(grams);
    },
  );

  const builder = new TextIndexBuilder(drqaIndexSettings);
  for (const { document } of documents) builder.add([{ text: document, times: 1 }]);
  const index = builder.finish();
  const quick = new MaxScore(index, tfIdf);

  test.each(queries.map(({ query, found }) => [query, found] as const))(
    'the ranking for "%s"',
    (text, wanted) => {
      const search = { terms: termsOf(text), count: documents.length };
      const found = searchExhaustively(index, tfIdf, search);
      expect(quick.search(search)).toEqual(found);
      expect(found.map(({ document }) => document)).toEqual(wanted.map(({ document }) => document));
      for (const [at, { score }] of found.entries())
        expect(Math.abs(score - (wanted[at]?.score ?? 0))).toBeLessThan(1e-9);
    },
  );
});

test.each([
  ['there is no pair across punctuation', 'ended, Russia', ['ended', 'russia']],
  ['nor across a word that is left out', 'end of war', ['end', 'war']],
  ['symbols are words', '$2', ['$', '2', '$ 2']],
  ['accents stay', 'Café', ['Cafe\u0301']],
])('hashed bigrams: %s', (_, text, grams) => {
  // A word or symbol between blanks is hashed as it is; a pair is itself with the pair's two words.
  const expected = grams.flatMap((gram) => {
    const terms = termsOf(gram);
    return gram.includes(' ')
      ? terms.filter((term) => !gram.split(' ').some((one) => termsOf(one).includes(term)))
      : terms;
  });
  expect([...termsOf(text)].sort()).toEqual(expected.sort());
});

test('another language leaves its own words out, in any normal form', () => {
  const spanish = createAnalyzer({ ...drqaIndexSettings.analysis, language: 'es' });
  expect(spanish.termsOf('más que')).toEqual([]);
  expect(spanish.termsOf('más que'.normalize('NFD'))).toEqual([]);
});
