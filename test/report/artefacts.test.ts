import { describe, expect, test } from 'vitest';
import { artefacts } from '../../src/report/sections/artefacts.ts';
import { printSection } from './print-section.ts';
import { emptyInput, exampleInput } from './report-input.ts';

interface Data {
  readonly claimOnly: {
    readonly measured: {
      readonly gain: { readonly value: number; readonly interval: { readonly low: number } };
    };
  };
  readonly cues: { readonly cues: readonly { readonly cue: string; readonly label: string }[] } | null;
  readonly budgets: readonly { readonly id: string; readonly isOver: boolean }[];
}

const input = exampleInput();

test('no labels: one line that says so', () => {
  const claims = [{ claim: { id: 1, claim: 'A.', evidence: [] }, split: undefined }];
  expect(printSection(artefacts, { claims })).toMatch(/^No claim has a label\. .*$/);
});

test('labels of one kind: nothing to guess, and no figure is made up', () => {
  const claims = Array.from({ length: 20 }, (_, id) => ({
    claim: { id, claim: `Number ${id}.`, label: 'SUPPORTS', evidence: [] },
    split: undefined,
  }));
  const { claimOnly } = artefacts.measure(emptyInput({ claims })).data as { claimOnly: { measured: null } };
  expect(claimOnly.measured).toBeNull();
});

describe('claims that give their labels away', () => {
  const { claimOnly, cues } = artefacts.measure(input).data as Data;

  test('are told of: the classifier gains, and the planted words lead', () => {
    expect(claimOnly.measured.gain.interval.low).toBeGreaterThan(0);
    expect(cues?.cues.map(({ cue, label }) => [cue, label])).toEqual([
      ['never', 'REFUTES'],
      ['only', 'REFUTES'],
    ]);
    const printed = printSection(artefacts, input);
    expect(printed).toMatch(/Without evidence .* of the labels are guessed, .*: claims give labels away\./);
    expect(printed).toMatch(/100 % of the claims with REFUTES have a negation/);
    expect(printed).toMatch(/Labels go most with mutation: Cramér’s V 0\.99/);
    expect(printed).toMatch(/^\| [\w ]+ \| REFUTES \| [\d,]+ \| \d+ \| \d+ \| 100 % \| The .* never /m);
  });

  test('break the budgets that are set, and those alone are shown', () => {
    const config = {
      ...input.config,
      bias: { ...input.config.bias, maxClaimOnlyGain: 0.05, maxAttributeV: 0.999 },
    };
    const { budgets } = artefacts.measure({ ...input, config }).data as Data;
    expect(budgets.map(({ id, isOver }) => [id, isOver])).toEqual([
      ['gain', true],
      ['attribute', false],
    ]);
    expect(printSection(artefacts, { ...input, config })).toContain('Budgets: 1 of 2 is not held');
    expect(printSection(artefacts, input)).toContain('No budget is set');
  });
});

test('a language without word lists has no cues', () => {
  const config = { ...input.config, language: 'ka' };
  expect((artefacts.measure({ ...input, config }).data as Data).cues).toBeNull();
});
