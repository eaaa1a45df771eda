import { words as es } from 'natural/lib/natural/util/stopwords_es.js';
import { words as fr } from 'natural/lib/natural/util/stopwords_fr.js';
import { words as it } from 'natural/lib/natural/util/stopwords_it.js';
import { words as nl } from 'natural/lib/natural/util/stopwords_nl.js';
import { words as no } from 'natural/lib/natural/util/stopwords_no.js';
import { words as pt } from 'natural/lib/natural/util/stopwords_pt.js';
import { words as ru } from 'natural/lib/natural/util/stopwords_ru.js';
import { words as sv } from 'natural/lib/natural/util/stopwords_sv.js';
import { languageOf } from '../../text/languages/index.ts';

/** The lists of languages that claimset has none of its own for. */
const lists: Readonly<Record<string, readonly string[]>> = { es, fr, it, nl, no, pt, ru, sv };

/** The commonest words of the language of a BCP 47 tag, in lower case; none where there is no list. */
export function stopWordsOf(language: string): readonly string[] {
  const [primary = ''] = language.toLowerCase().split('-');
  return (
    languageOf(language)?.stopWords ?? (Object.hasOwn(lists, primary) ? lists[primary] : undefined) ?? []
  );
}
