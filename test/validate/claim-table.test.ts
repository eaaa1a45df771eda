import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimId } from '../../src/claims/claim.ts';
import { labels } from '../../src/claims/label.ts';
import { claimKey, toNfc } from '../../src/text/normalise.ts';
import { hashId } from '../../src/validate/tables/claim-identity.ts';
import { ClaimTable } from '../../src/validate/tables/claim-table.ts';
import { claimsOf } from './entries-of.ts';

const hashOf = (id: ClaimId) => {
  const { high, low } = hashId(id, { high: 0, low: 0 });
  return `${high} ${low}`;
};

describe('ids', () => {
  test.each<[ClaimId, ClaimId, boolean]>([
    [12, '12', true],
    [-12, '-12', true],
    [0, '0', true],
    [Number.MAX_SAFE_INTEGER, '9007199254740991', true],
    ['Caf\u00e9', 'Cafe\u0301', true],
    [12, '012', false],
    [12, ' 12', false],
    [12, '12.0', false],
    [1, '1e0', false],
    [0, '-0', false],
    [2 ** 32, 0, false],
    [-1, 2 ** 32 - 1, false],
    ['a', 'A', false],
  ])('%j and %j are one: %j', (one, other, same) => {
    expect(hashOf(one) === hashOf(other)).toBe(same);
  });

  test('ids have one hash where they are one text, and only there', () => {
    const id = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }).map(String),
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.maxSafeInteger().map(String),
    );
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(hashOf(one) === hashOf(other)).toBe(toNfc(String(one)) === toNfc(String(other)));
        expect(hashOf(String(one))).toBe(hashOf(one));
      }),
      { numRuns: 1000 },
    );
  });
});

const claimArbitrary = fc.record({
  id: fc.oneof(fc.nat(5), fc.nat(5).map(String), fc.constant('x')),
  claim: fc.constantFrom('One.', 'one', '"One"', 'Two.', 'Twó!', '?', '!', ' ? '),
  label: fc.constantFrom(...labels),
});

test('the first claims of ids and of verdicts are those that maps of the texts find', () => {
  fc.assert(
    fc.property(fc.array(claimArbitrary, { maxLength: 25 }), (claims) => {
      const table = new ClaimTable();
      const ids = new Map<string, number>();
      const verdicts = new Map<string, number>();
      const firstOf = (map: Map<string, number>, key: string, row: number) => {
        const first = map.get(key) ?? row;
        map.set(key, first);
        return first;
      };
      for (const [row, entry] of claimsOf(
        claims.map((claim) => JSON.stringify(claim)).join('\n'),
      ).entries()) {
        const { id, claim, label } = entry.claim;
        const text = claimKey(claim) || claim.trim();
        expect(table.firstOfId(entry)).toBe(firstOf(ids, String(id), row));
        const others = labels.filter((other) => other !== label);
        // What is answered does not depend on which rule asks first.
        const ask = () => {
          for (const other of others)
            expect(table.firstOfOther(entry, other)).toBe(verdicts.get(`${text}\n${other}`));
        };
        if (row % 2 === 0) ask();
        expect(table.firstOfVerdict(entry)).toBe(firstOf(verdicts, `${text}\n${label}`, row));
        ask();
      }
      for (const id of [0, 1, 2, 3, 4, 5, 'x', 'y']) expect(table.find(id)).toBe(ids.get(String(id)));
    }),
    { numRuns: 300 },
  );
});

describe('an unknown id', () => {
  const filled = (...refused: string[]) => {
    const table = new ClaimTable();
    for (const entry of claimsOf('{"id":1}\n{"id":"a"}')) table.firstOfId(entry);
    for (const entry of claimsOf(refused.join('\n'))) table.addRefused(entry);
    return table;
  };

  test.each<[string, ClaimTable, boolean]>([
    ['is that of no claim', filled(), true],
    ['may be in a line that was refused', filled('{"id":9,"label":"x"}'), false],
    ['may be in a line that is no JSON', filled('{"id":9,'), false],
    ['may be in a line without id', filled('{"label":"x"}'), false],
    ['is not in an empty line', filled(' ', ''), true],
    ['is not in a line with another', filled('{"id":8}'), true],
    ['is nothing to speak of where there are no claims', new ClaimTable(), false],
  ])('%s', (_, table, expected) => {
    expect(table.isUnknown(9)).toBe(expected);
    expect(table.isUnknown('9')).toBe(expected);
    expect(table.isUnknown(1)).toBe(false);
  });
});
