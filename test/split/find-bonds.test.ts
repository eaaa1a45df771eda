import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBonds } from '../../src/split/find-bonds.ts';
import type { Component } from '../../src/stats/components.ts';
import { findComponents } from '../../src/stats/components.ts';
import type { GroupLink } from '../../src/stats/group-links.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, exampleClaim } from './example-claims.ts';

/** Size of the largest piece that the links leave, by plain relabelling. */
function largestPiece(claims: readonly number[], links: readonly GroupLink[]): number {
  const names = new Map(claims.map((at) => [at, at]));
  for (const link of links) {
    for (const at of link.claims) {
      const [from, to] = [names.get(at), names.get(link.claims[0] ?? 0) ?? 0];
      for (const [claim, name] of names) if (name === from) names.set(claim, to);
    }
  }
  const sizes = new Map<number, number>();
  for (const name of names.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return Math.max(...sizes.values());
}

const componentsArbitrary = claimsArbitrary.map((claims) => findComponents(claims, 0.7));

test('no other bond leaves a smaller piece than the first, and every figure is what is left', () => {
  fc.assert(
    fc.property(componentsArbitrary, (components) => {
      for (const component of components) {
        const bonds = findBonds(component, 1, Number.POSITIVE_INFINITY);
        // Each bond alone, as the first of it could have been any of them.
        const alone = bonds.map(({ links }) =>
          largestPiece(
            component.claims,
            component.links.filter((link) => !links.includes(link)),
          ),
        );
        if (bonds[0] !== undefined) expect(bonds[0].largestAfter).toBe(Math.min(...alone));
        const gone = new Set<GroupLink>();
        for (const bond of bonds) {
          for (const link of bond.links) gone.add(link);
          const left = component.links.filter((link) => !gone.has(link));
          expect(bond.largestAfter).toBe(largestPiece(component.claims, left));
        }
        expect(bonds.at(-1)?.largestAfter ?? 1).toBe(1);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('two clusters on one bridge: the bridge comes first and is enough', () => {
  const claims = [
    ...['a1', 'a2', 'a3'].map((id) => exampleClaim(id, ['A_sentence_1'])),
    exampleClaim('bridge', ['A_sentence_1', 'B_sentence_1']),
    ...['b1', 'b2', 'b3'].map((id) => exampleClaim(id, ['B_sentence_1'])),
  ];
  const [component = { claims: [], links: [] }] = findComponents(claims, 0.8);
  const bonds = findBonds(component, 4);
  expect(bonds.map(({ links, largestAfter }) => [links.map(({ key }) => key), largestAfter])).toEqual([
    [['A_sentence_1'], 4],
  ]);
});

test('ids that the same claims cite, and the source of the same name, are one bond', () => {
  const claims = ['a', 'b'].map((id) =>
    exampleClaim(id, ['A_sentence_1', 'A_sentence_2'], { source: 'A_sentence_1' }),
  );
  const [component = { claims: [], links: [] }] = findComponents(claims, 0.8);
  const bonds = findBonds(component, 1);
  expect(bonds.map(({ links }) => links.map(({ kind, key }) => `${kind} ${key}`))).toEqual([
    ['source A_sentence_1', 'evidence A_sentence_1', 'evidence A_sentence_2'],
  ]);
});

test('a chain of 20,000 claims is cut in the middle', () => {
  const size = 20_000;
  const links = Array.from({ length: size - 1 }, (_, at): GroupLink => {
    return { kind: 'evidence', key: `A_sentence_${at}`, claims: [at, at + 1] };
  });
  const chain: Component = { claims: [...Array(size).keys()], links };
  expect(findBonds(chain, size / 2).map(({ largestAfter }) => largestAfter)).toEqual([size / 2]);
});
