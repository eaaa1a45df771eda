import type { Span } from '../../text/span.ts';

/** The end of a claim that is looked at: a pattern that may begin anywhere must not walk over a long claim again and again. */
const maxChars = 100;

/** A question or exclamation of the claim itself; one inside quotes belongs to what is quoted. */
const asks = /[?!؟！？‼⁇⁈⁉]+\p{Close_Punctuation}*$/u;

/** Where a claim ends as a question or exclamation, white space behind it aside; `undefined` where it does not. */
export function askingEnd(claim: string): Span | undefined {
  const end = claim.trimEnd().length;
  const asked = asks.exec(claim.slice(Math.max(0, end - maxChars), end));
  return asked === null ? undefined : { start: end - asked[0].length, end };
}
