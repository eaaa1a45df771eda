import { expect, test } from 'vitest';
import { localMutualInformation } from '../../../src/stats/artefacts/local-mutual-information.ts';

// Bigrams of seven claims, 32 in all: 16 in REFUTES, 12 in SUPPORTS.
test.each([
  ['did not', 'REFUTES', { both: 3, cue: 4, label: 16, all: 32 }, 0.03801235388514041],
  ['did not', 'SUPPORTS', { both: 1, cue: 4, label: 12, all: 32 }, -0.012670784628380139],
  ['an award', 'SUPPORTS', { both: 2, cue: 3, label: 12, all: 32 }, 0.03596025905647261],
  ['the film', 'REFUTES', { both: 3, cue: 5, label: 16, all: 32 }, 0.017092645949433244],
])('the local mutual information of %s and %s', (_, __, occurrences, expected) => {
  expect(localMutualInformation(occurrences)).toBeCloseTo(expected, 12);
});

test('things that never occur together have none', () => {
  expect(localMutualInformation({ both: 0, cue: 4, label: 16, all: 32 })).toBe(0);
});
