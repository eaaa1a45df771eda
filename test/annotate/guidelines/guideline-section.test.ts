import { expect, test } from 'vitest';
import { guidelineSection } from '../../../src/annotate/guidelines/guideline-section.ts';

const headings = [
  'How to label claims',
  'Claims that the evidence supports',
  'Supported',
  'Refuted claims',
  'When there is not enough information (NEI)',
  'Skipping: ambiguous claims',
  'Typos and broken claims',
  'Evidence sets',
].map((text) => ({ depth: 2, text }));

test.each<[string[], string | undefined]>([
  [['SUPPORTS'], 'Supported'],
  [['REFUTES'], 'Refuted claims'],
  [['NOT ENOUGH INFO', 'NEI'], 'When there is not enough information (NEI)'],
  [['ambiguous'], 'Skipping: ambiguous claims'],
  [['broken claim'], 'Typos and broken claims'],
  [['evidence set'], 'Evidence sets'],
  [['outside knowledge'], undefined],
  [['the of'], undefined],
  [[''], undefined],
  [[], undefined],
])('%j opens at %s', (topics, expected) => {
  const at = guidelineSection(headings, topics);
  expect(at === undefined ? undefined : headings[at]?.text).toBe(expected);
});
