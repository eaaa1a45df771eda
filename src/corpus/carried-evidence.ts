import { toNfc } from '../text/normalise.ts';
import type { Article, EvidenceRecord } from './article.ts';
import type { Evidence } from './evidence.ts';
import { parseEvidenceId } from './evidence-id.ts';
import type { Table } from './table.ts';

/**
 * The texts that a file of claims carries, as they are read, before a corpus. They belong to no article that could be looked
 * into: only `get`, `text` and `size` know them. Memory: one entry a text.
 */
export class CarriedEvidence implements Evidence {
  readonly #corpus: Evidence;
  readonly #texts = new Map<string, string>();

  constructor(corpus: Evidence) {
    this.#corpus = corpus;
  }

  /** Keeps a text. Of two texts with one id the first stands; whether this one says the same. */
  add(id: string, text: string): boolean {
    const key = toNfc(id);
    const known = this.#texts.get(key);
    if (known === undefined) this.#texts.set(key, text);
    return known === undefined || known === text;
  }

  /** The texts in the order in which they came. */
  get texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  get size(): number {
    return this.#corpus.size + this.#texts.size;
  }

  get articles(): readonly Article[] {
    return this.#corpus.articles;
  }

  /** The corpus goes first. A record that was only carried has no place: its spans are empty. */
  get(id: string): EvidenceRecord | undefined {
    const known = this.#corpus.get(id);
    if (known !== undefined) return known;
    const text = this.#texts.get(toNfc(id));
    const parts = text === undefined ? undefined : parseEvidenceId(id);
    if (text === undefined || parts === undefined) return undefined;
    const span = { start: 0, end: 0 };
    const start = { line: 1, column: 1, offset: 0 };
    const { kind, title, numbers } = parts;
    return { id, kind, title, text, raw: text, numbers, order: 0, rawSpan: span, span, idSpan: span, start };
  }

  text(id: string): string | undefined {
    return this.#corpus.text(id) ?? this.#texts.get(toNfc(id));
  }

  article(title: string): Article | undefined {
    return this.#corpus.article(title);
  }

  tables(article: Article): readonly Table[] {
    return this.#corpus.tables(article);
  }

  range(fromId: string, toId: string): readonly EvidenceRecord[] {
    return this.#corpus.range(fromId, toId);
  }

  nearest(id: string, count?: number): readonly string[] {
    return this.#corpus.nearest(id, count);
  }
}
