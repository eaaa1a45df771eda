import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import { buildSearcher } from '../../../src/retrieve/build-searcher.ts';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import { drqaIndexSettings } from '../../../src/retrieve/drqa-index-settings.ts';
import type { NegativeSources } from '../../../src/retrieve/negatives/candidate.ts';
import { lookedAtOf } from '../../../src/retrieve/negatives/looked-at.ts';
import { recordsOfArticle } from '../../../src/retrieve/records/records-of-article.ts';

/** All that samplers look into, of articles in memory and lines of journals. */
export function sourcesOf(
  articles: readonly Article[],
  records: readonly JournalRecord[] = [],
): NegativeSources {
  const evidence = new EvidenceIndex(articles);
  const elements = new Map(articles.map((article) => [article.title, recordsOfArticle(article, 'element')]));
  return {
    textOf: (id) => evidence.text(id),
    elementsOf: async (title) => elements.get(title) ?? [],
    elements: buildSearcher('The corpus', articles, ['element'], defaultIndexSettings),
    articles: buildSearcher('The corpus', articles, ['article'], drqaIndexSettings),
    titleAt: async (share) => articles[Math.floor(share * articles.length)]?.title,
    lookedAt: lookedAtOf(records),
  };
}
