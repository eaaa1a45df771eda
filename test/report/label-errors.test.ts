import { expect, test } from 'vitest';
import { labelErrors } from '../../src/report/sections/label-errors.ts';
import { printSection } from './print-section.ts';
import { emptyInput } from './report-input.ts';

const subjects = ['town', 'river', 'bridge', 'mine', 'port', 'school', 'mill', 'tower', 'road', 'church'];

/** Claims whose words give labels away, but one of which has the other label. */
const claims = Array.from({ length: 80 }, (_, id) => {
  const isNegated = id % 2 === 1;
  const subject = subjects[id % subjects.length];
  return {
    claim: {
      id,
      claim: `The ${subject} was ${isNegated ? 'never ever' : 'really truly'} seen in ${1800 + id}.`,
      label: isNegated === (id !== 40) ? 'REFUTES' : 'SUPPORTS',
      evidence: [],
    },
    split: undefined,
  };
});

test('too few claims: one line that says so', () => {
  expect(printSection(labelErrors, { claims: claims.slice(0, 3) }).split('\n')).toHaveLength(1);
});

test('the wrong label is found, and stands first', () => {
  const { listed, points } = labelErrors.measure({ ...emptyInput(), claims }).data as {
    listed: readonly { id: number; given: string; suggested: string }[];
    points: readonly object[];
  };
  expect(listed[0]).toMatchObject({ id: 40, given: 'REFUTES', suggested: 'SUPPORTS' });
  expect(points).toHaveLength(80);
  const printed = printSection(labelErrors, { claims });
  expect(printed).toMatch(/\(40, REFUTES, looks like SUPPORTS: p 0\.\d\d, of REFUTES 0\.\d\d\)/);
  expect(printed).toMatch(/^\| hard \| \d+ \| \d+ \| \d+ \|$/m);
});

test('a classifier that guesses no better than chance has its doubts told as that', () => {
  const random = claims.map(({ claim, split }, at) => ({
    claim: { ...claim, claim: `Number ${at} of ${at * 7}.`, label: at % 3 === 0 ? 'REFUTES' : 'SUPPORTS' },
    split,
  }));
  const note = 'little more than chance';
  expect(printSection(labelErrors, { claims: random })).toContain(note);
  expect(printSection(labelErrors, { claims })).not.toContain(note);
});

test('of very many claims evenly spread ones are on the map', () => {
  const many = Array.from({ length: 25 }, (_, round) =>
    claims.map(({ claim, split }) => ({ claim: { ...claim, id: round * 100 + claim.id }, split })),
  ).flat();
  const { points, claims: all } = labelErrors.measure({ ...emptyInput(), claims: many }).data as {
    points: readonly object[];
    claims: number;
  };
  expect(all).toBe(2000);
  expect(points).toHaveLength(1000);
});
