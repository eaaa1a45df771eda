import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import { isEvidence } from '../../corpus/evidence-kind.ts';
import type { SearchLevel } from './search-level.ts';
import type { SearchRecord } from './search-record.ts';

/** What is searched of an article on a level, in the order of the text; nothing without text. */
export function recordsOfArticle(article: Article, level: SearchLevel): SearchRecord[] {
  if (level === 'element') return elementsOf(article);
  if (level === 'section') return sectionsOf(article);
  const texts = article.records.filter(isSearched).map(({ text }) => text);
  if (texts.length === 0) return [];
  const { title } = article;
  return [{ id: `${title}_title`, title, kind: 'title', text: texts.join('\n'), heads: [] }];
}

/** No table has so many headers over a cell; one of nothing but headers would have the square of its cells. */
const maxHeads = 32;

function elementsOf({ records }: Article): SearchRecord[] {
  const texts = new Map(records.map(({ id, text }) => [id, text]));
  return records.filter(isSearched).map((record) => {
    const { id, title, kind, text } = record;
    return {
      id,
      title,
      kind,
      text,
      heads: headsOf(record)
        .flatMap((head) => texts.get(head) || [])
        .slice(0, maxHeads),
    };
  });
}

function sectionsOf({ records }: Article): SearchRecord[] {
  const below = new Map<string, string[]>();
  for (const record of records) {
    if (record.section === undefined || !isSearched(record)) continue;
    const texts = below.get(record.section);
    if (texts === undefined) below.set(record.section, [record.text]);
    else texts.push(record.text);
  }
  return records.flatMap(({ id, title, kind, text }) => {
    if (kind !== 'section') return [];
    const all = [text, ...(below.get(id) ?? [])].filter((one) => one !== '');
    return all.length === 0 ? [] : [{ id, title, kind, text: all.join('\n'), heads: [] }];
  });
}

function isSearched({ kind, text }: EvidenceRecord): boolean {
  return text !== '' && isEvidence(kind);
}

/** Ids of what heads a record: its section, then the header cells of its row and of its column. */
function headsOf({ section, cell }: EvidenceRecord): string[] {
  return [
    ...(section === undefined ? [] : [section]),
    ...(cell?.rowHeaders ?? []),
    ...(cell?.columnHeaders ?? []),
  ];
}
