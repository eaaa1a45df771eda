import { expect, test } from 'vitest';
import type { Annotation } from '../../../src/claims/annotation.ts';
import { collectAnnotations } from '../../../src/stats/annotations/standing-annotations.ts';

const says = (annotator: string, claim: string | number, more: Partial<Annotation> = {}): Annotation => ({
  claim,
  annotator,
  label: 'SUPPORTS',
  evidence: [],
  at: '2025-01-01T12:00:00Z',
  ...more,
});

test('the last annotation of an annotator stands, whatever its time', () => {
  const { claims, superseded } = collectAnnotations([
    says('ann', 1, { at: '2025-02-01T12:00:00Z' }),
    says('ann', 1, { label: 'REFUTES' }),
  ]);
  expect(superseded).toBe(1);
  expect(claims[0]?.annotations.get('ann')?.label).toBe('REFUTES');
});

const early = says('ann', 1, { adjudication: true, at: '2025-01-01T12:00:00+01:00' });
const late = says('bob', 1, { adjudication: true, label: 'REFUTES', at: '2025-01-01T11:30:00Z' });

test.each([
  ['first', [late, early]],
  ['last', [early, late]],
])('the latest adjudication stands, as for validate: %s', (_, records) => {
  const { claims, adjudications } = collectAnnotations(records);
  expect(adjudications).toBe(2);
  expect(claims[0]?.adjudication).toBe(late);
});

test('of adjudications of one time the last stands', () => {
  const again = { ...early, label: 'REFUTES' } as const;
  expect(collectAnnotations([early, again]).claims[0]?.adjudication).toBe(again);
});

test('a name or an id in another normal form is the same, as is an id that is a number', () => {
  const { claims } = collectAnnotations([
    says('Ren\u00e9', 'caf\u00e9'),
    says('Rene\u0301', 'cafe\u0301'),
    says('Rene\u0301', 12),
    says('Ren\u00e9', '12'),
  ]);
  expect(claims.map(({ id, annotations }) => [id, [...annotations.keys()]])).toEqual([
    ['caf\u00e9', ['Ren\u00e9']],
    [12, ['Ren\u00e9']],
  ]);
  expect(claims[0]?.annotations.get('Ren\u00e9')?.annotator).toBe('Ren\u00e9');
});
