import { signal } from '@preact/signals';
import type { Article } from '../../corpus/article.ts';

/** An article that was opened, taken apart. */
export interface OpenArticle {
  readonly article: Article;
  /** Of its text, as the server has it. */
  readonly fingerprint: string;
}

/** Articles that were loaded, by title in Unicode normal form C. */
export const articles = signal<ReadonlyMap<string, OpenArticle>>(new Map());

/** Loads an article once; later calls give the same, until the dataset's files change. @throws ApiError NOT_FOUND */
export async function openArticle(_title: string): Promise<OpenArticle> {
  throw new Error('not there yet');
}
