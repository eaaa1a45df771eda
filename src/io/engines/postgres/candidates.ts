import { lexeme } from './tsvector-text.ts';

/** A term of a query with the most that it adds to a score, above 0. */
export interface BoundedTerm {
  readonly term: string;
  readonly most: number;
}

/** Operands of a query for candidates at most: behind them it lets more through than it must. */
const maxOperands = 200;
/** Of more terms only single ones are asked for, not which of them together. */
const maxTogether = 32;

/**
 * A tsquery that every document has whose score can reach `least`: those with terms that together add so much (Turtle and Flood 1995). It may have others, too. `undefined`
 * where none can.
 *
 * @param terms The one that adds most first.
 * @param least Above 0.
 */
export function candidatesQuery(terms: readonly BoundedTerm[], least: number): string | undefined {
  /** What the terms from each on add together. */
  const rest = new Float64Array(terms.length + 1);
  for (let at = terms.length - 1; at >= 0; at--)
    rest[at] = (rest[at + 1] as number) + (terms[at] as BoundedTerm).most;
  let operands = 0;
  /** A query for documents to which the terms from `at` on add what is still needed; empty: all have that. */
  const from = (at: number, needed: number): string | undefined => {
    if (needed <= 0) return '';
    if ((rest[at] as number) < needed) return undefined;
    if (operands >= maxOperands) return anyFrom(at, needed);
    operands += 1;
    const { term, most } = terms[at] as BoundedTerm;
    const having = from(at + 1, needed - most);
    const without = from(at + 1, needed);
    const own =
      having === undefined ? undefined : having === '' ? lexeme(term) : `${lexeme(term)} & (${having})`;
    if (own === undefined) return without;
    return without === undefined ? own : `${own} | ${without}`;
  };
  /** Those without which the others do not suffice. */
  const anyFrom = (at: number, needed: number): string => {
    let end = at;
    while (end < terms.length && (rest[end] as number) >= needed) end += 1;
    return terms
      .slice(at, end)
      .map(({ term }) => lexeme(term))
      .join(' | ');
  };
  if (terms.length > maxTogether) return (rest[0] as number) < least ? undefined : anyFrom(0, least);
  return from(0, least);
}
