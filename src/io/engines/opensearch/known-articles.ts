import { titleKey } from '../batches.ts';
import { articlesAnswer } from './answers.ts';
import type { Ask } from './ask.ts';
import { maxHits } from './rank.ts';

/** Titles that are asked for at once. */
const maxAsked = 1000;

/** The numbers of the articles of some titles, by title as it was given. */
export async function articlesOf(ask: Ask, titles: readonly string[]): Promise<Map<string, number>> {
  const keys = new Map(titles.map((title) => [title, titleKey(title)]));
  const wanted = [...new Set(keys.values())];
  const numbers = new Map<string, number>();
  for (let at = 0; at < wanted.length; at += maxAsked) {
    const { hits } = await ask(articlesAnswer, {
      size: maxHits,
      _source: ['key', 'article'],
      query: {
        bool: { filter: [{ term: { part: 'title' } }, { terms: { key: wanted.slice(at, at + maxAsked) } }] },
      },
      sort: [{ article: 'asc' }],
    });
    for (const { _source } of hits.hits) {
      const { key, article } = _source;
      if (!numbers.has(key)) numbers.set(key, article);
    }
  }
  const found = new Map<string, number>();
  for (const [title, key] of keys) {
    const number = numbers.get(key);
    if (number !== undefined) found.set(title, number);
  }
  return found;
}
