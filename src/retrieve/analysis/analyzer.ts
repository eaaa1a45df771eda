import { fold, searchWordPattern } from '../../text/search-words.ts';
import { titleGrams } from '../titles/title-grams.ts';
import type { AnalysisSettings } from './analysis-settings.ts';
import { drqaStopWords } from './drqa-stop-words.ts';
import { hashedBigrams } from './hashed-bigrams.ts';
import { stemmerOf } from './stemmers.ts';
import { stopWordsOf } from './stop-words.ts';

/** Makes terms of texts; the same of a text that is kept and of one that is asked for. */
export interface Analyzer {
  readonly settings: AnalysisSettings;
  /** The words of a text in lower case, in order. */
  readonly wordsOf: (text: string) => string[];
  /** The term of a word in lower case; `undefined` for one that is left out. */
  readonly termOf: (word: string) => string | undefined;
  /** The terms of a text in order, as often as they stand there. */
  readonly termsOf: (text: string) => string[];
}

/** The analyzer of some settings. */
export function createAnalyzer(settings: AnalysisSettings): Analyzer {
  const stem = settings.stem ? stemmerOf(settings.language) : undefined;
  const stopWords = new Set(settings.dropStopWords ? leftOutOf(settings) : []);
  const makeTerm = (word: string): string | undefined => {
    if (stopWords.has(word)) return undefined;
    // A number is no form of another. What is longer than a word of any language takes a stemmer seconds.
    const isStemmed = stem !== undefined && word.length <= maxStemmedChars && !/\p{N}/u.test(word);
    return fold(isStemmed ? stem(word) : word) || undefined;
  };
  // Of English words the stem is made as soon as it is remembered; natural's other stemmers take ten times as long.
  const isQuick = stem === undefined || /^en(?:-|$)/i.test(settings.language);
  const termOf = isQuick ? makeTerm : remembered(makeTerm);
  const wordTerms = (text: string): string[] => wordsOf(text).flatMap((word) => termOf(word) ?? []);
  const termsOf = {
    words: wordTerms,
    'hashed-bigrams': (text: string) => hashedBigrams(text, stopWords),
    'title-trigrams': titleGrams,
  }[settings.grams];
  return { settings, wordsOf, termOf, termsOf };
}

function remembered(makeTerm: Analyzer['termOf']): Analyzer['termOf'] {
  const known = new Map<string, string | undefined>();
  return (word) => {
    if (known.has(word)) return known.get(word);
    if (known.size > maxKnown) known.clear();
    const term = makeTerm(word);
    known.set(word, term);
    return term;
  };
}

/** The words that are left out, as they are compared. */
function leftOutOf({ grams, language }: AnalysisSettings): readonly string[] {
  if (grams === 'words') return stopWordsOf(language);
  const isEnglish = /^en(?:-|$)/i.test(language);
  return isEnglish ? drqaStopWords : stopWordsOf(language).map((word) => word.normalize('NFD'));
}

function wordsOf(text: string): string[] {
  return (text.match(searchWordPattern) ?? []).map((word) => word.toLowerCase());
}

/** Longer words stand as they are, such as a sentence of a language without blanks. */
const maxStemmedChars = 100;
/** Words whose terms are remembered. */
const maxKnown = 500_000;
