import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesQuery } from '../../../src/io/engines/postgres/candidates.ts';
import { runs } from '../../runs.ts';

/** Whether a document with some terms has what a query of names, `&`, `|` and brackets wants. */
function matches(query: string, has: ReadonlySet<string>): boolean {
  const tokens = query.match(/'[^']*'|[&|()]/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let found = all();
    while (tokens[at] === '|') {
      at += 1;
      found = all() || found;
    }
    return found;
  };
  const all = (): boolean => {
    let found = one();
    while (tokens[at] === '&') {
      at += 1;
      found = one() && found;
    }
    return found;
  };
  const one = (): boolean => {
    const token = tokens[at++] ?? '';
    if (token !== '(') return has.has(token.slice(1, -1));
    const found = any();
    at += 1;
    return found;
  };
  return any();
}

const terms = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 })
  .map((all) => all.sort((one, other) => other - one).map((most, at) => ({ term: `t${at}`, most })));

test('every document that can be good enough is a candidate, and few others are', () => {
  fc.assert(
    fc.property(terms, fc.integer({ min: 1, max: 150 }), fc.nat({ max: 511 }), (all, least, bits) => {
      const own = all.filter((_, at) => (bits >> at) & 1);
      const most = own.reduce((sum, term) => sum + term.most, 0);
      const query = candidatesQuery(all, least);
      const isCandidate = query !== undefined && matches(query, new Set(own.map(({ term }) => term)));
      // Of nine terms the formula is exact but for what is left out of it when it grows too long.
      if (most >= least) expect(isCandidate).toBe(true);
      else if (all.length < 7) expect(isCandidate).toBe(false);
    }),
    { numRuns: runs(5000) },
  );
});

test('a query of a thousand terms is short', () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({ term: `t${at}`, most: 1 + 1 / (at + 1) }));
  for (const least of [1e-9, 1, 10, 500, 1000])
    expect((candidatesQuery(many, least) ?? '').length).toBeLessThan(20_000);
});

test('terms are quoted', () => {
  expect(candidatesQuery([{ term: "a'b\\ | !c", most: 1 }], 1)).toBe("'a''b\\\\ | !c'");
});
