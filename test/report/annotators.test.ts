import { expect, test } from 'vitest';
import { annotators } from '../../src/report/sections/annotators.ts';
import { printSection } from './print-section.ts';
import { exampleInput } from './report-input.ts';

interface Data {
  readonly annotators: readonly {
    readonly annotator: string;
    readonly annotations: number;
    readonly byLabel: readonly number[];
    readonly withOthers: { readonly items: number; readonly agreed: number };
    readonly medianSeconds: number | null;
  }[];
  readonly outlying: readonly { readonly annotator: string; readonly label: string }[];
}

test('nobody: one line that says what to do', () => {
  expect(printSection(annotators)).toMatch(/^Nobody annotated\. .*claims\/annotations.*$/);
});

test('who guesses is seen by time, agreement and labels, and stands in the order of names all the same', () => {
  const { annotators: rows, outlying } = annotators.measure(exampleInput()).data as Data;
  expect(rows.map(({ annotator }) => annotator)).toEqual(['careful', 'guessing', 'quick']);
  for (const { annotations, byLabel } of rows)
    expect(byLabel.reduce((sum, count) => sum + count, 0)).toBe(annotations);
  const least = (figureOf: (row: Data['annotators'][number]) => number): string | undefined =>
    rows.toSorted((a, b) => figureOf(a) - figureOf(b))[0]?.annotator;
  expect(least(({ medianSeconds }) => medianSeconds ?? 0)).toBe('guessing');
  expect(least(({ withOthers }) => withOthers.agreed / withOthers.items)).toBe('guessing');
  expect(outlying).toMatchObject([{ annotator: 'guessing', label: 'SUPPORTS' }]);
  const printed = printSection(annotators, exampleInput());
  expect(printed).toContain('This is no ranking of people');
  expect(printed).toMatch(/\*\*Note\.\*\* guessing says SUPPORTS in \d+(\.\d)? % of 120 annotations/);
});

test('figures of what is written: the last of several annotations counts, an adjudication does not', () => {
  const evidence = [['A_sentence_0']];
  const said = { claim: 1, annotator: 'ann', evidence, label: 'SUPPORTS' } as const;
  expect(
    printSection(annotators, {
      annotations: [
        { ...said, at: '2025-01-01T12:00:00Z', seconds: 100 },
        { ...said, at: '2025-01-03T12:00:00Z', seconds: 10, label: 'REFUTES' },
        { ...said, at: '2025-01-02T12:00:00Z', claim: 2, seconds: 20 },
        { ...said, at: '2025-01-02T12:00:00Z', annotator: 'ben' },
        { ...said, at: '2025-01-09T12:00:00Z', annotator: 'judge', adjudication: true },
      ],
    }).match(/\*\*What each(?:.|\n(?=[|*]))*/)?.[0],
  ).toMatchInlineSnapshot(`
    "**What each annotator did**
    | annotator | annotations | shared | as most others | as adjudicated | median seconds | first day | last day |
    |---|--:|--:|--:|--:|--:|--:|--:|
    | ann | 2 | 1 | 0 % | 0 of 1 | 15.0 | 2025-01-02 | 2025-01-03 |
    | ben | 1 | 1 | 0 % | 1 of 1 | – | 2025-01-02 | 2025-01-02 |"
  `);
});
