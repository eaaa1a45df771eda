import type { Analyzer } from '../../retrieve/analysis/analyzer.ts';
import { inARow } from '../../retrieve/query/in-a-row.ts';
import { maxWords } from '../../retrieve/query/limits.ts';
import type { ParsedQuery } from '../../retrieve/query/parsed-query.ts';
import { termKey } from './term-key.ts';

/** What a query asks an engine for. */
export interface EngineQuery {
  /** Keys of terms, of the first thousand different ones, as often as they are asked for. */
  readonly terms: readonly string[];
  /** What a record must have for the phrases: keys of all their terms, their words in a row. `undefined` where there are no phrases. */
  readonly needed: { readonly terms: readonly string[]; readonly rows: readonly string[] } | undefined;
}

/**
 * What a query asks for; `undefined` where nothing can be found.
 *
 * @param expand the keys of terms that the beginning of a word stands for
 */
export async function engineQueryOf(
  { words, phrases, prefixes }: ParsedQuery,
  analyzer: Analyzer,
  expand: (prefix: string) => Promise<readonly string[]>,
): Promise<EngineQuery | undefined> {
  const keysOf = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => analyzer.termsOf(text)).map(termKey);
  const terms = keysOf(words);
  for (const prefix of prefixes) {
    // A hashed term begins with nothing.
    terms.push(...(analyzer.settings.grams === 'words' ? await expand(prefix) : keysOf([prefix])));
  }
  const different = new Set([...new Set(terms)].slice(0, maxWords));
  const asked = { terms: terms.filter((term) => different.has(term)) };
  if (asked.terms.length === 0) return undefined;
  if (phrases.length === 0) return { ...asked, needed: undefined };
  const needed = [...new Set(keysOf(phrases))];
  const rows = [...new Set(phrases.map(inARow))].filter((row) => row !== inARow(''));
  return needed.length === 0 ? undefined : { ...asked, needed: { terms: needed, rows } };
}
