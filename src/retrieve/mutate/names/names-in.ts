import type { Language } from '../../../text/languages/language.ts';
import type { Span } from '../../../text/span.ts';
import { isCapitalised } from '../../../text/word-spans.ts';
import { plainWords } from '../words/plain-words.ts';

/** A run of capitalised words. */
export interface NameInText {
  readonly text: string;
  readonly span: Span;
  /** Whether it begins the sentence, where every word has a capital. */
  readonly isFirst: boolean;
}

const inside = new Set(['of', 'the']);
/** No name is longer: a text in capitals has none. */
const mostWords = 8;

/** What may be names in a text, in order: `Republic of Artsakh`, `Georgiy I. Mirsky`, `Su-25`. Months and weekdays are none. */
export function namesIn(text: string, { months, weekdays }: Language): NameInText[] {
  const words = plainWords(text);
  const isPart = (at: number): boolean => {
    const word = words[at];
    return (
      word !== undefined &&
      isCapitalised(word.text) &&
      !months.includes(word.folded) &&
      !weekdays.includes(word.folded)
    );
  };
  const joins = (at: number): boolean => {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined || next === undefined) return false;
    const gap = text.slice(word.span.end, next.span.start);
    return gap === ' ' || (gap === '. ' && word.text.length === 1);
  };
  const found: NameInText[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!isPart(from)) continue;
    let to = from;
    for (;;) {
      let next = to + 1;
      if (!joins(to)) break;
      while (inside.has(words[next]?.folded ?? '') && !isPart(next) && joins(next) && next - to <= 2)
        next += 1;
      if (!isPart(next) || next - from >= mostWords) break;
      to = next;
    }
    const [first, last] = [words[from], words[to]];
    if (first === undefined || last === undefined) continue;
    const span = { start: first.span.start, end: last.span.end };
    found.push({ text: text.slice(span.start, span.end), span, isFirst: from === 0 });
    from = to;
  }
  return found;
}

/** A run of capitalised words without the first of them; `undefined` where there is only one. */
export function withoutFirstWord({ text, span }: NameInText): NameInText | undefined {
  // `Most of Ripon College`
  const [first] = /^\S+ (?:(?:of|the) )*/.exec(text) ?? [];
  if (first === undefined) return undefined;
  return {
    text: text.slice(first.length),
    span: { start: span.start + first.length, end: span.end },
    isFirst: false,
  };
}
