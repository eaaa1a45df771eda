import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClaimLinks } from '../../src/stats/claim-links.ts';
import { findComponents } from '../../src/stats/components.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, exampleClaim } from '../split/example-claims.ts';

test('a partition of the claims that no link crosses, and that is no coarser than the links', () => {
  fc.assert(
    fc.property(claimsArbitrary, (claims) => {
      const components = findComponents(claims, 0.7);
      expect(components.flatMap((component) => component.claims).sort((a, b) => a - b)).toEqual([
        ...claims.keys(),
      ]);
      // Naive: claims are named after the least claim that they reach.
      const least = [...claims.keys()];
      const links = [...findClaimLinks(claims, 0.7)];
      for (let changed = true; changed; ) {
        changed = false;
        for (const link of links) {
          const name = Math.min(...link.claims.map((at) => least[at] ?? 0));
          for (const at of link.claims) {
            if (least[at] !== name) changed = true;
            least[at] = name;
          }
        }
      }
      for (const component of components) {
        expect(new Set(component.claims.map((at) => least[at]))).toEqual(new Set([component.claims[0]]));
      }
    }),
    { numRuns: runs(300) },
  );
});

test('a component keeps the links that connect it', () => {
  const claims = [exampleClaim('a', ['X']), exampleClaim('b', ['Y']), exampleClaim('c', ['X', 'Z'])];
  expect(findComponents(claims, 0.8)).toEqual([
    { claims: [0, 2], links: [{ kind: 'evidence', key: 'X', claims: [0, 2] }] },
    { claims: [1], links: [] },
  ]);
});

test('claims with the same id are in one component', () => {
  const claims = [
    exampleClaim('a'),
    exampleClaim('b'),
    exampleClaim('a', [], { claim: 'quite other words' }),
  ];
  expect(findComponents(claims, 0.8).map((component) => component.claims)).toEqual([[0, 2], [1]]);
});

test('a thousand claims that are all near-duplicates keep few links each', () => {
  const words = Array.from({ length: 20 }, (_, at) => `w${at}`).join(' ');
  const claims = Array.from({ length: 1000 }, (_, at) => exampleClaim(at, [], { claim: `${words} n${at}` }));
  const [component, ...others] = findComponents(claims, 0.8);
  expect(others).toEqual([]);
  expect(component?.claims).toHaveLength(1000);
  expect(component?.links.length).toBeLessThan(9 * 1000);
});
