import type { HitsResponse, Hit as SentHit } from '../../annotate/api/corpus.ts';
import { ToolError } from '../../errors.ts';
import { runInPieces } from '../../io/run-in-pieces.ts';
import type { AnalysisSettings } from '../../retrieve/analysis/analysis-settings.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import type { TitleFinder } from '../../retrieve/titles/title-finder.ts';
import type { SearchedCorpus } from './searched-corpus.ts';
import { searchHits, suggestedHits } from './sent-hits.ts';
import { stepsOfTitles } from './steps-of-titles.ts';
import { firstWords } from './typed-query.ts';

/** Titles that are shown above the sentences. */
const maxTitles = 8;
/** How long an engine that gave no answer is left alone, in milliseconds: not every letter that is typed asks again. */
const pauseMs = 5000;

/** What a corpus is searched with. */
export interface CorpusSearchOptions {
  /** The corpus as it is now. */
  readonly corpusNow: () => SearchedCorpus;
  /**
   * Opens what searches the elements of a corpus; `undefined` where only its titles can be searched. The signal ends it when there is another corpus.
   *
   * @throws ToolError where it cannot be opened.
   */
  readonly open: (corpus: SearchedCorpus, signal: AbortSignal) => Promise<EvidenceSearcher | undefined>;
  /** By which forms of words are marked; the language is that of the claims, too. */
  readonly analysis: AnalysisSettings;
  /** Told why elements cannot be searched. */
  readonly say: (message: string) => void;
}

/** The titles of a corpus, which are found however its elements are searched. */
interface Titles {
  /** Of nothing where it was given up. */
  readonly finder: Promise<TitleFinder | undefined>;
  readonly ended: AbortController;
}

/** What was opened for one corpus. */
interface Opened {
  readonly corpus: SearchedCorpus;
  readonly titles: Titles;
  readonly ended: AbortController;
  /** Rejected by nothing but a fault of the program. */
  readonly searcher: Promise<EvidenceSearcher | 'failed' | undefined>;
  hasFailedToOpen: boolean;
  /** When it last gave no answer, by a clock that nobody sets. */
  failedAt: number;
  /** Requests that are being answered. */
  users: number;
  isClosed: boolean;
}

/** Hits, and why there are no more. */
type Found = Pick<HitsResponse, 'hits' | 'scope'>;

/**
 * Searches the corpus of a server: opens what it is searched with, and again where the corpus has changed. Whatever goes wrong with an engine, titles are
 * found.
 */
export class CorpusSearch {
  readonly #options: CorpusSearchOptions;
  #current: Opened | undefined;
  #isClosed = false;
  #toldLast = '';

  constructor(options: CorpusSearchOptions) {
    this.#options = options;
  }

  /** Done when the corpus can be searched without delay. */
  async prepare(): Promise<void> {
    await this.#use(async () => undefined);
  }

  /**
   * What the corpus has of the words of a query: titles, and at most `limit` sentences, list items, cells and captions, the best first. The last word
   * counts as the beginning of one while no text has it.
   */
  search(query: string, limit: number): Promise<HitsResponse> {
    const text = firstWords(query);
    return this.#use(async (opened) => {
      const finder = await opened.titles.finder;
      const titles = finder?.find(text, maxTitles).map(({ title }) => title) ?? [];
      const found = await this.#ask(opened, (searcher) =>
        searchHits(searcher, text, limit, this.#options.analysis),
      );
      return { titles, ...found };
    });
  }

  /** At most `limit` elements that may be evidence for or against a claim, the likeliest first, and why. */
  suggest(claim: string, limit: number): Promise<HitsResponse> {
    return this.#use(async (opened) => {
      const found = await this.#ask(opened, (searcher) =>
        suggestedHits(searcher, claim, limit, this.#options.analysis),
      );
      return { titles: [], ...found };
    });
  }

  /** Gives up what is being opened; what is being asked has its answer first. */
  close(): void {
    this.#isClosed = true;
    this.#current?.titles.ended.abort();
    if (this.#current !== undefined) this.#leave(this.#current);
  }

  /** Hands over what the corpus of now is searched with. */
  async #use<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    for (;;) {
      const opened = this.#open();
      opened.users += 1;
      try {
        await Promise.all([opened.searcher, opened.titles.finder]);
        // Another corpus has come meanwhile.
        if (opened.ended.signal.aborted && !this.#isClosed) continue;
        return await work(opened);
      } finally {
        opened.users -= 1;
        if (opened.ended.signal.aborted) closeUnused(opened);
      }
    }
  }

  async #ask(
    opened: Opened,
    work: (searcher: EvidenceSearcher) => Promise<readonly SentHit[]>,
  ): Promise<Found> {
    const searcher = await opened.searcher;
    if (searcher === undefined) return { hits: [], scope: 'titles' };
    if (searcher === 'failed' || !isRested(opened)) return { hits: [], scope: 'titles-for-now' };
    try {
      const { evidence } = opened.corpus;
      const hits = await work(searcher);
      this.#toldLast = '';
      // An engine may have been filled with other articles.
      return { hits: hits.filter(({ id }) => evidence.get(id) !== undefined), scope: 'all' };
    } catch (error) {
      this.#tell(error);
      opened.failedAt = performance.now();
      return { hits: [], scope: 'titles-for-now' };
    }
  }

  #open(): Opened {
    const corpus = this.#options.corpusNow();
    const last = this.#current;
    if (last !== undefined) {
      const isGood = last.corpus === corpus && !(last.hasFailedToOpen && isRested(last));
      if (isGood || this.#isClosed) return last;
      if (last.corpus !== corpus) last.titles.ended.abort();
      this.#leave(last);
    }
    const ended = new AbortController();
    const opened: Opened = {
      corpus,
      titles: last?.corpus === corpus ? last.titles : openTitles(corpus),
      ended,
      searcher: this.#options.open(corpus, ended.signal).catch((error: unknown) => {
        if (ended.signal.aborted) return undefined;
        opened.hasFailedToOpen = true;
        opened.failedAt = performance.now();
        this.#tell(error);
        return 'failed' as const;
      }),
      hasFailedToOpen: false,
      failedAt: Number.NEGATIVE_INFINITY,
      users: 0,
      isClosed: false,
    };
    this.#current = opened;
    return opened;
  }

  #leave(opened: Opened): void {
    opened.ended.abort();
    closeUnused(opened);
  }

  /** @throws what is a fault of the program */
  #tell(error: unknown): void {
    if (!(error instanceof ToolError)) throw error;
    if (error.message !== this.#toldLast) this.#options.say(error.message);
    this.#toldLast = error.message;
  }
}

function openTitles({ evidence, titles }: SearchedCorpus): Titles {
  const ended = new AbortController();
  const all = titles?.() ?? evidence.articles.map(({ title }) => title);
  const finder = runInPieces(stepsOfTitles(all), ended.signal).catch((error: unknown) => {
    if (ended.signal.aborted) return undefined;
    throw error;
  });
  return { finder, ended };
}

/** Whether an engine may be asked again. */
function isRested({ failedAt }: Opened): boolean {
  return performance.now() - failedAt >= pauseMs;
}

function closeUnused(opened: Opened): void {
  if (opened.users > 0 || opened.isClosed) return;
  opened.isClosed = true;
  // What cannot even be closed is left behind: it has been told of before.
  const close = async (): Promise<void> => {
    const searcher = await opened.searcher;
    if (typeof searcher === 'object') await searcher.close();
  };
  close().catch(() => undefined);
}
