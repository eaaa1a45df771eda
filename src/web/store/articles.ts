import { signal } from '@preact/signals';
import { articleResponseSchema } from '../../annotate/api/corpus.ts';
import type { Article } from '../../corpus/article.ts';
import { parseCorpusFile } from '../../corpus/parse.ts';
import { toNfc } from '../../text/normalise.ts';
import { ApiError, callApi } from './api.ts';

/** An article that was opened, taken apart. */
export interface OpenArticle {
  readonly article: Article;
  /** Of its text, as the server has it. */
  readonly fingerprint: string;
}

/** Articles that were loaded, by title in Unicode normal form C. */
export const articles = signal<ReadonlyMap<string, OpenArticle>>(new Map());

/** Titles, in Unicode normal form C, of articles that changed on the server while they were open. */
export const changedArticles = signal<ReadonlySet<string>>(new Set());

/** The revision of the dataset that the server told last; `undefined` before. */
export const datasetRevision = signal<number | undefined>(undefined);

/** More articles than these are not held in memory, the ones that were asked for last: a claim cites a few, a day opens hundreds. */
const mostArticles = 40;

/** Titles in the order in which they were last asked for. */
const asked = new Set<string>();
const loading = new Map<string, Promise<OpenArticle>>();
let revision: number | undefined;

/** Loads an article once; later calls give the same, until the dataset's files change. @throws ApiError NOT_FOUND */
export function openArticle(title: string): Promise<OpenArticle> {
  const key = toNfc(title);
  const known = articles.value.get(key);
  asked.delete(key);
  asked.add(key);
  if (known !== undefined) return Promise.resolve(known);
  const underWay = loading.get(key) ?? loadArticle(key).finally(() => loading.delete(key));
  loading.set(key, underWay);
  return underWay;
}

/** Takes note of the revision of the dataset that the server tells: of another one the open articles are looked at again. */
export async function noteRevision(told: number): Promise<void> {
  const before = revision;
  revision = told;
  datasetRevision.value = told;
  if (before === undefined || before === told) return;
  for (const [key, { fingerprint }] of articles.value) {
    try {
      const again = await loadArticle(key);
      if (again.fingerprint !== fingerprint) tellChanged(key);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) tellChanged(key);
      // Looked at again with the next heartbeat.
      else revision = before;
    }
  }
}

function tellChanged(key: string): void {
  changedArticles.value = new Set([...changedArticles.value, key]);
}

/** Forgets that an article changed: somebody has seen it. */
export function acknowledgeArticle(title: string): void {
  const left = new Set(changedArticles.value);
  left.delete(toNfc(title));
  changedArticles.value = left;
}

async function loadArticle(key: string): Promise<OpenArticle> {
  const path = `article?title=${encodeURIComponent(key)}`;
  const { file, text, fingerprint } = await callApi(path, articleResponseSchema);
  const known = articles.value.get(key);
  if (known?.fingerprint === fingerprint) return known;
  const parsed = parseCorpusFile(file, new TextEncoder().encode(text));
  const article = parsed.articles.find(({ title }) => toNfc(title) === key) ?? parsed.articles[0];
  if (article === undefined) throw new ApiError(404, 'NOT_FOUND', key);
  const opened = { article, fingerprint };
  const open = new Map([...articles.value, [key, opened]]);
  for (const oldest of asked) {
    if (open.size <= mostArticles) break;
    asked.delete(oldest);
    open.delete(oldest);
  }
  articles.value = open;
  return opened;
}
