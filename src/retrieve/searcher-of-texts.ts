import { parseEvidenceId } from '../corpus/evidence-id.ts';
import { EmbeddedSearcher } from './embedded-searcher.ts';
import type { IndexSettings } from './index/text-index.ts';
import { TextIndexBuilder } from './index/text-index-builder.ts';
import { indexedFields } from './records/indexed-fields.ts';
import { MemoryRecords } from './records/memory-records.ts';
import type { SearchRecord } from './records/search-record.ts';

/**
 * A searcher of texts that belong to no article that could be looked into, such as those that a file of claims carries. Texts of one title
 * are its elements, titles in the order in which they are met.
 *
 * @param texts by evidence id; a text whose id is none is searched without a title
 */
export function searcherOfTexts(
  name: string,
  texts: Iterable<readonly [id: string, text: string]>,
  settings: IndexSettings,
): EmbeddedSearcher {
  const byTitle = new Map<string, SearchRecord[]>();
  for (const [id, text] of texts) {
    if (text === '') continue;
    const { title, kind } = parseEvidenceId(id) ?? { title: '', kind: 'sentence' };
    const record: SearchRecord = { id, title, kind, text, heads: [] };
    const own = byTitle.get(title);
    if (own === undefined) byTitle.set(title, [record]);
    else own.push(record);
  }
  const builder = new TextIndexBuilder(settings);
  const records = new MemoryRecords();
  for (const [title, own] of byTitle) {
    records.addArticle(title, own);
    for (const record of own) builder.add(indexedFields(record, settings));
  }
  return new EmbeddedSearcher(name, new Map([['element', { index: builder.finish(), records }]]));
}
