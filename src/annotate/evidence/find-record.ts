import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { toNfc } from '../../text/normalise.ts';

/** The record of an id in any Unicode normal form; `undefined` where no open article has it. */
export type FindRecord = (id: string) => EvidenceRecord | undefined;

const known = new WeakMap<Article, ReadonlyMap<string, EvidenceRecord>>();

/** The records of an article by id in Unicode normal form C, of two with one id the first. Made once for an article. */
function recordsById(article: Article): ReadonlyMap<string, EvidenceRecord> {
  const before = known.get(article);
  if (before !== undefined) return before;
  const records = new Map<string, EvidenceRecord>();
  for (const record of article.records) {
    const id = toNfc(record.id);
    if (!records.has(id)) records.set(id, record);
  }
  known.set(article, records);
  return records;
}

/**
 * Finds records in the articles that are open.
 *
 * @param articleOf the article of a title in Unicode normal form C
 */
export function recordFinder(articleOf: (title: string) => Article | undefined): FindRecord {
  const find = (title: string, id: string) => {
    const article = articleOf(title);
    return article === undefined ? undefined : recordsById(article).get(id);
  };
  return (id) => {
    const key = toNfc(id);
    const parts = parseEvidenceId(key);
    if (parts === undefined) return undefined;
    const found = find(parts.title, key);
    if (found !== undefined || parts.kind !== 'header_cell') return found;
    // A cell of an article whose title ends with `_header` reads like a header cell.
    return find(`${parts.title}_header`, key);
  };
}
