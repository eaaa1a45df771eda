import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
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
          { numRuns: runs(40), endOnFailure: true },
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
        { numRuns: runs(40), endOnFailure: true },
      );
    });

    const settings = defaultIndexSettings;
    const some = { levels: ['element'], settings } as const;
    const ask = { query: plainQuery('war'), level: 'element', count: 1 } as const;

    test('filling that was interrupted goes on where it was, and what is searched meanwhile is the index before', async () => {
      const engine = await engineOf('resumed');
      await engine.fill({
        ...some,
        articles: [articleOf('Old', [['sentence', 'the old war']])],
        corpus: 'old',
      });
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
      await expect(engine.fill({ ...some, articles: interrupted(), corpus: 'new' })).rejects.toThrow(
        'the power fails',
      );
      expect((await searcher.search(ask)).map(({ id }) => id)).toEqual(['Old_sentence_0']);
      const { resumedAt, records } = await engine.fill({ ...some, articles, corpus: 'new' });
      expect(resumedAt).toBeGreaterThan(0);
      expect(records.get('element')).toBe(4000);
      expect(await searcher.search(ask)).toEqual(
        await buildSearcher('memory', articles, ['element'], settings).search(ask),
      );
      await searcher.close();
      await engine.remove();
      await expect(engine.open()).rejects.toMatchObject({ code: 'ENGINE_EMPTY' });
    });

    test('what an interrupted run has left of other articles or settings is thrown away', async () => {
      const engine = await engineOf('other');
      function* interrupted() {
        for (let at = 0; at < 30; at++)
          yield articleOf(
            `A${at}`,
            Array.from({ length: 100 }, () => ['sentence', 'war'] as const),
          );
        throw new Error('the power fails');
      }
      await expect(engine.fill({ ...some, articles: interrupted(), corpus: 'a' })).rejects.toThrow();
      const summary = await engine.fill({
        ...some,
        articles: [articleOf('B', [['sentence', 'peace']])],
        corpus: 'b',
      });
      expect([summary.resumedAt, summary.records.get('element')]).toEqual([0, 1]);
    });

    test('what PostgreSQL cannot keep as it is, is found all the same', async () => {
      const long = 'x'.repeat(5000);
      const many = Array.from({ length: 120_000 }, (_, at) => `w${at}`).join(' ');
      const articles = [
        articleOf('Odd\u0000 \ud800', [
          ['sentence', `nul\u0000 half \udc00 ${long} ${'war '.repeat(20_000)}`],
          ['sentence', many],
        ]),
        articleOf('t'.repeat(9000), [['sentence', "'quoted\\' & (operators) | :* <-> !not"]]),
      ];
      const engine = await engineOf('odd');
      const { cut } = await engine.fill({ ...some, articles, corpus: 'odd' });
      expect(cut).toBe(1);
      const searcher = await engine.open();
      const idsOf = async (text: string) =>
        (await searcher.search({ ...ask, query: plainQuery(text) })).map(
          ({ kind, text: own }) => `${kind} ${own.slice(0, 8)}`,
        );
      expect(await idsOf('half')).toEqual(['sentence nul\ufffd hal']);
      expect(await idsOf(long)).toEqual(['sentence nul\ufffd hal']);
      expect(await idsOf('w7')).toEqual(['sentence w0 w1 w2']);
      expect(await idsOf("'quoted\\' & !operators")).toEqual(["sentence 'quoted\\"]);
      expect(await searcher.elementsOf('t'.repeat(9000))).toHaveLength(1);
      for (const odd of ['w\u0000*', '\ud800', "'\\ & ! | <-> :* (", '{"}', '%_']) {
        const query = { words: ['war', odd], phrases: [], prefixes: [odd] };
        const hits = await searcher.search({ ...ask, query, except: new Set([odd]) });
        expect(hits.map(({ id }) => id)).toEqual([
          articles[0]?.records[0]?.id.replace(/[\0\ud800]/g, '\ufffd'),
        ]);
        expect(await searcher.search({ ...ask, query, titles: [odd] })).toEqual([]);
        expect(await searcher.findTitles(odd, 3)).toEqual([]);
      }
      await searcher.close();
    });

    test('a schema that is not its own is neither searched nor touched', async () => {
      const client = new pg.Client(server.address);
      await client.connect();
      await client.query('CREATE SCHEMA theirs; CREATE TABLE theirs.meta (precious text)');
      const engine = await engineOf('theirs');
      await expect(engine.fill({ ...some, articles: [], corpus: '' })).rejects.toMatchObject({
        code: 'ENGINE_FOREIGN',
      });
      await expect(engine.remove()).rejects.toMatchObject({ code: 'ENGINE_FOREIGN' });
      expect((await client.query('SELECT * FROM theirs.meta')).rows).toEqual([]);
      await client.end();
    });

    test('a connection that breaks is told, and filling goes on where it was', async () => {
      const client = new pg.Client(server.address);
      await client.connect();
      const breakAll = () =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'claimset'`,
        );
      const engine = await engineOf('broken');
      const articles = Array.from({ length: 3 }, (_, at) =>
        articleOf(
          `A${at}`,
          Array.from({ length: 2000 }, () => ['sentence', 'war'] as const),
        ),
      );
      async function* breaking() {
        yield* articles.slice(0, 2);
        await breakAll();
        // The end of the connection is heard of while nothing is asked.
        await setTimeout(200);
        yield* articles.slice(2);
      }
      const source = { ...some, corpus: 'broken' };
      await expect(engine.fill({ ...source, articles: breaking() })).rejects.toMatchObject({
        code: 'ENGINE_UNREACHABLE',
      });
      expect((await engine.fill({ ...source, articles })).resumedAt).toBe(2);
      const searcher = await engine.open();
      await breakAll();
      await setTimeout(200);
      expect(await searcher.search(ask)).toHaveLength(1);
      await searcher.close();
      await client.end();
    });

    test('a password is asked for, and filling takes as long as it needs', async () => {
      const client = new pg.Client(server.address);
      await client.connect();
      await client.query(`
        CREATE ROLE hurried LOGIN PASSWORD 's3cr''et/@'; ALTER ROLE hurried SET statement_timeout = 1;
        GRANT CREATE ON DATABASE postgres TO hurried`);
      const engineAs = (user: string, env = {}): Promise<SearchEngine> =>
        openEngine(`${server.address.replace(/\/\/[^@]*@/, `//${user}@`)}?index=hurried`, env);
      const engine = await engineAs(`hurried:${encodeURIComponent("s3cr'et/@")}`);
      const articles = Array.from({ length: 20 }, (_, at) => articleOf(`A${at}`, [['sentence', 'war']]));
      expect((await engine.fill({ ...some, articles, corpus: '' })).articles).toBe(20);
      await (await (await engineAs('hurried', { PGPASSWORD: "s3cr'et/@" })).open()).close();
      // The driver would take it of its own accord: it is for addresses of the user's own.
      vi.stubEnv('PGPASSWORD', "s3cr'et/@");
      for (const user of ['hurried:wr0ng', 'hurried']) {
        const refused = expect((await engineAs(user)).open()).rejects;
        await refused.toThrow(/does not let you in: (?!.*wr0ng)/);
      }
      vi.unstubAllEnvs();
      await engine.remove();
      await client.query('DROP OWNED BY hurried; DROP ROLE hurried');
      await client.end();
    });

    test('two do not fill it at once', async () => {
      const engine = await engineOf('twice');
      async function* slow() {
        await expect(engine.fill({ ...some, articles: [], corpus: '' })).rejects.toMatchObject({
          code: 'ENGINE_BUSY',
        });
        yield articleOf('A', [['sentence', 'war']]);
      }
      await engine.fill({ ...some, articles: slow(), corpus: 'slow' });
    });

    test.each([
      [
        'a server that is not there',
        (address: string) => address.replace(/:\d+\//, ':1/'),
        'ENGINE_UNREACHABLE',
      ],
      [
        'a database that is not there',
        (address: string) => address.replace(/[^/]+$/, 'none'),
        'ENGINE_REFUSED',
      ],
      ['an index that is not there', (address: string) => `${address}?index=none`, 'ENGINE_EMPTY'],
      [
        'encryption that the server does not do',
        (address: string) => `${address}?sslmode=verify-full`,
        'ENGINE_REFUSED',
      ],
    ])('tells of %s without the password', async (_, change, code) => {
      const address = change(server.address.replace(/\/\/[^@]*@/, '//tester:s3cret@'));
      const failure = await (await openEngine(address, {})).open().catch((error: unknown) => error);
      expect(failure).toMatchObject({ code });
      expect(String((failure as Error).message)).not.toContain('s3cret');
    });
  },
);
