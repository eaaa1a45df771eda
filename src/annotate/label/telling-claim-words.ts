import { languageOf } from '../../text/languages/index.ts';
import { wordSpans } from '../../text/word-spans.ts';

/** The words of a claim that tell what it is about, each once, as they stand in it: without those that stand in any text. */
export function tellingClaimWords(claim: string, language: string): string[] {
  const stopWords = new Set(languageOf(language)?.stopWords ?? []);
  const found = new Map<string, string>();
  for (const { text, folded } of wordSpans(claim)) {
    if (!stopWords.has(folded) && !found.has(folded)) found.set(folded, text);
  }
  return [...found.values()];
}
