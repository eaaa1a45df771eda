import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { toNfc } from '../text/normalise.ts';
import type { Article, EvidenceRecord } from './article.ts';
import { articleOfDraft } from './article-of-draft.ts';
import type { ArticleStore } from './article-store.ts';
import { corpusRules } from './corpus-rules.ts';
import type { DraftArticle } from './draft-article.ts';
import type { Evidence } from './evidence.ts';
import { parseEvidenceId } from './evidence-id.ts';
import { nearTitles } from './near-titles.ts';
import { nearestInArticle, splitLoosely } from './nearest-ids.ts';
import { placeInStore } from './place-in-store.ts';
import { idOfPlainRecord } from './read-records.ts';
import { recordsOfDraft } from './records-of-draft.ts';
import { type Table, tablesOf } from './table.ts';

/** Articles kept in memory are those asked for last, with so many records together: about 80 MB. */
const maxRecordsKept = 100_000;
/** So many are kept whatever their length: a rule compares the articles of one claim. */
const minArticlesKept = 32;
/** A title that is not there counts as so many records. */
const recordsOfNothing = 4;
/** Misspelt titles that are looked for in the life of the object: each is some thousand questions to the store. */
const maxTitleSearches = 500;

/** An article with its records by id in NFC. */
interface KeptArticle {
  readonly article: Article;
  readonly records: ReadonlyMap<string, EvidenceRecord>;
}

/**
 * The evidence of a store, read article by article when it is asked for. Memory is bounded: articles that were not asked for lately
 * are forgotten and read again, so that two answers about one id are equal, but need not be the same object.
 */
export class StoredEvidence implements Evidence {
  readonly articles: readonly Article[] = [];
  readonly #store: ArticleStore;
  /** The articles asked for last by title in NFC, the latest last; `undefined` for titles that are not there. */
  readonly #kept = new Map<string, KeptArticle | undefined>();
  #recordsKept = 0;
  readonly #diagnostics: Diagnostic[];
  /** Titles in NFC of articles that were told of. */
  readonly #told = new Set<string>();
  readonly #nearTitles = new Map<string, readonly string[]>();

  constructor(store: ArticleStore) {
    this.#store = store;
    this.#diagnostics = [...store.diagnostics];
  }

  /** Number of articles. */
  get size(): number {
    return this.#store.size;
  }

  /** What is wrong with the store, and with the articles that were asked for so far: once each. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get(id: string): EvidenceRecord | undefined {
    const parts = parseEvidenceId(id);
    if (parts === undefined) return undefined;
    const { title, kind } = parts;
    const found = this.#load(title)?.records.get(toNfc(id));
    if (found !== undefined || kind !== 'header_cell') return found;
    // A cell of an article whose title ends with `_header` reads like a header cell.
    return this.#load(`${title}_header`)?.records.get(toNfc(id));
  }

  text(id: string): string | undefined {
    const record = this.get(id);
    if (record !== undefined) return record.text;
    const parts = parseEvidenceId(id);
    return parts?.kind === 'title' ? this.article(parts.title)?.title : undefined;
  }

  article(title: string): Article | undefined {
    return this.#load(title)?.article;
  }

  tables(article: Article): readonly Table[] {
    return tablesOf(article.records);
  }

  range(fromId: string, toId: string): readonly EvidenceRecord[] {
    const [from, to] = [this.get(fromId), this.get(toId)];
    if (from === undefined || to === undefined || toNfc(from.title) !== toNfc(to.title)) return [];
    return this.article(from.title)?.records.slice(from.order, to.order + 1) ?? [];
  }

  /**
   * As that of the index in memory, but of misspelt titles only those that one edit, or other capitals, lead to; and of no more than
   * 500 titles that are not there.
   */
  nearest(id: string, count = 3): readonly string[] {
    const parts = splitLoosely(toNfc(id));
    if (parts === undefined) return [];
    const own = this.#load(parts.title);
    const titles = own === undefined ? this.#titlesNear(parts.title) : [parts.title];
    const found = new Set<string>();
    for (const title of titles) {
      for (const candidate of nearestInArticle(this.article(title), parts)) {
        found.add(candidate);
        if (found.size === count) return [...found];
      }
    }
    return [...found];
  }

  #titlesNear(title: string): readonly string[] {
    const known = this.#nearTitles.get(title);
    if (known !== undefined) return known;
    if (this.#nearTitles.size >= maxTitleSearches) return [];
    const found: string[] = [];
    for (const near of nearTitles(title)) {
      if (!this.#store.has(near) || found.includes(near)) continue;
      found.push(near);
      if (found.length === 3) break;
    }
    this.#nearTitles.set(title, found);
    return found;
  }

  #load(title: string): KeptArticle | undefined {
    const key = toNfc(title);
    const isKept = this.#kept.has(key);
    const kept = isKept ? this.#kept.get(key) : this.#read(key);
    if (isKept) this.#kept.delete(key);
    else this.#recordsKept += weightOf(kept);
    this.#kept.set(key, kept);
    if (!isKept) this.#forget();
    return kept;
  }

  #forget(): void {
    for (const [title, kept] of this.#kept) {
      if (this.#recordsKept <= maxRecordsKept || this.#kept.size <= minArticlesKept) return;
      this.#kept.delete(title);
      this.#recordsKept -= weightOf(kept);
    }
  }

  #read(title: string): KeptArticle | undefined {
    const stored = this.#store.load(title);
    if (stored === undefined) return undefined;
    if (stored.diagnostic !== undefined) {
      this.#tell(title, stored.diagnostic);
      return undefined;
    }
    const kept = keptOf(stored.article, this.#store.name);
    if (kept !== undefined) return kept;
    const place = placeInStore(this.#store.name);
    this.#tell(
      title,
      createDiagnostic(corpusRules.unreadableArticle, 'untaggable', { data: { title }, place }),
    );
    return undefined;
  }

  #tell(title: string, diagnostic: Diagnostic): void {
    if (this.#told.has(title)) return;
    this.#told.add(title);
    this.#diagnostics.push(diagnostic);
  }
}

/** The article that a draft is as tagged text; `undefined` where that would say something else. */
function keptOf(draft: DraftArticle, file: string): KeptArticle | undefined {
  const article = articleOfDraft(draft, file);
  const expected = recordsOfDraft(draft);
  if (article?.records.length !== expected.length) return undefined;
  const records = recordsById(article.records, ({ id }) => id);
  // Not in their order: a table is printed row by row.
  for (const [id, { text }] of recordsById(expected, idOfPlainRecord)) {
    if (records.get(id)?.text !== text) return undefined;
  }
  return { article, records };
}

/** The first record of each id, by the id in NFC. */
function recordsById<Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, Item> {
  const byId = new Map<string, Item>();
  for (const item of items) {
    const id = toNfc(idOf(item));
    if (!byId.has(id)) byId.set(id, item);
  }
  return byId;
}

function weightOf(kept: KeptArticle | undefined): number {
  return kept === undefined ? recordsOfNothing : Math.max(kept.article.records.length, recordsOfNothing);
}
