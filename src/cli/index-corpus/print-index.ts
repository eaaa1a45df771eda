import { countWords, formatNumber } from '../../reporters/count-words.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import type { IndexHeader } from '../../retrieve/index-file/index-header.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';

/** An index, in figures. */
export interface IndexSummary {
  /** Path of the file, or address of the engine. */
  readonly index: string;
  /** Of the file. */
  readonly bytes?: number;
  readonly articles: number;
  /** By level. */
  readonly records: Readonly<Partial<Record<SearchLevel, number>>>;
  /** Different terms by level, and how often a record has one. */
  readonly terms?: Readonly<Partial<Record<SearchLevel, number>>>;
  readonly postings?: Readonly<Partial<Record<SearchLevel, number>>>;
  /** Articles of a store that could not be read. */
  readonly unreadable?: number;
  readonly settings: IndexSettings;
}

/** The figures of an index file. */
export function summaryOfIndex(header: IndexHeader, index: string, bytes: number): IndexSummary {
  const levels = Object.entries(header.levels);
  return {
    index,
    bytes,
    articles: header.articles,
    records: Object.fromEntries(levels.map(([level, { size }]) => [level, size])),
    terms: Object.fromEntries(levels.map(([level, { columns }]) => [level, columns.items.peaks])),
    postings: Object.fromEntries(levels.map(([level, { columns }]) => [level, columns.items.documents])),
    settings: header.settings,
  };
}

/** The figures of an index in lines. */
export function* printIndex(summary: IndexSummary): Generator<string> {
  const { index, bytes, articles, records, terms = {}, postings = {}, settings } = summary;
  const size = bytes === undefined ? '' : ` (${bytesInWords(bytes)})`;
  yield `${index}: ${countWords(articles, 'article')}${size}\n`;
  for (const [level, count] of Object.entries(records) as [SearchLevel, number][]) {
    const [different, all] = [terms[level], postings[level]];
    const figures =
      different === undefined || all === undefined
        ? ''
        : `, ${countWords(different, 'term')}, ${countWords(all, 'posting')}`;
    yield `  ${countWords(count, level)}${figures}\n`;
  }
  yield `  ${settingsInWords(settings)}\n`;
}

function settingsInWords({ analysis, weighting, boosts }: IndexSettings): string {
  const { dropStopWords, grams, language, stem } = analysis;
  const rank =
    weighting.id === 'drqa'
      ? 'TF-IDF of DrQA'
      : `BM25 (${weighting.id}, k1 ${weighting.k1}, b ${weighting.b})`;
  const words = grams === 'hashed-bigrams' ? 'words and pairs of words' : stem ? 'stems' : 'words';
  const stops = dropStopWords ? ' without stop words' : '';
  return `${rank} of ${words}${stops}, language ${language}; a title counts ${times(boosts.title)}, what heads an element ${times(boosts.heads)}`;
}

function times(number: number): string {
  return number === 1 ? 'once' : number === 0 ? 'nothing' : `${number} times`;
}

/** A size such as `1.2 MB`: a million bytes each. */
function bytesInWords(bytes: number): string {
  if (bytes < 1e6) return `${formatNumber(Math.ceil(bytes / 1e3))} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
