import { cutText } from '../text/cut-text.ts';
import { printable } from '../text/printable.ts';

/**
 * A user's text as a Markdown code span of at most `maxChars` characters: there nothing acts, neither HTML, links, mentions, references
 * to issues, emoji codes nor mathematics, and the span ends only where we end it. An empty text is empty.
 *
 * @see GitHub Flavored Markdown, §6.3: a span is ended by as many backticks as began it, and loses one blank on either side.
 */
export function markdownCode(text: string, maxChars: number): string {
  const shown = printable(text);
  const kept = shown.length > maxChars ? `${cutText(shown, maxChars - 1)}…` : shown;
  if (kept.trim() === '') return '';
  const longest = Math.max(0, ...(kept.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || /^ .* $/.test(kept) ? ' ' : '';
  return `${fence}${pad}${kept}${pad}${fence}`;
}
