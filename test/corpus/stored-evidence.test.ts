import { expect, test } from 'vitest';
import type { ArticleStore, StoredArticle } from '../../src/corpus/article-store.ts';
import { corpusRules } from '../../src/corpus/corpus-rules.ts';
import type { DraftArticle } from '../../src/corpus/draft-article.ts';
import { placeInStore } from '../../src/corpus/place-in-store.ts';
import { StoredEvidence } from '../../src/corpus/stored-evidence.ts';
import { createDiagnostic } from '../../src/diagnostic/rule-meta.ts';

/** A store of articles made on demand, which counts how often it is asked. */
function storeOf(articleOf: (title: string) => StoredArticle | undefined) {
  const asked = { load: 0, has: 0 };
  const store: ArticleStore = {
    name: 'a store',
    diagnostics: [],
    size: 1_000_000,
    has: (title) => {
      asked.has += 1;
      return articleOf(title) !== undefined;
    },
    load: (title) => {
      asked.load += 1;
      return articleOf(title);
    },
    titles: () => [],
    articles: () => [],
    close: () => undefined,
  };
  return { evidence: new StoredEvidence(store), asked };
}

function draft(title: string, sentences = 1): DraftArticle {
  const elements = Array.from({ length: sentences }, (_, number) => ({
    kind: 'sentence' as const,
    number,
    text: `Sentence ${number}.`,
  }));
  return { title, elements };
}

const only = (...titles: readonly string[]) =>
  storeOf((title) => (titles.includes(title) ? { article: draft(title, 3) } : undefined));

test('an article is read once, also one that is not there', () => {
  const { evidence, asked } = only('A');
  for (let time = 0; time < 5; time++) {
    expect(evidence.get('A_sentence_1')?.text).toBe('Sentence 1.');
    expect(evidence.get('B_sentence_1')).toBeUndefined();
  }
  expect(asked.load).toBe(2);
});

test('what was not asked for lately is forgotten, and read again', () => {
  const { evidence, asked } = storeOf((title) => ({ article: draft(title, 4_000) }));
  const titles = Array.from({ length: 40 }, (_, which) => `Article ${which}`);
  for (const title of titles) expect(evidence.get(`${title}_sentence_7`)?.title).toBe(title);
  expect(asked.load).toBe(40);
  // The 32 that were asked for last are kept, whatever their length.
  for (const title of titles.slice(-32)) evidence.article(title);
  expect(asked.load).toBe(40);
  evidence.article('Article 0');
  expect(asked.load).toBe(41);
});

test('many small articles are kept, but not without end', () => {
  const { evidence, asked } = storeOf((title) => ({ article: draft(title) }));
  const count = 30_000;
  for (let which = 0; which < count; which++) evidence.article(`Article ${which}`);
  for (let which = count - 20_000; which < count; which++) evidence.article(`Article ${which}`);
  expect(asked.load).toBe(count);
  evidence.article('Article 0');
  expect(asked.load).toBe(count + 1);
});

test('an article that cannot be read is told of once', () => {
  const diagnostic = createDiagnostic(corpusRules.unreadableArticle, 'broken', {
    data: { title: 'A', reason: 'it is no JSON' },
    place: placeInStore('a store'),
  });
  const { evidence } = storeOf((title) =>
    title === 'A' ? { diagnostic } : { article: draft(title, 4_000) },
  );
  for (let time = 0; time < 2; time++) {
    expect(evidence.get('A_sentence_0')).toBeUndefined();
    for (let which = 0; which < 40; which++) evidence.article(`Other ${which}`);
  }
  expect(evidence.diagnostics).toEqual([diagnostic]);
});

test('an article that tagged text cannot say is told of', () => {
  const article: DraftArticle = {
    title: 'A',
    elements: [{ kind: 'sentence', number: 0, text: 'It is called A_sentence_7 here.' }],
  };
  const { evidence } = storeOf((title) => ({ article: { ...article, title } }));
  const titles = ['A', 'Two\nlines', ''];
  expect(titles.map((title) => evidence.article(title))).toEqual([undefined, undefined, undefined]);
  expect(evidence.diagnostics.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "The article "A" cannot be written as tagged text: its title or a text in it would be read as something else, such as an evidence id.",
      "The article "Two\\u{a}lines" cannot be written as tagged text: its title or a text in it would be read as something else, such as an evidence id.",
      "The article "" cannot be written as tagged text: its title or a text in it would be read as something else, such as an evidence id.",
    ]
  `);
  // The id is one of "A" only.
  expect(evidence.get('B_sentence_0')?.text).toBe('It is called A_sentence_7 here.');
});

test('a title that ends with _header is told from a header cell', () => {
  const article: DraftArticle = {
    title: 'X_header',
    elements: [
      {
        kind: 'table',
        number: 0,
        type: 'general',
        cells: [{ row: 0, column: 0, isHeader: false, text: 'c' }],
      },
    ],
  };
  const { evidence } = storeOf((title) => (title === 'X_header' ? { article } : undefined));
  expect(evidence.get('X_header_cell_0_0_0')).toMatchObject({ kind: 'cell', title: 'X_header', text: 'c' });
});

test('ids of the same article are near, and those of a title that one edit leads to', () => {
  const { evidence } = only('Anarchism', 'Anarchists');
  expect(evidence.nearest('Anarchism_sentence_7')).toEqual([
    'Anarchism_sentence_2',
    'Anarchism_sentence_1',
    'Anarchism_sentence_0',
  ]);
  for (const misspelt of ['anarchism', 'ANARCHISM', 'Anarchsim', 'Anarchissm', 'Anarchosm', 'Anrchism']) {
    expect(evidence.nearest(`${misspelt}_sentence_1`, 1)).toEqual(['Anarchism_sentence_1']);
  }
  expect(evidence.nearest('Monarchy_sentence_1')).toEqual([]);
  expect(evidence.nearest('no id')).toEqual([]);
});

test('misspelt titles are not looked for without end', () => {
  const { evidence, asked } = only('Anarchism');
  for (let which = 0; which < 600; which++) evidence.nearest(`Unknown ${which}_sentence_0`);
  const before = asked.has;
  for (let which = 0; which < 100; which++) evidence.nearest(`Another ${which}_sentence_0`);
  expect(asked.has).toBe(before);
  expect(before).toBeLessThan(500 * 3_000);
  expect(evidence.nearest(`${'x'.repeat(300)}_sentence_0`)).toEqual([]);
});
