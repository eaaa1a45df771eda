import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { openEngine } from '../../src/io/engines/open-engine.ts';
import type { SearchEngine } from '../../src/io/engines/search-engine.ts';
import { buildSearcher } from '../../src/retrieve/build-searcher.ts';
import { defaultIndexSettings } from '../../src/retrieve/default-index-settings.ts';
import type { EvidenceSearcher, SearchRequest } from '../../src/retrieve/evidence-searcher.ts';
import type { IndexSettings } from '../../src/retrieve/index/text-index.ts';
import { plainQuery } from '../../src/retrieve/query/parsed-query.ts';
import type { SearchLevel } from '../../src/retrieve/records/search-level.ts';
import { runs } from '../runs.ts';
import { articleOf, articlesOf, someQuery, someWord } from './articles.ts';
import { startPostgres, type TestServer, whyNoPostgres } from './postgres-server.ts';

const levels: readonly SearchLevel[] = ['element', 'section', 'article'];
const { weighting } = defaultIndexSettings;
const settingsToTry: readonly IndexSettings[] = [
  defaultIndexSettings,
  { ...defaultIndexSettings, weighting: { id: 'robertson', k1: 0.9, b: 0.4 } },
  { ...defaultIndexSettings, weighting: { id: 'atire', k1: 2, b: 1 }, boosts: { title: 0, heads: 3 } },
  {
    analysis: { language: 'en', stem: false, dropStopWords: true, grams: 'hashed-bigrams' },
    weighting: { id: 'drqa' },
    boosts: { title: 1, heads: 1 },
  },
  {
    analysis: { language: 'de', stem: true, dropStopWords: true, grams: 'words' },
    weighting,
    boosts: { title: 2, heads: 0 },
  },
];

describe.skipIf(whyNoPostgres !== undefined)(
  `PostgreSQL${whyNoPostgres === undefined ? '' : ` (${whyNoPostgres})`}`,
  () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());

    const engineOf = (index: string): Promise<SearchEngine> =>
      openEngine(`${server.address}?index=${index}`, {});

    async function both(
      index: string,
      articles: readonly Article[],
      settings: IndexSettings,
      work: (theirs: EvidenceSearcher, ours: EvidenceSearcher) => Promise<void>,
    ): Promise<void> {
      const engine = await engineOf(index);
      await engine.fill({ articles, levels, settings, corpus: JSON.stringify(articles) });
      const theirs = await engine.open();
      try {
        await work(theirs, buildSearcher('memory', articles, levels, settings));
      } finally {
        await theirs.close();
      }
    }

    test.each(settingsToTry)(
      'finds what the embedded index finds, with the same scores: $weighting.id, $analysis.language',
      async (settings) => {
        const request = fc.record({
          words: fc.array(someQuery, { maxLength: 3 }),
          phrases: fc.array(someQuery, { maxLength: 1 }),
          prefixes: fc.array(
            someWord.map((word) => word.slice(0, 2)),
            { maxLength: 2 },
          ),
          level: fc.constantFrom(...levels),
          count: fc.integer({ min: 0, max: 12 }),
          onlyCells: fc.boolean(),
          titles: fc.option(fc.array(fc.nat({ max: 12 }), { maxLength: 4 })),
          except: fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
        });
        await fc.assert(
          fc.asyncProperty(
            articlesOf(25),
            fc.array(request, { minLength: 25, maxLength: 25 }),
            async (articles, asked) => {
              const ids = articles.flatMap(({ records }) => records.map(({ id }) => id));
              await both('differential', articles, settings, async (theirs, ours) => {
                for (const { words, phrases, prefixes, onlyCells, titles, except, ...rest } of asked) {
                  const full: SearchRequest = {
                    ...rest,
                    query: { words: [...words, ...phrases], phrases, prefixes },
                    ...(onlyCells && { kinds: ['cell'] }),
                    ...(titles !== null && {
                      titles: titles.map((at) => articles[at]?.title.normalize('NFD') ?? 'none'),
                    }),
                    except: new Set(except.map((at) => ids[at] ?? '')),
                  };
                  expect(await theirs.search(full)).toEqual(await ours.search(full));
                }
              });
            },
          ),
          { numRuns: runs(60), endOnFailure: true },
        );
      },
    );

    test('finds titles and elements of articles as the embedded index does', async () => {
      await fc.assert(
        fc.asyncProperty(
          articlesOf(25),
          fc.array(someQuery, { minLength: 5, maxLength: 5 }),
          async (articles, texts) => {
            await both('titles', articles, defaultIndexSettings, async (theirs, ours) => {
              const titles = articles.map(({ title }) => title);
              for (const text of [...texts, 'w', 'ca', ...titles]) {
                expect(await theirs.findTitles(text, 5)).toEqual(await ours.findTitles(text, 5));
                expect(await theirs.knownTitles([text])).toEqual(await ours.knownTitles([text]));
                expect(await theirs.elementsOf(text)).toEqual(await ours.elementsOf(text));
              }
              for (const level of levels) expect(await theirs.size(level)).toBe(await ours.size(level));
            });
          },
        ),
        { numRuns: runs(60), endOnFailure: true },
      );
    });
  },
);
