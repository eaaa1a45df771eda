import { languageOf } from '../../text/languages/index.ts';
import { numbersIn } from '../../text/numbers.ts';
import { searchWordPattern } from '../../text/search-words.ts';
import { isCapitalised, type WordInText, wordSpans } from '../../text/word-spans.ts';
import { stopWordsOf } from '../analysis/stop-words.ts';

/** What a claim is looked for by. */
export interface ClaimParts {
  /** Its words without the commonest of the language, as they are written; all of them where it has no others. */
  readonly words: readonly string[];
  /** Runs of capitalised words, as they are written; a single one that begins a sentence is none. None in a language that writes all nouns so. */
  readonly names: readonly string[];
  readonly numbers: readonly ClaimNumber[];
}

/** A number as a claim writes it. */
export interface ClaimNumber {
  readonly text: string;
  readonly value: number;
}

/** Languages in which a capital letter says nothing about a word but that it is a noun. */
const capitalNouns = ['de', 'lb'];

/** The parts of a claim in a language, by its BCP 47 tag, in the order of the claim. */
export function partsOfClaim(claim: string, language: string): ClaimParts {
  const common = commonWords(language);
  const words = contentWords(claim, language);
  return {
    words: words.length === 0 ? (claim.match(searchWordPattern) ?? []) : words,
    names: namesIn(claim, language, common),
    numbers: claimNumbers(claim, language),
  };
}

/**
 * The words of a text without the commonest of the language, as they are written. One of those that has a capital letter inside a sentence is no such word:
 * the month of May, the WHO.
 */
export function contentWords(text: string, language: string): string[] {
  const common = commonWords(language);
  const words: string[] = [];
  for (const { 0: word, index } of text.matchAll(searchWordPattern)) {
    if (!common.has(word.toLowerCase()) || (isCapitalised(word) && !isFirst(text, index))) words.push(word);
  }
  return words;
}

/** Whether a sentence begins at an offset, as far as that can be told by what stands right before. */
function isFirst(text: string, at: number): boolean {
  return /(?:^|[.!?])[^\p{L}\p{N}]{0,8}$/u.test(text.slice(Math.max(0, at - 9), at));
}

/** By list, which is one object a language. */
const commonByList = new WeakMap<readonly string[], ReadonlySet<string>>();

function commonWords(language: string): ReadonlySet<string> {
  const list = stopWordsOf(language);
  let common = commonByList.get(list);
  if (common === undefined) {
    common = new Set(list);
    commonByList.set(list, common);
  }
  return common;
}

/** The numbers of a text; only those of digits where the words of the language are not known. */
export function claimNumbers(text: string, language: string): ClaimNumber[] {
  const known = languageOf(language);
  if (known !== undefined) {
    return numbersIn(text, known).map(({ span, value }) => ({
      text: text.slice(span.start, span.end),
      value,
    }));
  }
  return Array.from(text.matchAll(/\d+/g), ([digits]) => ({ text: digits, value: Number(digits) }));
}

function namesIn(claim: string, language: string, common: ReadonlySet<string>): string[] {
  if (capitalNouns.includes(language.toLowerCase().split('-')[0] ?? '')) return [];
  const runs: WordInText[][] = [];
  for (const word of wordSpans(claim)) {
    const { text, folded, span } = word;
    if (!isCapitalised(text) || (common.has(folded) && isFirst(claim, span.start))) continue;
    const run = runs.at(-1);
    const end = run?.at(-1)?.span.end;
    if (run !== undefined && end !== undefined && /^[\s.\-–]*$/.test(claim.slice(end, span.start)))
      run.push(word);
    else runs.push([word]);
  }
  const names = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    // The first word of a sentence is written so whatever it is.
    if (run.length === 1 && isFirst(claim, first.span.start)) return [];
    return [claim.slice(first.span.start, last.span.end)];
  });
  return [...new Set(names)];
}
