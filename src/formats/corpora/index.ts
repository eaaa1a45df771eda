import type { CorpusFormat } from '../corpus-format.ts';
import { findById } from '../find-by-id.ts';
import { feverousPages } from './feverous-pages.ts';
import { markdown } from './markdown.ts';
import { mediawikiHtml } from './mediawiki-html.ts';
import { plainText } from './plain-text.ts';
import { scifactCorpus } from './scifact-corpus.ts';
import { taggedText } from './tagged-text.ts';
import { wikiPages } from './wiki-pages.ts';
import { wikitext } from './wikitext.ts';

/** All formats of articles, sorted by id. */
export const corpusFormats: readonly CorpusFormat[] = [
  feverousPages,
  markdown,
  mediawikiHtml,
  plainText,
  scifactCorpus,
  taggedText,
  wikiPages,
  wikitext,
];

/** The format of articles of an id. @throws UsageError where there is none, with the nearest ids. */
export function findCorpusFormat(id: string): CorpusFormat {
  return findById(id, corpusFormats);
}
