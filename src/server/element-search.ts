import type { Hit } from '../annotate/api/corpus.ts';
import { searchWords } from '../text/search-words.ts';
import type { EvidenceRecord } from '../corpus/article.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { isEvidence } from '../corpus/evidence-kind.ts';
import { Bm25Index } from '../retrieve/bm25-index.ts';

/** Words of the corpus that the beginning of one may stand for. */
const maxCompletions = 12;
/** Letters from which on a word may be the beginning of another. */
const minPrefix = 2;
/** Words of a query that are looked for: no claim has more, and each costs time. */
const maxQueryWords = 64;

/**
 * Finds the elements of a corpus that may be evidence by their words. What heads an element counts as its own words: a cell is found by its
 * headers, and an element whose article's title has words of the query stands above one with the same words elsewhere.
 */
export class ElementSearch {
  readonly #evidence: Evidence;
  readonly #index = new Bm25Index();
  /** In how many elements a word stands. */
  readonly #counts = new Map<string, number>();
  /** All words in code unit order; made when the first beginning of a word is looked for. */
  #sorted: readonly string[] | undefined;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Takes the elements in, one whenever the next is asked for: some seconds for a million of them. To be gone through once. */
  *build(): Generator<undefined> {
    const evidence = this.#evidence;
    for (const { title, records } of evidence.articles) {
      const ofTitle = searchWords(title);
      for (const record of records) {
        if (record.text === '' || !isEvidence(record.kind)) continue;
        const heads = headsOf(record).flatMap((id) => searchWords(evidence.text(id) ?? ''));
        const all = [...searchWords(record.text), ...heads, ...ofTitle];
        this.#index.add(record.id, all);
        for (const word of new Set(all)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
        yield;
      }
    }
  }

  /** The best elements for words, the best first. Where `isTyping`, a last word that stands nowhere is taken for the beginning of others. */
  find(words: readonly string[], limit: number, isTyping: boolean): Hit[] {
    const wanted = words.slice(0, maxQueryWords);
    const last = wanted.at(-1);
    if (isTyping && last !== undefined && !this.#counts.has(last))
      wanted.splice(-1, 1, ...this.#completionsOf(last));
    return this.#index.search(wanted, limit).flatMap(({ id, score }): Hit[] => {
      const record = this.#evidence.get(id);
      if (record === undefined) return [];
      const context = headsOf(record).flatMap((head) => this.#evidence.text(head) ?? []);
      return [{ id: record.id, title: record.title, kind: record.kind, text: record.text, context, score }];
    });
  }

  /** The commonest words that begin so. */
  #completionsOf(prefix: string): string[] {
    if (prefix.length < minPrefix) return [];
    this.#sorted ??= [...this.#counts.keys()].sort();
    const sorted = this.#sorted;
    let from = 0;
    for (let to = sorted.length; from < to; ) {
      const middle = (from + to) >>> 1;
      if ((sorted[middle] as string) < prefix) from = middle + 1;
      else to = middle;
    }
    const found: string[] = [];
    for (let at = from; sorted[at]?.startsWith(prefix); at++) found.push(sorted[at] as string);
    const countOf = (word: string): number => this.#counts.get(word) ?? 0;
    return found.sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1)).slice(0, maxCompletions);
  }
}

/** Ids of what heads a record: its section, then the header cells of its row and of its column. */
function headsOf({ section, cell }: EvidenceRecord): string[] {
  return [
    ...(section === undefined ? [] : [section]),
    ...(cell?.rowHeaders ?? []),
    ...(cell?.columnHeaders ?? []),
  ];
}
