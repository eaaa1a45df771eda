import { nearestWords } from '../text/nearest.ts';
import { toNfc } from '../text/normalise.ts';
import type { Article, EvidenceRecord } from './article.ts';
import type { Evidence } from './evidence.ts';
import { parseEvidenceId } from './evidence-id.ts';
import { nearestInArticle, splitLoosely } from './nearest-ids.ts';
import { type Table, tablesOf } from './table.ts';

/** Titles compared with a misspelt one at most: with millions of articles the look-up must still end. */
const maxTitlesCompared = 50_000;
/**
 * Titles compared in the life of an index at most: a hundred searches of a large corpus. Where more cited titles are unknown,
 * articles are missing, and nobody misspelt them.
 */
const maxComparisons = 5_000_000;
/** A search counts as this many comparisons at least, so that few titles are no leave to remember millions of searches. */
const minComparisons = 1_000;

/**
 * All evidence records of a corpus by id. Built once and never changed; ids are compared in NFC, so that the
 * spellings of the annotation wiki (NFC) and of the FEVEROUS database (NFD) find the same record.
 *
 * Look-up and memory: one map entry a record (`npm run bench` prints the bytes).
 */
export class EvidenceIndex implements Evidence {
  readonly articles: readonly Article[];
  readonly #records = new Map<string, EvidenceRecord>();
  readonly #articles = new Map<string, Article>();
  /** What was found for titles that are not there, by number wanted and title. */
  readonly #nearestTitles = new Map<string, readonly string[]>();
  #comparisonsLeft = maxComparisons;

  /** Of two records with one id, and of two articles with one title, the first stands. */
  constructor(articles: readonly Article[]) {
    this.articles = [...articles];
    for (const article of articles) {
      const title = toNfc(article.title);
      if (!this.#articles.has(title)) this.#articles.set(title, article);
      for (const record of article.records) {
        const id = toNfc(record.id);
        if (!this.#records.has(id)) this.#records.set(id, record);
      }
    }
  }

  /** Number of records. */
  get size(): number {
    return this.#records.size;
  }

  /** The record of an id in any normal form. */
  get(id: string): EvidenceRecord | undefined {
    // Nearly every id is in NFC, in which the records are kept.
    return this.#records.get(id) ?? this.#records.get(toNfc(id));
  }

  /** The text of an id: the record's, or the title for a title id. `undefined` for an id that is not in the corpus. */
  text(id: string): string | undefined {
    const record = this.get(id);
    if (record !== undefined) return record.text;
    const parts = parseEvidenceId(id);
    return parts?.kind === 'title' ? this.article(parts.title)?.title : undefined;
  }

  /** The article of a title in any normal form. */
  article(title: string): Article | undefined {
    return this.#articles.get(title) ?? this.#articles.get(toNfc(title));
  }

  /** All records, article by article in the order of the text. */
  [Symbol.iterator](): IterableIterator<EvidenceRecord> {
    return this.#records.values();
  }

  /** The tables of an article in order of their numbers. Laid out anew at each call. */
  tables(article: Article): Table[] {
    return tablesOf(article.records);
  }

  /** The records from one id to another of the same article, both included, in the order of the text; empty where there are none. */
  range(fromId: string, toId: string): readonly EvidenceRecord[] {
    const [from, to] = [this.get(fromId), this.get(toId)];
    if (from === undefined || to === undefined) return [];
    const holdsBoth = ({ records }: Article) => records[from.order] === from && records[to.order] === to;
    const first = this.article(from.title);
    // Nearly always the first of its title; a second article of one title may hold ids that the first has not.
    const article = first !== undefined && holdsBoth(first) ? first : this.articles.find(holdsBoth);
    return article?.records.slice(from.order, to.order + 1) ?? [];
  }

  /**
   * Up to `count` ids that a wrong one may have been meant to be, the likeliest first: the nearest numbers of the same kind, the
   * same element of an article with a similar title, a kind that was misspelt. Only ids that may be evidence.
   *
   * An unknown title is searched for once. The first 50,000 titles are compared, and after five million comparisons in all no
   * further unknown title is looked for: none is near then.
   */
  nearest(id: string, count = 3): string[] {
    const parts = splitLoosely(toNfc(id));
    if (parts === undefined) return [];
    const titles = this.#articles.has(parts.title) ? [parts.title] : this.#titlesNear(parts.title, count);
    const found: string[] = [];
    for (const title of titles) {
      for (const candidate of nearestInArticle(this.#articles.get(title), parts)) {
        if (!found.includes(candidate)) found.push(candidate);
        if (found.length === count) return found;
      }
    }
    return found;
  }

  #titlesNear(title: string, count: number): readonly string[] {
    const key = `${count} ${title}`;
    const known = this.#nearestTitles.get(key);
    if (known !== undefined) return known;
    if (this.#comparisonsLeft <= 0) return [];
    const compared = Math.min(this.#articles.size, maxTitlesCompared);
    this.#comparisonsLeft -= Math.max(compared, minComparisons);
    const found = nearestWords(title, firstOf(this.#articles.keys(), compared), count);
    this.#nearestTitles.set(key, found);
    return found;
  }
}

function* firstOf<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let left = count;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}
