import { searchWordSpans } from './search-words.ts';
import type { Span } from './span.ts';

/** A part of a text that was found; the marked ones have a word of the query. */
export interface SnippetPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** What is marked in a text. */
export interface Mark extends Span {
  /** What was looked for: the same in all marks of one word. */
  readonly word: string;
  /** How much having it among what is shown is worth, above 0. */
  readonly weight: number;
}

/** Characters before the first marked word that are shown of a long text. */
const charsBefore = 40;

/**
 * The part of a text that shows why it was found, at most about `maxChars` long, cut at words and with an ellipsis where it was cut: of a long text that
 * part which has the most of what was looked for, the first of several.
 *
 * @param marks In order, none over another.
 */
export function snippetOf(text: string, marks: readonly Mark[], maxChars: number): SnippetPart[] {
  const [from, to] = windowOf(text, firstOfBest(marks, maxChars - charsBefore), maxChars);
  const parts: SnippetPart[] = [];
  const put = (piece: string, isMarked = false): void => {
    if (piece !== '') parts.push({ text: piece, isMarked });
  };
  let at = from;
  if (from > 0) put('…');
  for (const { start, end } of marks) {
    if (start < from || end > to) continue;
    put(text.slice(at, start));
    put(text.slice(start, end), true);
    at = end;
  }
  put(text.slice(at, to));
  if (to < text.length) put('…');
  return parts;
}

/** Where the mark begins from which on `maxChars` characters have the most of what was looked for; 0 without marks. */
function firstOfBest(marks: readonly Mark[], maxChars: number): number {
  /** How often each word is among those from `first` to before `next`. */
  const counts = new Map<string, number>();
  let best = 0;
  let found = 0;
  let worth = 0;
  let next = 0;
  for (const [at, { start, word, weight }] of marks.entries()) {
    for (let mark = marks[next]; mark !== undefined && mark.end <= start + maxChars; mark = marks[++next]) {
      const count = counts.get(mark.word) ?? 0;
      counts.set(mark.word, count + 1);
      if (count === 0) worth += mark.weight;
    }
    if (worth > best) [best, found] = [worth, start];
    // One that is longer than what is shown was never counted.
    if (next <= at) next = at + 1;
    else {
      const count = counts.get(word) ?? 0;
      counts.set(word, count - 1);
      if (count === 1) worth -= weight;
    }
  }
  return best > 0 ? found : (marks[0]?.start ?? 0);
}

/** The first and the last character of what is shown. Of a text of megabytes only that is looked at. */
function windowOf(text: string, first: number, maxChars: number): [number, number] {
  if (text.length <= maxChars) return [0, text.length];
  const from = first + charsBefore < maxChars ? 0 : wordFrom(text, first - charsBefore);
  const most = from + maxChars;
  if (most >= text.length) return [from, text.length];
  // The last word is seen whole, or it does not end here.
  const words = searchWordSpans(text.slice(from, most + 1));
  const end = words.findLast(({ span }) => span.end <= maxChars)?.span.end;
  return [from, end === undefined ? most : from + end];
}

/** Where the first word begins that begins at a place or behind it, at most a window further; the place itself where none does. */
function wordFrom(text: string, start: number): number {
  const before = Math.max(0, start - 1);
  const words = searchWordSpans(text.slice(before, start + charsBefore + 1));
  return before + (words.find(({ span }) => before + span.start >= start)?.span.start ?? start - before);
}
