import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../src/io/engines/open-engine.ts';
import type { SearchEngine } from '../../src/io/engines/search-engine.ts';
import { buildSearcher } from '../../src/retrieve/build-searcher.ts';
import { defaultIndexSettings } from '../../src/retrieve/default-index-settings.ts';
import type { Hit, SearchRequest } from '../../src/retrieve/evidence-searcher.ts';
import type { IndexSettings } from '../../src/retrieve/index/text-index.ts';
import { plainQuery } from '../../src/retrieve/query/parsed-query.ts';
import { articleOf, articlesOf, someQuery, someWord } from './articles.ts';
import { startOpenSearch, whyNoOpenSearch } from './opensearch-server.ts';
import type { TestServer } from './postgres-server.ts';

const settingsToTry: readonly IndexSettings[] = [
  defaultIndexSettings,
  { ...defaultIndexSettings, weighting: { id: 'atire', k1: 0.9, b: 0.4 }, boosts: { title: 1, heads: 2 } },
  {
    analysis: { language: 'en', stem: false, dropStopWords: true, grams: 'hashed-bigrams' },
    weighting: { id: 'drqa' },
    boosts: { title: 1, heads: 1 },
  },
];
const request = fc.record({
  words: fc.array(someQuery, { minLength: 1, maxLength: 3 }),
  phrases: fc.array(someQuery, { maxLength: 1 }),
  prefixes: fc.array(
    someWord.map((word) => word.slice(0, 2)),
    { maxLength: 1 },
  ),
  onlyCells: fc.boolean(),
  titles: fc.option(fc.array(fc.nat({ max: 12 }), { maxLength: 4 })),
  except: fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
});

describe.skipIf(whyNoOpenSearch !== undefined)(
  `OpenSearch${whyNoOpenSearch === undefined ? '' : ` (${whyNoOpenSearch})`}`,
  () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startOpenSearch();
    });
    afterAll(() => server?.stop());
    const engineOf = (index: string): Promise<SearchEngine> => openEngine(`${server.address}/${index}`, {});

    // Lengths up to 40 are kept as they are: texts are short here.
    test.each(settingsToTry)('ranks as the embedded index does: $weighting.id', async (settings) => {
      const engine = await engineOf('differential');
      const samples = fc.sample(
        fc.tuple(articlesOf(8), fc.array(request, { minLength: 40, maxLength: 40 })),
        { numRuns: 2, seed: 8 },
      );
      for (const [articles, asked] of samples) {
        await engine.fill({ articles, levels: ['element'], settings, corpus: JSON.stringify(articles) });
        const [theirs, ours] = [
          await engine.open(),
          buildSearcher('memory', articles, ['element'], settings),
        ];
        const ids = articles.flatMap(({ records }) => records.map(({ id }) => id));
        for (const { words, phrases, prefixes, onlyCells, titles, except } of asked) {
          const full: SearchRequest = {
            level: 'element',
            count: 5,
            query: { words: [...words, ...phrases], phrases, prefixes },
            ...(onlyCells && { kinds: ['cell'] }),
            ...(titles !== null && {
              titles: titles.map((at) => articles[at]?.title.normalize('NFD') ?? 'none'),
            }),
            except: new Set(except.map((at) => ids[at] ?? '')),
          };
          const all = await ours.search({ ...full, count: 1000 });
          expectSameRanking(await theirs.search(full), all, 5);
        }
      }
    });

    test('finds titles and elements of articles as the embedded index does', async () => {
      const engine = await engineOf('titles');
      for (const [articles, texts] of fc.sample(fc.tuple(articlesOf(8), fc.array(someQuery)), {
        numRuns: 2,
        seed: 8,
      })) {
        await engine.fill({
          articles,
          levels: ['element'],
          settings: defaultIndexSettings,
          corpus: JSON.stringify(articles),
        });
        const [theirs, ours] = [
          await engine.open(),
          buildSearcher('memory', articles, ['element'], defaultIndexSettings),
        ];
        for (const text of [...texts, 'w', 'ca', ...articles.map(({ title }) => title)]) {
          expect(await theirs.findTitles(text, 5)).toEqual(await ours.findTitles(text, 5));
          expect(await theirs.knownTitles([text])).toEqual(await ours.knownTitles([text]));
          expect(await theirs.elementsOf(text)).toEqual(await ours.elementsOf(text));
        }
        expect(await theirs.size('element')).toBe(await ours.size('element'));
      }
    });

    test('filling that was interrupted goes on where it was, and what is searched meanwhile is the index before', async () => {
      const engine = await engineOf('resumed');
      const old = [articleOf('Old', [['sentence', 'the old war']])];
      const settings = defaultIndexSettings;
      await engine.fill({ articles: old, levels: ['element'], settings, corpus: 'old' });
      const searcher = await engine.open();
      const articles = Array.from({ length: 40 }, (_, at) =>
        articleOf(
          `New ${at}`,
          Array.from({ length: 100 }, (_, line) => ['sentence', `the new war ${line}`] as const),
        ),
      );
      function* interrupted() {
        yield* articles.slice(0, 30);
        throw new Error('the power fails');
      }
      const source = { levels: ['element'], settings, corpus: 'new' } as const;
      await expect(engine.fill({ ...source, articles: interrupted() })).rejects.toThrow('the power fails');
      const ask = { query: plainQuery('war'), level: 'element', count: 1 } as const;
      expect((await searcher.search(ask)).map(({ id }) => id)).toEqual(['Old_sentence_0']);
      const { resumedAt, records } = await engine.fill({ ...source, articles });
      expect(resumedAt).toBeGreaterThan(0);
      expect(records.get('element')).toBe(4000);
      expect((await searcher.search(ask)).map(({ title }) => title)).toEqual(['New 0']);
      await engine.remove();
      await expect(engine.open()).rejects.toMatchObject({ code: 'ENGINE_EMPTY' });
    });

    test('an index that is not its own is neither searched nor touched', async () => {
      await fetch(`${server.address}/foreign`, { method: 'PUT' });
      const engine = await engineOf('foreign');
      await expect(engine.open()).rejects.toMatchObject({ code: 'ENGINE_FOREIGN' });
      const source = {
        articles: [],
        levels: ['element'],
        settings: defaultIndexSettings,
        corpus: '',
      } as const;
      await expect(engine.fill(source)).rejects.toMatchObject({ code: 'ENGINE_FOREIGN' });
      expect((await fetch(`${server.address}/foreign`)).status).toBe(200);
      await fetch(`${server.address}/foreign`, { method: 'DELETE' });
    });
  },
);

/** Their best hits, against all of ours: the scores are the same but for a factor and seven digits, and so is the order. */
function expectSameRanking(theirs: readonly Hit[], ours: readonly Hit[], count: number): void {
  expect(theirs).toHaveLength(Math.min(count, ours.length));
  const scores = new Map(ours.map(({ id, score }) => [id, score]));
  const factor = (theirs[0]?.score ?? 1) / (ours[0]?.score ?? 1);
  for (const [at, { id, score }] of theirs.entries()) {
    expect(Math.abs(score / factor / (scores.get(id) ?? 0) - 1)).toBeLessThan(1e-5);
    expect(Math.abs(score / factor / (ours[at]?.score ?? 0) - 1)).toBeLessThan(1e-5);
  }
}
