import { irregularPlurals, irregularSingulars } from './irregular-nouns.ts';

/** The plural of a noun; of several words that of the last, or of the one before `of`. */
export function pluralOf(noun: string): string {
  const of = noun.indexOf(' of ');
  if (of > 0) return `${pluralOf(noun.slice(0, of))}${noun.slice(of)}`;
  const [, before = '', last = ''] = /^(.*?)([^\s-]+)$/.exec(noun) ?? [];
  const lower = last.toLowerCase();
  const irregular = irregularPlurals.get(lower) ?? irregularEnding(lower);
  if (irregular !== undefined) return `${before}${irregular}`;
  // `shock troops`, `dry goods`: one already.
  if (/...[^aiousy]s$/.test(lower)) return noun;
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return `${noun}es`;
  if (/[^aeiou]y$/.test(lower) && lower === last) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

/** What a word may be the plural of: to be looked up, as many of them are no words. */
export function singularsOf(word: string): string[] {
  const irregular = irregularSingulars.get(word);
  const found = [
    ...(irregular === undefined ? [] : [irregular]),
    ...(word.endsWith('men') ? [`${word.slice(0, -3)}man`] : []),
    ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
    ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
  ];
  return found.filter((singular) => singular.length > 1 && pluralOf(singular) === word);
}

/** `policeman`, and no `human`, `German`. */
function irregularEnding(noun: string): string | undefined {
  return /(?:..[^aeiou])man$|(?:e|o|y)man$/.test(noun) && !/(?:^|[a-z])(?:hu|ger|ro|nor)man$/.test(noun)
    ? `${noun.slice(0, -3)}men`
    : undefined;
}
