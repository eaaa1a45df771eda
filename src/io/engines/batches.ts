import type { Article } from '../../corpus/article.ts';
import { toNfc } from '../../text/normalise.ts';
import type { EngineDescription, PartDescription } from './engine-description.ts';
import { createDocumentMaker, type EngineDocument } from './engine-documents.ts';
import type { EnginePart } from './engine-part.ts';
import type { EngineSource } from './engine-source.ts';
import { termKey } from './term-key.ts';

/** A document with its place. */
export interface PlacedDocument extends EngineDocument {
  readonly part: EnginePart;
  /** From 0 on in the order of the corpus, within its part. */
  readonly number: number;
  /** Number of its article, from 0 on. */
  readonly article: number;
}

/** Documents of some whole articles, which an engine takes in at once. */
export interface Batch {
  readonly documents: readonly PlacedDocument[];
  /** The index with them, what was cut aside. */
  readonly description: EngineDescription;
}

/** Characters of text after which a batch is full. */
const maxChars = 1 << 20;
/** Documents after which it is. */
const maxDocuments = 2000;

/** The key under which articles of a title are found, in any Unicode normal form. */
export function titleKey(title: string): string {
  return termKey(toNfc(title));
}

/** The documents of all articles behind those that a description has already. */
export async function* batchesOf(
  { articles, settings }: Pick<EngineSource, 'articles' | 'settings'>,
  done: EngineDescription,
): AsyncGenerator<Batch> {
  const makeDocuments = createDocumentMaker(settings);
  const parts = new Map(Object.entries(done.parts)) as Map<EnginePart, PartDescription>;
  let documents: PlacedDocument[] = [];
  let chars = 0;
  let article = 0;
  const take = (): Batch => {
    const batch = {
      documents,
      description: { ...done, parts: Object.fromEntries(parts), articles: article },
    };
    documents = [];
    chars = 0;
    return batch;
  };
  for await (const one of articles) {
    article += 1;
    if (article <= done.articles) continue;
    const own = documentsOf(one, [...parts.keys()], makeDocuments);
    for (const [part, made] of own) {
      const { size, words, mostTimes } = parts.get(part) as PartDescription;
      let [length, most] = [words, mostTimes];
      for (const [at, document] of made.entries()) {
        documents.push({ ...document, part, number: size + at, article: article - 1 });
        chars += document.record.text.length + 200;
        length += document.length;
        for (const count of document.counts.values()) if (count > most) most = count;
      }
      parts.set(part, { size: size + made.length, words: length, mostTimes: most });
    }
    if (chars >= maxChars || documents.length >= maxDocuments) yield take();
  }
  if (documents.length > 0 || article > done.articles) yield take();
}

/** Of an article without anything to find on any level its title is not found either. */
function documentsOf(
  article: Article,
  parts: readonly EnginePart[],
  makeDocuments: ReturnType<typeof createDocumentMaker>,
): Map<EnginePart, EngineDocument[]> {
  const made = new Map<EnginePart, EngineDocument[]>();
  for (const part of parts) if (part !== 'title') made.set(part, makeDocuments(article, part));
  const isEmpty = [...made.values()].every((documents) => documents.length === 0);
  if (!isEmpty && parts.includes('title')) made.set('title', makeDocuments(article, 'title'));
  return made;
}
