import { en } from './en.ts';
import type { Language } from './language.ts';
import type { SentenceWords } from './sentence-words.ts';
import { da } from './sentences/da.ts';
import { de } from './sentences/de.ts';
import { es } from './sentences/es.ts';
import { fr } from './sentences/fr.ts';
import { it } from './sentences/it.ts';
import { nl } from './sentences/nl.ts';
import { pt } from './sentences/pt.ts';
import { sv } from './sentences/sv.ts';

/** All languages with word lists, sorted by tag. */
export const languages: readonly Language[] = [en];

/** All languages whose texts are split into sentences by lists of their own, sorted by tag. */
export const sentenceLanguages: readonly SentenceWords[] = [da, de, en, es, fr, it, nl, pt, sv];

/** The language of a BCP 47 tag such as `en-GB`; `undefined` where there are no word lists for it. */
export function languageOf(tag: string): Language | undefined {
  return find(tag, languages);
}

/** What a text in the language of a BCP 47 tag is split by; `undefined` where there are no lists for it. */
export function sentenceWordsOf(tag: string): SentenceWords | undefined {
  return find(tag, sentenceLanguages);
}

function find<Entry extends { readonly tag: string }>(
  tag: string,
  entries: readonly Entry[],
): Entry | undefined {
  const [primary = ''] = tag.toLowerCase().split('-');
  return entries.find((entry) => entry.tag === primary);
}
