import { en } from './en.ts';
import type { Language } from './language.ts';

/** All languages with word lists, sorted by tag. */
export const languages: readonly Language[] = [en];

/** The language of a BCP 47 tag such as `en-GB`; `undefined` where there are no word lists for it. */
export function languageOf(tag: string): Language | undefined {
  const [primary = ''] = tag.toLowerCase().split('-');
  return languages.find((language) => language.tag === primary);
}
