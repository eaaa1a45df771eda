import { searchWordSpans, searchWords } from './search-words.ts';

/** A part of a text that was found; the marked ones have a word of the query. */
export interface SnippetPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Characters before the first marked word that are shown of a long text. */
const charsBefore = 40;

/**
 * The part of a text that shows why it was found, at most about `maxChars` long, cut at words and with an ellipsis where it was cut. The last
 * word of the query counts as the beginning of one.
 */
export function snippetOf(text: string, query: string, maxChars: number): SnippetPart[] {
  const wanted = searchWords(query);
  const last = wanted.at(-1);
  const all = new Set(wanted);
  const isWanted = (word: string): boolean =>
    all.has(word) || (last !== undefined && last.length > 1 && word.startsWith(last));
  const words = searchWordSpans(text);
  const marked = words.filter(({ word }) => isWanted(word)).map(({ span }) => span);
  const [from, to] = windowOf(text, marked[0]?.start ?? 0, words, maxChars);
  const parts: SnippetPart[] = [];
  const put = (start: number, end: number, isMarked: boolean): void => {
    const before = start === from && from > 0 ? '…' : '';
    const after = end === to && to < text.length ? '…' : '';
    if (end > start) parts.push({ text: `${before}${text.slice(start, end)}${after}`, isMarked });
  };
  let at = from;
  for (const { start, end } of marked) {
    if (start < from || end > to) continue;
    put(at, start, false);
    put(start, end, true);
    at = end;
  }
  put(at, to, false);
  return parts;
}

function windowOf(
  text: string,
  first: number,
  words: ReturnType<typeof searchWordSpans>,
  maxChars: number,
): [number, number] {
  if (text.length <= maxChars) return [0, text.length];
  const from =
    first + charsBefore < maxChars
      ? 0
      : (words.find(({ span }) => span.start >= first - charsBefore)?.span.start ?? 0);
  const most = from + maxChars;
  if (most >= text.length) return [from, text.length];
  const end = words.findLast(({ span }) => span.end <= most && span.end > from)?.span.end;
  return [from, end ?? most];
}
