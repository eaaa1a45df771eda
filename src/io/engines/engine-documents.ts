import type { Article } from '../../corpus/article.ts';
import { type Analyzer, createAnalyzer } from '../../retrieve/analysis/analyzer.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import { inARow } from '../../retrieve/query/in-a-row.ts';
import { type IndexedField, indexedFields } from '../../retrieve/records/indexed-fields.ts';
import { recordsOfArticle } from '../../retrieve/records/records-of-article.ts';
import type { SearchRecord } from '../../retrieve/records/search-record.ts';
import { titleIndexSettings } from '../../retrieve/titles/title-index-builder.ts';
import { fold } from '../../text/search-words.ts';
import type { EnginePart } from './engine-part.ts';
import { termKey } from './term-key.ts';

/** What an engine keeps of a record. */
export interface EngineDocument {
  readonly record: SearchRecord;
  /** How often the record has each term, its fields as often as they are counted; by key of the term. */
  readonly counts: ReadonlyMap<string, number>;
  /** Sum of the counts. */
  readonly length: number;
  /** Words of each field as they are compared with those of a phrase: {@link inARow}, a line each. */
  readonly rows: readonly string[];
  /** Words in lower case and without accents that are not their own term, with the keys of their terms. */
  readonly words: ReadonlyMap<string, string>;
}

/** Makes the documents of articles for an engine. */
export function createDocumentMaker(
  settings: IndexSettings,
): (article: Article, part: EnginePart) => EngineDocument[] {
  const analyzer = createAnalyzer(settings.analysis);
  const titleAnalyzer = createAnalyzer(titleIndexSettings.analysis);
  return (article, part) => {
    if (part !== 'title')
      return recordsOfArticle(article, part).map((record) => documentOf(record, analyzer, settings));
    const { title } = article;
    const record: SearchRecord = { id: title, title, kind: 'title', text: title, heads: [] };
    return [
      { ...countTerms([{ text: title, times: 1 }], titleAnalyzer), record, rows: [], words: new Map() },
    ];
  };
}

function documentOf(record: SearchRecord, analyzer: Analyzer, settings: IndexSettings): EngineDocument {
  const fields = indexedFields(record, settings);
  const counted = countTerms(fields, analyzer);
  const rows = new Set(fields.flatMap(({ text }) => text.split('\n')).map(inARow));
  rows.delete(inARow(''));
  return { ...counted, record, rows: [...rows] };
}

function countTerms(
  fields: readonly IndexedField[],
  analyzer: Analyzer,
): Pick<EngineDocument, 'counts' | 'length' | 'words'> {
  const counts = new Map<string, number>();
  const words = new Map<string, string>();
  let length = 0;
  const count = (term: string, times: number): void => {
    const key = termKey(term);
    counts.set(key, (counts.get(key) ?? 0) + times);
    length += times;
  };
  for (const { text, times } of fields) {
    if (times === 0) continue;
    if (analyzer.settings.grams !== 'words') {
      for (const term of analyzer.termsOf(text)) count(term, times);
      continue;
    }
    for (const word of analyzer.wordsOf(text)) {
      const term = analyzer.termOf(word);
      if (term === undefined) continue;
      count(term, times);
      const folded = fold(word);
      if (folded !== term) words.set(termKey(folded), termKey(term));
    }
  }
  return { counts, length, words };
}
