import { closeSync, openSync } from 'node:fs';
import type { ArticleStore, StoredArticle } from '../../corpus/article-store.ts';
import { corpusRules } from '../../corpus/corpus-rules.ts';
import type { DraftArticle } from '../../corpus/draft-article.ts';
import { titleOfPage } from '../../corpus/fever-page.ts';
import type { PagePlace } from '../../corpus/page-table.ts';
import { placeInStore } from '../../corpus/place-in-store.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { draftOfWikiPage } from '../../formats/corpora/wiki-pages.ts';
import { decodeUtf8 } from '../../text/decode-utf8.ts';
import { toNfc } from '../../text/normalise.ts';
import { plural } from '../../text/plural.ts';
import { bufferTools } from '../buffer-tools.ts';
import { fileError, shownPath } from '../files.ts';
import { readRange } from '../read-range.ts';
import { maxLineBytes, type PageIndex } from './build-page-index.ts';
import { parsePage } from './parse-page.ts';
import { leadingId, scanLines } from './scan-pages.ts';

/** What is said of a record that stands for no page. */
const nothing = 'it has neither id nor lines';

/** A page that was read. */
interface ReadPage {
  /** `undefined` where the line does not tell. */
  readonly title: string | undefined;
  /** Why there is no article, where there is none. */
  readonly page: DraftArticle | string;
}

/**
 * The articles of files of FEVER's wiki-pages, each read from its place when it is asked for.
 *
 * @param name how findings call the folder
 * @param shownFrom folder that paths of the files in findings are relative to
 */
export function createPageStore(index: PageIndex, name: string, shownFrom: string): ArticleStore {
  const { sources, table } = index;
  const starts: number[] = [];
  let all = 0;
  for (const { bytes } of sources) {
    starts.push(all);
    all += bytes;
  }
  const open: number[] = [];
  /** Files are opened when first read from. */
  const fileOf = (which: number): number => {
    const path = sources[which]?.path ?? '';
    try {
      open[which] ??= openSync(path, 'r');
      return open[which];
    } catch (cause) {
      throw fileError(path, cause);
    }
  };
  const broken = (title: string, reason: string, which: number, offset: number): StoredArticle => ({
    diagnostic: createDiagnostic(corpusRules.unreadableArticle, 'broken', {
      data: { title, reason: `${reason} (at byte ${offset})` },
      place: placeInStore(shownPath(sources[which]?.path ?? name, shownFrom)),
    }),
  });
  const whichOf = (position: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  };
  /** The article of a title at a place; `undefined` where another one stands there, whose title has the same hash. */
  const loadAt = (title: string, { position, length }: PagePlace): StoredArticle | undefined => {
    const which = whichOf(position);
    const offset = position - (starts[which] ?? 0);
    if (length > maxLineBytes)
      return broken(title, `its line is longer than ${maxLineBytes >> 20} MiB`, which, offset);
    let bytes: Uint8Array;
    try {
      bytes = readRange(fileOf(which), offset, length);
    } catch (cause) {
      throw fileError(sources[which]?.path ?? name, cause);
    }
    const { title: found, page } = readPage(bytes);
    if (found !== undefined && found !== title) return undefined;
    return typeof page === 'string' ? broken(title, page, which, offset) : { article: page };
  };
  return {
    name,
    diagnostics: [...namelessLines(index, name, shownFrom)],
    size: table.size,
    has: (title) => {
      for (const _ of table.find(title)) return true;
      return false;
    },
    load: (title) => {
      const key = toNfc(title);
      for (const place of table.find(key)) {
        const stored = loadAt(key, place);
        if (stored !== undefined) return stored;
      }
      return undefined;
    },
    *titles() {
      for (const { path } of sources) {
        for (const { head } of scanLines(path)) {
          const id = leadingId(head);
          if (id !== undefined && id !== '') yield titleOfPage(id);
        }
      }
    },
    *articles() {
      for (const [which, { path }] of sources.entries()) {
        for (const { offset, length } of scanLines(path)) {
          if (length > maxLineBytes) {
            yield broken('', `its line is longer than ${maxLineBytes >> 20} MiB`, which, offset);
            continue;
          }
          const { title = '', page } = readPage(readRange(fileOf(which), offset, length));
          if (typeof page !== 'string') yield { article: page };
          else if (page !== nothing) yield broken(title, page, which, offset);
        }
      }
    },
    close: () => {
      for (const file of open) if (file !== undefined) closeSync(file);
      open.length = 0;
    },
  };
}

/** What lines have no page that a title could find. */
function* namelessLines(
  { sources, nameless }: PageIndex,
  name: string,
  shownFrom: string,
): Generator<Diagnostic> {
  const { count, source, offset } = nameless;
  if (count === 0) return;
  yield createDiagnostic(corpusRules.unreadableArticle, 'nameless', {
    data: { lines: `${count} ${plural('line', count)}`, byte: offset },
    place: placeInStore(shownPath(sources[source]?.path ?? name, shownFrom)),
  });
}

function readPage(bytes: Uint8Array): ReadPage {
  if (!bufferTools.isUtf8(bytes)) {
    const id = leadingId(bytes);
    return { title: id === undefined ? undefined : titleOfPage(id), page: 'its line is not UTF-8' };
  }
  let title: string | undefined;
  const line = decodeUtf8(bytes, 0, bytes.length).replace(/^\uFEFF/, '');
  if (line.trim() === '') return { title: '', page: nothing };
  const page = parsePage(line, ({ id, text, lines }) => {
    if (typeof id !== 'string') return 'its id is no text';
    title = titleOfPage(id);
    if (typeof lines !== 'string') return 'its lines are no text';
    // The first record of the release.
    if (id === '' && lines === '') return nothing;
    return (
      draftOfWikiPage({ id, lines, ...(typeof text === 'string' && { text }) }) ?? 'its lines have no numbers'
    );
  });
  return { title, page };
}
