// Deep import on purpose: natural's main entry writes to stdout and loads database drivers.
import {
  PorterStemmer,
  PorterStemmerDe,
  PorterStemmerEs,
  PorterStemmerFr,
  PorterStemmerIt,
  PorterStemmerNl,
  PorterStemmerNo,
  PorterStemmerPt,
  PorterStemmerRu,
  PorterStemmerSv,
} from 'natural/lib/natural/stemmers/index.js';
import { porterStem } from './porter-stem.ts';

/** The stemmers by language: Porter's for English, those made after its pattern for others. */
const stemmers: Readonly<Record<string, { readonly stem: (word: string) => string }>> = {
  de: PorterStemmerDe,
  en: { stem: (word) => (/^[a-z]+$/.test(word) ? porterStem(word) : PorterStemmer.stem(word)) },
  es: PorterStemmerEs,
  fr: PorterStemmerFr,
  it: PorterStemmerIt,
  nl: PorterStemmerNl,
  no: PorterStemmerNo,
  pt: PorterStemmerPt,
  ru: PorterStemmerRu,
  sv: PorterStemmerSv,
};

/** What cuts words in lower case of the language of a BCP 47 tag to their stems; `undefined` where there is none. */
export function stemmerOf(language: string): ((word: string) => string) | undefined {
  const [primary = ''] = language.toLowerCase().split('-');
  const stemmer = Object.hasOwn(stemmers, primary) ? stemmers[primary] : undefined;
  return stemmer === undefined ? undefined : (word) => stemmer.stem(word);
}
