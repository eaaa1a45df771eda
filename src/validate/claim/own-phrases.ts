import { findPhrases } from '../../text/phrases.ts';
import { quotations } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { isCapitalised, wordSpans } from '../../text/word-spans.ts';

/** Words of a claim, as it writes them. */
export interface OwnPhrase {
  readonly words: string;
  readonly span: Span;
}

/**
 * The phrases of a list that a claim itself says, in order: not those in names, quotations and compounds, nor inside one of the
 * `other` phrases.
 */
export function* ownPhrases(
  claim: string,
  phrases: readonly string[],
  other: readonly string[] = [],
): Generator<OwnPhrase> {
  const words = wordSpans(claim);
  const found = [...findPhrases(words, phrases)];
  if (found.length === 0) return;
  const excepted = new Set<number>();
  for (const { from, to } of findPhrases(words, other)) {
    for (let which = from; which < to; which++) excepted.add(which);
  }
  const quoted = quotations(claim);
  let nextQuoted = 0;
  for (const { from, to } of found) {
    const [first, last, next] = [words[from], words[to - 1], words[to]];
    const isName = words.slice(Math.max(from, 1), to).some(({ text }) => isCapitalised(text));
    if (first === undefined || last === undefined) continue;
    const span = { start: first.span.start, end: last.span.end };
    while ((quoted[nextQuoted]?.end ?? Infinity) <= span.start) nextQuoted += 1;
    if (
      isName ||
      // `Many Moons` may be a title, `Many people` is none.
      (from === 0 && isCapitalised(first.text) && next !== undefined && isCapitalised(next.text)) ||
      excepted.has(from) ||
      excepted.has(to - 1) ||
      (quoted[nextQuoted]?.start ?? Infinity) < span.end ||
      isPartOfCompound(claim, span)
    )
      continue;
    yield { words: claim.slice(span.start, span.end), span };
  }
}

/** Whether a hyphen joins the words with another: `many-sided`. */
function isPartOfCompound(claim: string, { start, end }: Span): boolean {
  return /[-‐‑]/.test(claim.charAt(start - 1) + claim.charAt(end));
}
