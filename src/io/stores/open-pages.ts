import type { ArticleStore } from '../../corpus/article-store.ts';
import { ToolError } from '../../errors.ts';
import { wikiPages } from '../../formats/corpora/wiki-pages.ts';
import { decodeUtf8 } from '../../text/decode-utf8.ts';
import { plural } from '../../text/plural.ts';
import { shownPath } from '../files.ts';
import { buildPageIndex, type PageIndex } from './build-page-index.ts';
import type { CorpusTalk } from './corpus-talk.ts';
import { loadPageIndex, savePageIndex } from './page-index-file.ts';
import { findPageSources, indexPathOf } from './page-sources.ts';
import { createPageStore } from './page-store.ts';
import { scanLines } from './scan-pages.ts';

/**
 * The pages of a file or a folder of FEVER's wiki-pages. Where they stand is looked up in an index that is made once and kept beside
 * them; one that is not of these files any more is made anew, and where none can be kept it is made each time.
 *
 * @throws ToolError CORPUS_UNKNOWN where the files hold no pages, and where they cannot be read.
 */
export async function openPages(path: string, shownFrom: string, talk: CorpusTalk): Promise<ArticleStore> {
  const name = shownPath(path, shownFrom);
  const sources = findPageSources(path);
  const indexPath = indexPathOf(path);
  const shown = shownPath(indexPath, shownFrom);
  const { state, index: kept } = loadPageIndex(indexPath, sources);
  if (state === 'stale')
    await talk.say(`The pages of "${name}" have changed: the index "${shown}" is made anew.`);
  if (state === 'broken')
    await talk.say(`The index "${shown}" was cut or changed, or is of another version: it is made anew.`);
  const first = kept === undefined && sources[0] !== undefined ? firstLine(sources[0].path) : undefined;
  const index =
    kept ?? (await buildPageIndex(first !== undefined && wikiPages.sniff(first) ? sources : [], talk.tick));
  if (index.table.size === 0) {
    throw new ToolError(
      'CORPUS_UNKNOWN',
      `"${name}" holds no page: wiki-pages are JSON Lines with "id", "text" and "lines". Name their folder, one of their files, or a database.`,
    );
  }
  if (kept === undefined) await keep(index, indexPath, shown, talk);
  return createPageStore(index, name, shownFrom);
}

/** The first line that is not empty, if it is none of a megabyte. */
function firstLine(path: string): string | undefined {
  for (const { head, length } of scanLines(path)) {
    if (length > head.length) return undefined;
    return decodeUtf8(head, 0, head.length).replace(/^\uFEFF/, '');
  }
  return undefined;
}

async function keep(index: PageIndex, path: string, shown: string, { say }: CorpusTalk): Promise<void> {
  const pages = `${index.table.size} ${plural('page', index.table.size)}`;
  try {
    savePageIndex(path, index);
    await say(`Made an index of ${pages} and kept it in "${shown}".`);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    await say(
      `Made an index of ${pages}, which cannot be kept in "${shown}" and is made each time: ${error.message}`,
    );
  }
}
