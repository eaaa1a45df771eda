import { expect, test } from 'vitest';
import { disagreementOf, type Said } from '../../../src/stats/agreement/disagreement.ts';

function said(label: Said['label'], ...evidence: string[][]): Said {
  return { label, evidence };
}

test.each<{ name: string; answers: Said[]; expected: ReturnType<typeof disagreementOf> }>([
  { name: 'nothing', answers: [], expected: undefined },
  { name: 'one alone', answers: [said('SUPPORTS', ['a'])], expected: undefined },
  {
    name: 'other labels, whatever the evidence',
    answers: [said('SUPPORTS', ['a']), said('REFUTES', ['a'])],
    expected: 'label',
  },
  {
    name: 'a set in common among others, its ids in another order',
    answers: [said('SUPPORTS', ['a', 'b']), said('SUPPORTS', ['x', 'y'], ['b', 'a'])],
    expected: undefined,
  },
  {
    name: 'a set within a set',
    answers: [said('SUPPORTS', ['a']), said('SUPPORTS', ['b', 'a'])],
    expected: 'evidence',
  },
  {
    name: 'a set in common of every two, and none of all three',
    answers: [said('REFUTES', ['a'], ['b']), said('REFUTES', ['b'], ['c']), said('REFUTES', ['a'], ['c'])],
    expected: 'evidence',
  },
  {
    name: 'sets that overlap, neither within the other',
    answers: [said('SUPPORTS', ['a', 'b']), said('SUPPORTS', ['a', 'c'])],
    expected: 'evidence',
  },
  {
    name: 'the third against two',
    answers: [said('REFUTES', ['a']), said('REFUTES', ['a']), said('REFUTES', ['b'])],
    expected: 'evidence',
  },
  { name: 'one without evidence', answers: [said('REFUTES', ['a']), said('REFUTES')], expected: 'evidence' },
  { name: 'both without evidence', answers: [said('REFUTES'), said('REFUTES')], expected: 'evidence' },
  {
    name: 'NOT ENOUGH INFO with whatever was looked at',
    answers: [said('NOT ENOUGH INFO', ['a']), said('NOT ENOUGH INFO')],
    expected: undefined,
  },
])('$name', ({ answers, expected }) => {
  expect(disagreementOf(answers)).toBe(expected);
});
