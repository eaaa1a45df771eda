import { cutText } from '../../text/cut-text.ts';
import { fold, searchWordSpans, searchWords } from '../../text/search-words.ts';
import type { Mark } from '../../text/snippet.ts';
import type { AnalysisSettings } from '../analysis/analysis-settings.ts';
import { createAnalyzer } from '../analysis/analyzer.ts';
import type { ParsedQuery } from './parsed-query.ts';

/** Characters of a text that are looked at: an article may have megabytes. */
const maxChars = 500_000;

/**
 * Finds in a text what it was found by, as the index does: other forms of the words of a query, what goes on as its prefixes do, and its phrases, each as
 * one mark. In order, none over another.
 */
export function createHighlighter(
  { words, phrases, prefixes }: ParsedQuery,
  analysis: AnalysisSettings,
): (text: string) => Mark[] {
  // Hashed terms say nothing of words: theirs are marked as they stand.
  const { wordsOf, termOf } = createAnalyzer({ ...analysis, grams: 'words' });
  const terms = new Set(words.flatMap(wordsOf).flatMap((word) => termOf(word) ?? []));
  const beginnings = prefixes.map(fold).filter((prefix) => prefix !== '');
  const rows = phrases.map(searchWords).filter((row) => row.length > 0);
  const keyOf = (written: string, folded: string): string | undefined => {
    const term = termOf(written.toLowerCase());
    if (term !== undefined && terms.has(term)) return term;
    return beginnings.find((prefix) => folded.startsWith(prefix));
  };
  return (text) => {
    const all = searchWordSpans(cutText(text, maxChars));
    const marks: Mark[] = [];
    for (let at = 0; at < all.length; at++) {
      const first = all[at];
      if (first === undefined) break;
      const row = rows.find((one) => one.every((word, step) => all[at + step]?.word === word));
      const last = row === undefined ? undefined : all[at + row.length - 1];
      if (row !== undefined && last !== undefined) {
        marks.push({
          start: first.span.start,
          end: last.span.end,
          word: row.join(' '),
          weight: row.length + 1,
        });
        at += row.length - 1;
        continue;
      }
      const key = keyOf(text.slice(first.span.start, first.span.end), first.word);
      if (key !== undefined) marks.push({ ...first.span, word: key, weight: 1 });
    }
    return marks;
  };
}
