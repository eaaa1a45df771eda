import type { Language } from '../../text/languages/language.ts';
import { type DateParts, datesIn } from './dates/dates-in.ts';
import { closedTag } from './english/closed-words.ts';
import type { NameUse } from './names/name-kind.ts';
import { namesIn } from './names/names-in.ts';
import { plainNumbers } from './numbers/change-numbers.ts';
import { plainWords } from './words/plain-words.ts';

/** What a corpus has to put in the place of names, dates, numbers and words of claims. */
export interface Substitutes {
  /** The commonest first. */
  readonly names: readonly NameUse[];
  /** Each once. */
  readonly dates: readonly DateParts[];
  /** Numbers as they are written, by the word behind them in lower case. */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
  /** Words in lower case, the commonest first. */
  readonly words: readonly string[];
}

/** Words before names of places. */
const placePrepositions = /(?:^|[^\p{L}])(?:in|at|near|from|to|towards?|around|outside|across) (?:the )?$/iu;
const [maxNames, maxWords, maxNumbersOfWord] = [400, 400, 12];
/** A name or word that stands once may be a slip. */
const leastWordCount = 2;

/** What texts of a corpus have to put in the place of parts of claims. Of equally common ones the first met stands first. */
export function findSubstitutes(texts: Iterable<string>, language: Language): Substitutes {
  const names = new Map<string, { count: number; places: number; articles: number }>();
  const dates = new Map<string, DateParts>();
  const numbers = new Map<string, Set<string>>();
  const words = new Map<string, number>();
  for (const text of texts) {
    for (const { text: name, span, isFirst } of namesIn(text, language)) {
      // `The`, `Fighting`: whether the first word is a name shows elsewhere.
      if (isFirst) continue;
      const use = names.get(name) ?? { count: 0, places: 0, articles: 0 };
      names.set(name, use);
      use.count += 1;
      const before = text.slice(Math.max(0, span.start - 20), span.start);
      if (placePrepositions.test(before)) use.places += 1;
      if (/(?<!\p{L})the $/iu.test(before)) use.articles += 1;
    }
    for (const { shape, day, month, year } of datesIn(text, language)) {
      dates.set(`${shape} ${day} ${month} ${year}`, { shape, day, month, year });
    }
    for (const { span } of plainNumbers(text, language)) {
      const counted = /^ (\p{L}+)/u.exec(text.slice(span.end))?.[1]?.toLowerCase();
      if (counted === undefined || closedTag(counted) !== undefined) continue;
      const known = numbers.get(counted) ?? new Set();
      numbers.set(counted, known);
      if (known.size < maxNumbersOfWord) known.add(text.slice(span.start, span.end));
    }
    for (const { text: word } of plainWords(text)) {
      if (/^\p{Ll}{3,}$/u.test(word) && closedTag(word) === undefined)
        words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  const lastWords = new Set(
    [...names.keys()].flatMap((name) =>
      name.includes(' ') && !name.includes(' of ') ? (name.split(' ').at(-1) ?? []) : [],
    ),
  );
  return {
    names: [...names]
      .sort(([, a], [, b]) => b.count - a.count)
      .slice(0, maxNames)
      .map(([text, use]) => ({ text, ...use, isLast: lastWords.has(text) })),
    dates: [...dates.values()],
    numbers: new Map([...numbers].map(([word, found]) => [word, [...found]])),
    words: [...words]
      .filter(([, count]) => count >= leastWordCount)
      .sort(([, a], [, b]) => b - a)
      .slice(0, maxWords)
      .map(([word]) => word),
  };
}
