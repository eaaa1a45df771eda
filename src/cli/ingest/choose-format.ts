import { extname } from 'node:path';
import { banner } from '../../corpus/find-articles.ts';
import { UsageError } from '../../errors.ts';
import { corpusFormats, findCorpusFormat } from '../../formats/corpora/index.ts';
import type { CorpusFormat } from '../../formats/corpus-format.ts';

/** Endings that say what a file is, whatever it begins with; a `.txt` or `.jsonl` may be several things. */
const endings: Readonly<Record<string, string>> = {
  '.htm': 'mediawiki-html',
  '.html': 'mediawiki-html',
  '.markdown': 'markdown',
  '.md': 'markdown',
  '.wiki': 'wikitext',
  '.wikitext': 'wikitext',
};

/** Endings of files that a folder is looked through for. */
export const ingestEndings: readonly string[] = [...Object.keys(endings), '.jsonl', '.text', '.txt'];

function hasBanner(head: string): boolean {
  return head.split(/\r?\n/).includes(banner);
}

/**
 * The format of a file: by its ending where that says it, else by how the file begins, else plain text for a `.txt`.
 *
 * @throws UsageError where nothing tells.
 */
export function chooseFormat(file: string, head: string): CorpusFormat {
  const ending = extname(file).toLowerCase();
  const known = endings[ending];
  if (known !== undefined) return findCorpusFormat(known);
  // Tagged text begins with its banner; a text that only holds what looks like an id is to be told so.
  const found = corpusFormats.filter(
    ({ id, sniff }) => sniff(head) && (id !== 'tagged-text' || hasBanner(head)),
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  // Plain text may hold what looks like markup; what begins as records is none.
  const isText = ending === '.txt' || ending === '.text' || (ending === '' && found.length === 0);
  if (isText && !/^\uFEFF?\s*[{[]/.test(head)) return first ?? findCorpusFormat('plain-text');
  throw new UsageError(
    `Nothing tells what "${file}" is. Name it with --format: ${corpusFormats.map(({ id }) => id).join(', ')}.`,
  );
}
