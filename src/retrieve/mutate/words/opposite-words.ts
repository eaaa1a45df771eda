import { isCapitalised } from '../../../text/word-spans.ts';
import { closedTag } from '../english/closed-words.ts';
import { opposites } from '../english/opposites.ts';
import type { Replacement } from '../mutation-candidate.ts';
import { plainWords } from './plain-words.ts';

const mostWords = Math.max(...[...opposites.keys()].map((phrase) => phrase.split(' ').length));

/** For each phrase of a claim that turns the statement round when replaced, what it turns into. */
export function oppositeWords(claim: string): Replacement[][] {
  const words = plainWords(claim);
  const found: Replacement[][] = [];
  for (let from = 0; from < words.length; from++) {
    for (let count = mostWords; count > 0; count--) {
      const parts = words.slice(from, from + count);
      const [first, last] = [parts[0], parts.at(-1)];
      if (first === undefined || last === undefined || parts.length < count) continue;
      // A word of a name stays: `North Ossetia`, `First Nagorno-Karabakh War`.
      if (parts.some(({ text }, at) => from + at > 0 && text !== text.toLowerCase())) continue;
      const [next] = words.slice(from + count);
      // So it does at the start: `South Ossetia`, but `Before Baku fell`.
      if (
        from === 0 &&
        closedTag(first.folded) === undefined &&
        next !== undefined &&
        isCapitalised(next.text)
      )
        continue;
      const others = opposites.get(parts.map(({ folded }) => folded).join(' '));
      if (others === undefined) continue;
      const span = { start: first.span.start, end: last.span.end };
      found.push(others.map((to) => ({ span, to, by: 'opposite' as const })));
      from += count - 1;
      break;
    }
  }
  return found;
}
