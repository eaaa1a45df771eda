import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeConflict, untouchedClaim } from '../../../src/annotate/adjudication/describe-conflict.ts';
import { annotatorsOfLetters, drawLetters } from '../../../src/annotate/adjudication/letters.ts';
import { conflictResponseSchema } from '../../../src/annotate/api/adjudication.ts';
import { answer, line, settingsOf, workOf } from './work.ts';

const one = ['A_sentence_1'];

test('all that was said, under letters and without names', () => {
  const work = workOf([
    answer('anna', 'SUPPORTS', [one], { comment: 'Clear.', seconds: 12, despite: 'It is short.' }),
    answer('bert', 'REFUTES', [['B_cell_0_1_1']], { challenge: 'Other' }),
    line('cora', 2, { event: 'skip', reason: 'broken-claim', fix: 'Better.' }),
    line('anna', 3, { event: 'flag', comment: 'Look.' }),
  ]);
  const settings = settingsOf([{ id: 'c1', source: 'C_sentence_0' }]);
  const found = describeConflict(work, settings);
  expect(conflictResponseSchema.parse(found)).toEqual(found);
  expect(JSON.stringify(found)).not.toMatch(/anna|bert|cora|seconds/);
  expect(found).toMatchInlineSnapshot(`
    {
      "answers": [
        {
          "challenge": "Other",
          "evidence": [
            [
              "B_cell_0_1_1",
            ],
          ],
          "label": "REFUTES",
          "letter": "B",
        },
        {
          "comment": "Clear.",
          "despite": "It is short.",
          "evidence": [
            [
              "A_sentence_1",
            ],
          ],
          "label": "SUPPORTS",
          "letter": "C",
        },
      ],
      "claim": "Claim c1.",
      "dataset": null,
      "decided": null,
      "drawn": "fffea7ca",
      "dropped": null,
      "flags": [
        "Look.",
      ],
      "id": "c1",
      "kinds": [
        "label",
        "skipped",
        "flagged",
      ],
      "sentBack": null,
      "skips": [
        {
          "comment": null,
          "fix": "Better.",
          "letter": "A",
          "reason": "broken-claim",
        },
      ],
      "titles": [
        "B",
        "A",
        "C",
      ],
      "verdicts": [],
    }
  `);
});

test('a dropped claim is told as it was; one that never was is not', () => {
  const drop = {
    event: 'drop',
    reason: 'page-defect',
    record: { id: 'c1', claim: 'Gone.' },
    file: 'a.jsonl',
  };
  const work = workOf([answer('a', 'SUPPORTS', [one]), line('lead', 2, drop)]);
  const found = describeConflict(work, settingsOf([]));
  expect(found?.claim).toBe('Gone.');
  expect(found?.dropped).toEqual({ reason: 'page-defect', comment: null, isOwn: true });
  expect(describeConflict(untouchedClaim('x'), settingsOf([]))).toBeUndefined();
  expect(describeConflict(untouchedClaim('c1'), settingsOf())?.answers).toEqual([]);
});

test('the label of the dataset is told only where all annotators say something else', () => {
  const settings = settingsOf([{ id: 'c1', label: 'REFUTES', evidence: [one] }]);
  const told = (...records: Parameters<typeof workOf>[0]) =>
    describeConflict(workOf(records), settings)?.dataset;
  const supports = [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [one])];
  expect(told(...supports)).toEqual({ label: 'REFUTES', evidence: [one] });
  expect(told(answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [one]))).toBeNull();
  expect(
    told(...supports, line('lead', 4, { label: 'REFUTES', evidence: [one], adjudication: true })),
  ).toBeNull();
});

test('letters are drawn for each claim, and lead back to the annotators', () => {
  const people = ['a', 'b'];
  const firsts = Array.from({ length: 60 }, (_, id) => {
    const work = workOf(
      people.map((name) => answer(name, 'SUPPORTS', [one], { claim: id })),
      id,
    );
    const { annotators, drawn } = drawLetters(work, 7);
    expect([...annotators.keys()]).toEqual(['A', 'B']);
    expect(annotatorsOfLetters(work, { letters: ['B'], drawn }, { seed: 7 })).toEqual([annotators.get('B')]);
    return annotators.get('A');
  });
  const share = firsts.filter((name) => name === 'a').length;
  expect(share).toBeGreaterThan(15);
  expect(share).toBeLessThan(45);
});

test('letters that changed in the meantime mean nobody', () => {
  const before = [answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [one])];
  const { drawn } = drawLetters(workOf(before), 7);
  const after = workOf([...before, answer('c', 'REFUTES', [one])]);
  expect(annotatorsOfLetters(after, { letters: ['A'], drawn }, { seed: 7 })).toBeUndefined();
  expect(annotatorsOfLetters(workOf(before), { letters: ['C'], drawn }, { seed: 7 })).toBeUndefined();
  expect(annotatorsOfLetters(workOf(before), { letters: [], drawn }, { seed: 7 })?.sort()).toEqual([
    'a',
    'b',
  ]);
  expect(annotatorsOfLetters(workOf(before), { letters: ['A', 'A'], drawn }, { seed: 7 })).toHaveLength(1);
});

test('many annotators have distinct letters', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      (names, seed) => {
        const work = {
          ...untouchedClaim(1),
          answers: new Map(names.map((name) => [name, answer(name, 'SUPPORTS')])),
        };
        const { annotators } = drawLetters(work, seed);
        expect([...annotators.values()].sort()).toEqual([...names].sort());
        expect([...annotators.keys()].every((letter) => /^[A-Z]{1,2}$/.test(letter))).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});
