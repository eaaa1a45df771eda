import { oneOf } from '../../claims/issue-words.ts';
import type { Article } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { type EvidenceId, formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import type { RecordEntry } from '../record-entry.ts';
import { citedOnce } from './fingerprints-of.ts';
import { tablesOf } from './tables-of.ts';
import { titleVariants } from './title-variants.ts';

/** Why an id resolves to nothing. */
export interface UnresolvedId {
  readonly messageId:
    | 'elsewhere'
    | 'noArticle'
    | 'noCell'
    | 'noElement'
    | 'noId'
    | 'noTitle'
    | 'otherKind'
    | 'otherTitle'
    | 'pastEnd';
  readonly data: Readonly<Record<string, string | number>>;
  /** Ids that may have been meant, the likeliest first. */
  readonly candidates: readonly string[];
  /** What is known besides. */
  readonly help?: string;
}

/** Other articles that a record cites at most, in which an element is looked for. */
const maxTitles = 20;
const maxCandidates = 3;

/** Why an id of a record resolves to nothing. The corpus must not have it; without one, the id is none. */
export function explainUnresolved(id: string, entry: RecordEntry, evidence: Evidence): UnresolvedId {
  const parts = parseEvidenceId(id);
  if (parts === undefined) return explainNoId(id, entry, evidence);
  const { title } = parts;
  const article = evidence.article(title);
  if (article !== undefined) return explainNoElement(id, parts, article, entry, evidence);
  const spelling = titleVariants(title).find((variant) => evidence.article(variant) !== undefined);
  const data = { id, title, other: spelling ?? '' };
  if (spelling === undefined) return { messageId: 'noArticle', data, candidates: evidence.nearest(id) };
  const meant = formatEvidenceId({ ...parts, title: spelling });
  const exact = evidence.get(meant)?.id;
  return {
    messageId: 'otherTitle',
    data: { ...data, other: evidence.article(spelling)?.title ?? spelling },
    candidates: exact === undefined ? evidence.nearest(meant) : [exact],
  };
}

/** Something that is no id, perhaps one without its title. */
function explainNoId(id: string, entry: RecordEntry, evidence: Evidence): UnresolvedId {
  const local = parseEvidenceId(`A_${id.replace(/^_/, '')}`);
  const data = { id };
  if (local?.title !== 'A') return { messageId: 'noId', data, candidates: evidence.nearest(id) };
  const [only, ...others] = evidence.articles;
  const titles = others.length === 0 && only !== undefined ? [only.title] : otherTitles(entry, '');
  return { messageId: 'noTitle', data, candidates: inArticles(local, titles, evidence) };
}

/** An element that an article does not have. */
function explainNoElement(
  id: string,
  parts: EvidenceId,
  article: Article,
  entry: RecordEntry,
  evidence: Evidence,
): UnresolvedId {
  const { title, kind, numbers } = parts;
  const near = evidence.nearest(id, maxCandidates);
  const data = { id, title };
  const twin = kind === 'cell' ? 'header_cell' : kind === 'header_cell' ? 'cell' : undefined;
  const other = twin && evidence.get(formatEvidenceId({ ...parts, kind: twin }))?.id;
  if (other !== undefined) return { messageId: 'otherKind', data: { ...data, other }, candidates: [other] };
  const [elsewhere, ...more] = inArticles(parts, otherTitles(entry, title), evidence);
  if (elsewhere !== undefined) {
    const otherTitle = evidence.get(elsewhere)?.title ?? '';
    return {
      messageId: 'elsewhere',
      data: { ...data, other: otherTitle },
      candidates: [elsewhere, ...more, ...near].slice(0, maxCandidates),
    };
  }
  if (kind === 'sentence') {
    const last = lastNumber(article, 'sentence');
    if (last !== undefined && (numbers[0] ?? 0) > last)
      return { messageId: 'pastEnd', data: { ...data, last }, candidates: near };
  }
  if (twin === undefined) return { messageId: 'noElement', data, candidates: near };
  const tables = tablesOf(article, evidence);
  const [number = 0, row = 0, column = 0] = numbers;
  const table = tables.get(number);
  if (table === undefined) {
    const known = [...tables.keys()].slice(0, 10);
    const help =
      known.length < 2
        ? `The article has ${known.length === 0 ? 'no table' : `one table, number ${known[0]}`}.`
        : `The article has the tables ${known.join(', ')}.`;
    return { messageId: 'noElement', data, candidates: near, help };
  }
  const [rows, columns] = [table.rowCount - 1, table.columnCount - 1];
  const size = { ...data, table: number, rows, columns };
  if (row > rows || column > columns) return { messageId: 'noCell', data: size, candidates: near };
  // A gap of the grid: a cell to the left or above spans it.
  const left = table.rows[row]?.slice(0, column).findLast((cell) => cell !== undefined);
  const above = table.rows
    .slice(0, row)
    .map((cells) => cells[column])
    .findLast((cell) => cell !== undefined);
  const spanning = [left, above].flatMap((cell) => (cell === undefined || cell.text === '' ? [] : [cell.id]));
  if (spanning.length === 0) return { messageId: 'noElement', data, candidates: near };
  const help = `A cell that spans several rows or columns has one id: was ${oneOf(spanning.map((cell) => `\`${cell}\``))} meant?`;
  return { messageId: 'noElement', data, candidates: spanning, help };
}

function lastNumber({ records }: Article, kind: EvidenceId['kind']): number | undefined {
  let last: number | undefined;
  for (const record of records) {
    if (record.kind === kind) last = Math.max(last ?? 0, record.numbers[0] ?? 0);
  }
  return last;
}

/** Titles that a record cites, in order, except one. */
function otherTitles(entry: RecordEntry, except: string): string[] {
  const titles = [...citedOnce(entry).keys()].flatMap((id) => parseEvidenceId(id)?.title ?? []);
  return [...new Set(titles)].filter((title) => title !== except).slice(0, maxTitles);
}

/** The element in other articles, where they have it. */
function inArticles(parts: EvidenceId, titles: readonly string[], evidence: Evidence): string[] {
  return titles
    .flatMap((title) => evidence.get(formatEvidenceId({ ...parts, title }))?.id ?? [])
    .slice(0, maxCandidates);
}
