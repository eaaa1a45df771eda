import type { DraftArticle } from '../corpus/draft-article.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SentenceWords } from '../text/languages/sentence-words.ts';
import type { ReadSource } from './format.ts';
import type { FormatPage } from './format-page.ts';

/** Something of an article that a format of articles cannot say. */
export interface ArticleLoss {
  /** Short name, such as `links`, unique in its format. */
  readonly id: string;
  /** What is lost, one sentence. */
  readonly description: string;
  /** The article as it comes back after writing and reading, the same object where nothing is lost; `undefined` where it is left out. */
  readonly forget: (article: DraftArticle) => DraftArticle | undefined;
}

/** What reading gives: an article, or a finding about something that could not be read. */
export type ArticleResult =
  | {
      readonly article: DraftArticle;
      /** How much of what the source has is not in the article, by what it is, one of them: `image`; nothing where absent. */
      readonly leftOut?: ReadonlyMap<string, number>;
      readonly diagnostic?: undefined;
    }
  | { readonly article?: undefined; readonly leftOut?: undefined; readonly diagnostic: Diagnostic };

/** What is known of a file that does not say it itself. */
export interface ArticleOptions {
  /** The title, instead of the one that the file says or is named by. Only for formats of one article a file. */
  readonly title?: string;
  /** What running text is split into sentences by; English where absent. */
  readonly words?: SentenceWords;
}

/** A file format for articles: one file in `corpora/` each, one line in the registry. */
export interface CorpusFormat {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly title: string;
  /** Where the format is defined. */
  readonly url: string;
  readonly extensions: readonly [string, ...string[]];
  readonly page: FormatPage;
  /** What reading leaves out of the source, and nobody can bring back: one sentence each. Printed by `claimset ingest`. */
  readonly leavesOut: readonly string[];
  /** What writing loses of an article, in order. */
  readonly losses: readonly ArticleLoss[];
  readonly sniff: (head: string) => boolean;
  /** The articles of a text in order. Formats of lines read `source.lines` where there are any, so that memory does not grow. */
  readonly read: (source: ReadSource, options?: ArticleOptions) => Iterable<ArticleResult>;
  /** The text of the articles in order, piece by piece. Absent for a format that is only read. */
  readonly write?: (articles: Iterable<DraftArticle>) => Iterable<string>;
}
