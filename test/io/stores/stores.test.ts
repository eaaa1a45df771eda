import { describe, expect, test } from 'vitest';
import { articleOfDraft } from '../../../src/corpus/article-of-draft.ts';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { StoredEvidence } from '../../../src/corpus/stored-evidence.ts';
import { exampleArticles, openStore, storeKinds } from './example-articles.ts';

describe.each(storeKinds)('%s', (_, make) => {
  test('gives back each article by its title, in any normal form', async () => {
    const { store } = await openStore(await make(exampleArticles));
    for (const article of exampleArticles) {
      for (const form of ['NFC', 'NFD'] as const) {
        const title = article.title.normalize(form);
        expect([store.has(title), store.load(title)]).toEqual([true, { article }]);
      }
    }
    expect(store.size).toBe(exampleArticles.length);
    store.close();
  });

  test('has all titles and articles, and nothing to complain of', async () => {
    const { store } = await openStore(await make(exampleArticles));
    const titles = exampleArticles.map(({ title }) => title).sort();
    expect([...store.titles()].sort()).toEqual(titles);
    const articles = [...store.articles()].map(({ article }) => article);
    expect(articles.map((article) => article?.title).sort()).toEqual(titles);
    expect(new Set(articles)).toEqual(new Set(exampleArticles));
    expect(store.diagnostics).toEqual([]);
    store.close();
  });

  test.each([
    ['in lower case', 'abc'],
    ['with a blank behind it', 'Abc '],
    ['of SQL', "Abc' OR '1'='1"],
    ['of nothing', ''],
    ['of wild cards', '%'],
    ['that ends where a byte is zero', 'Zero'],
    ['that differs behind a zero byte', 'Zero\u0000bytes'],
    ['of half a surrogate pair', '\uD800'],
    ['of 100,000 letters', 'x'.repeat(100_000)],
    ['of 10,000 marks', '\u0301'.repeat(10_000)],
  ])('has no article with a title %s', async (_name, title) => {
    const { store } = await openStore(await make(exampleArticles));
    expect([store.has(title), store.load(title)]).toEqual([false, undefined]);
    store.close();
  });

  test('of two articles with one title the first stands', async () => {
    const [first, second] = exampleArticles;
    if (first === undefined || second === undefined) throw new Error('no examples');
    const { store } = await openStore(await make([first, { ...second, title: first.title }]));
    expect(store.load(first.title)).toEqual({ article: first });
    store.close();
  });

  test('is evidence as an index in memory is', async () => {
    const articles = exampleArticles.flatMap((draft) => articleOfDraft(draft, 'x') ?? []);
    expect(articles).toHaveLength(exampleArticles.length);
    const index = new EvidenceIndex(articles);
    const { store } = await openStore(await make(exampleArticles));
    const stored = new StoredEvidence(store);
    const ids = [...index].map(({ id }) => id);
    for (const id of [
      ...ids,
      ...ids.map((known) => known.normalize('NFD')),
      'Abc_title',
      'Abc_sentence_9',
      'B',
    ]) {
      expect(stored.get(id)).toEqual(index.get(id));
      expect(stored.text(id)).toBe(index.text(id));
      expect(stored.range(id, id)).toEqual(index.range(id, id));
    }
    expect(stored.range('Abc_sentence_0', 'Abc_sentence_2')).toHaveLength(3);
    expect(stored.nearest('Abc_sentense_7')).toEqual(index.nearest('Abc_sentense_7'));
    expect(stored.size).toBe(exampleArticles.length);
    expect(stored.articles).toEqual([]);
    expect(stored.diagnostics).toEqual([]);
    store.close();
  });
});
