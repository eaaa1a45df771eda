import { expect, test } from 'vitest';
import { linkPaths } from '../../src/split/link-paths.ts';
import { findComponents } from '../../src/stats/components.ts';
import { exampleClaim } from './example-claims.ts';

const claims = [
  exampleClaim('t1', ['A', 'B']),
  exampleClaim('n1', ['B', 'C']),
  exampleClaim('d1', ['C', 'D']),
  exampleClaim('n2', ['D', 'E']),
  exampleClaim('x1', ['E']),
  exampleClaim('d2', ['E']),
];
const [component = { claims: [], links: [] }] = findComponents(claims, 0.8);
const names = ['train', undefined, 'dev', undefined, 'test', 'dev'];

test('a shortest way to the nearest claim of every other split', () => {
  const paths = [...linkPaths(component, (at) => names[at], 'train')];
  expect(
    paths.map((path) => [path.claims.map((at) => claims[at]?.id), path.links.map(({ key }) => key)]),
  ).toEqual([
    [
      ['t1', 'n1', 'd1'],
      ['B', 'C'],
    ],
    [
      ['t1', 'n1', 'd1', 'n2', 'x1'],
      ['B', 'C', 'D', 'E'],
    ],
  ]);
});

test('no way where all claims are of one split', () => {
  expect([...linkPaths(component, () => 'train', 'train')]).toEqual([]);
});
