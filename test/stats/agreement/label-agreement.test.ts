import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../src/claims/annotation.ts';
import { type Label, labels } from '../../../src/claims/label.ts';
import { type LabelAgreement, measureLabelAgreement } from '../../../src/stats/agreement/label-agreement.ts';
import { collectAnnotations } from '../../../src/stats/annotations/standing-annotations.ts';
import { runs } from '../../runs.ts';

const resampling = { resamples: 200, confidence: 0.95, seed: 1 };

/** What annotators say of claim after claim: `S R N` and `.` for nothing, a line for each annotator. */
function journalOf(lines: Readonly<Record<string, string>>, adjudicated = ''): Annotation[] {
  const said = (annotator: string, line: string, more: object): Annotation[] =>
    line.split('').flatMap((letter, at) => {
      const label = labels.find((name) => name.startsWith(letter));
      return label === undefined
        ? []
        : [{ claim: at + 1, annotator, label, evidence: [], at: '2025-01-01T00:00:00Z', ...more }];
    });
  return [
    ...Object.entries(lines).flatMap(([annotator, line]) => said(annotator, line, {})),
    ...said('lead', adjudicated, { adjudication: true }),
  ];
}

function measure(
  journal: readonly Annotation[],
  with_: typeof resampling | undefined = undefined,
): LabelAgreement {
  return measureLabelAgreement(collectAnnotations(journal), with_);
}

const valuesOf = (agreement: LabelAgreement) =>
  Object.fromEntries(agreement.figures.map(({ id, value }) => [id, value]));

// Ten labels of two coders: the figures of NLTK and of Krippendorff's formula.
const two = { bob: 'SSSRRNNNSR', ann: 'SSRRRNSNSN' };

test('two annotators have all figures', () => {
  const agreement = measure(journalOf(two));
  const values = valuesOf(agreement);
  expect(values.observed).toBeCloseTo(0.7, 12);
  expect(values.kappa).toBeCloseTo(0.5454545454545454, 12);
  expect(values.meanKappa).toBe(values.kappa);
  expect(values.pi).toBeCloseTo(0.5454545454545454, 12);
  expect(values.fleiss).toBe(values.pi);
  expect(values.alpha).toBeCloseTo(0.5681818181818182, 12);
  expect(values.s).toBeCloseTo(0.55, 12);
  expect(agreement).toMatchObject({
    claims: 10,
    annotators: 2,
    annotations: 20,
    pairs: 10,
    perClaim: { min: 2, mean: 2, max: 2 },
    confidence: null,
    coincidences: [
      [6, 1, 1],
      [1, 4, 1],
      [1, 1, 4],
    ],
    annotatorPairs: [
      {
        annotators: ['ann', 'bob'],
        claims: 10,
        observed: 0.7,
        confusion: [
          [3, 0, 1],
          [1, 2, 0],
          [0, 1, 2],
        ],
      },
    ],
    disputed: { claims: 3 },
    leftOut: [],
  });
});

test('the ordinal alpha takes SUPPORTS beside REFUTES for worse than either beside NOT ENOUGH INFO', () => {
  const near = valuesOf(measure(journalOf({ a: 'SRNSRN', b: 'SRNSRS' })));
  const far = valuesOf(measure(journalOf({ a: 'SRNSRN', b: 'SRNSSN' })));
  expect(near.alpha).toBeCloseTo(far.alpha ?? 0, 12);
  expect(near.alphaOrdinal).toBeGreaterThan(far.alphaOrdinal ?? 1);
});

test('of several annotators with missing values what is defined is told from what is not', () => {
  const { figures, annotatorPairs, leftOut } = measure(
    journalOf({ a: 'SSRN.S', b: 'SSRNS.', c: 'SR.N..', d: '......' }),
  );
  const reasons = figures.flatMap((figure) =>
    figure.value === null ? [`${figure.id}: ${figure.reason}`] : [],
  );
  expect(reasons).toEqual([
    'kappa: Defined for two annotators, and there are 3. Look at that of each pair, and at the mean of these.',
    "pi: Defined for two annotators, and there are 3. Look at that of each pair, and at Fleiss' kappa, which is the same for more.",
    "fleiss: Not defined for claims with unequal numbers of labels. Krippendorff's alpha is made for that.",
  ]);
  expect(annotatorPairs.map(({ annotators, claims }) => [...annotators, claims])).toEqual([
    ['a', 'b', 4],
    ['a', 'c', 3],
    ['b', 'c', 3],
  ]);
  expect(leftOut).toEqual([
    {
      id: 'oneAnnotation',
      count: 2,
      about: 'claims with one annotation, which there is nothing to compare with',
    },
  ]);
});

test('without claims of two annotators nothing is defined', () => {
  const agreement = measure(journalOf({ a: 'SR', b: '..S' }), resampling);
  expect(agreement.figures.map(({ value }) => value)).toEqual(agreement.figures.map(() => null));
  expect(agreement).toMatchObject({ claims: 0, annotators: 0, pairs: 0, warnings: [], annotatorPairs: [] });
  expect(agreement.perLabel.map(({ share, shareInterval }) => [share, shareInterval])).toEqual(
    labels.map(() => [0, null]),
  );
});

test('labels that are all the same: AC1 and S are defined, alpha and the kappas are not', () => {
  const { figures, warnings } = measure(journalOf({ a: 'S'.repeat(30), b: 'S'.repeat(30) }), resampling);
  expect(figures.filter(({ value }) => value !== null).map(({ id }) => id)).toEqual(['observed', 'ac1', 's']);
  expect(warnings.map(({ id }) => id)).toEqual(['oneLabel']);
});

test('the paradox of kappa is told, with what to read instead', () => {
  const { warnings, figures } = measure(
    journalOf({ a: `${'S'.repeat(118)}SSSSSRR`, b: `${'S'.repeat(118)}RRRRRSS` }),
  );
  expect(figures.find(({ id }) => id === 'kappa')?.value).toBeCloseTo(-0.02339181286549608, 12);
  expect(warnings).toEqual([
    {
      id: 'prevalence',
      text: '97.2 % of the labels are SUPPORTS. Where one label is so frequent most agreement is to be expected by chance, so that kappa and alpha (-0.0247) can be low although the observed agreement (0.9440) is high. Read AC1 (0.9424) and the alpha of each label beside them.',
    },
  ]);
});

test('few claims are told', () => {
  expect(measure(journalOf(two)).warnings.map(({ id }) => id)).toEqual(['fewClaims']);
});

test('annotators are compared with what others adjudicated', () => {
  const journal = journalOf({ ann: 'SSR.', lead: 'S..R', bob: 'RRRR' }, 'SSNS');
  const { adjudicated, leftOut, warnings } = measure(journal);
  expect(adjudicated.map(({ annotator, claims, agreeing }) => [annotator, claims, agreeing])).toEqual([
    ['ann', 3, 2],
    ['bob', 4, 0],
  ]);
  expect(adjudicated[1]?.confusion).toEqual([
    [0, 0, 0],
    [3, 0, 1],
    [0, 0, 0],
  ]);
  expect(leftOut).toEqual([
    { id: 'adjudications', count: 4, about: 'adjudications, which settle what annotators disagree about' },
  ]);
  expect(warnings.map(({ id }) => id)).toEqual(['fewClaims']);
});

test('what is superseded or only adjudicated is counted', () => {
  const journal = [...journalOf({ ann: 'SS', bob: 'SR' }, '..N'), ...journalOf({ bob: '.S' })];
  const { leftOut, coincidences } = measure(journal);
  expect(leftOut.map(({ id, count }) => [id, count])).toEqual([
    ['onlyAdjudicated', 1],
    ['superseded', 1],
    ['adjudications', 1],
  ]);
  expect(coincidences[0]?.[0]).toBe(4);
});

test('the most disputed claims come first, with who said what', () => {
  const { disputed } = measure(journalOf({ a: 'SSSS', b: 'SRRR', c: 'SR.N', d: 'SR.R' }, '.R'));
  expect(disputed).toEqual({
    claims: 3,
    most: [
      {
        claim: 4,
        entropy: 1.5,
        isTied: false,
        votes: [
          { label: 'REFUTES', annotators: ['b', 'd'] },
          { label: 'SUPPORTS', annotators: ['a'] },
          { label: 'NOT ENOUGH INFO', annotators: ['c'] },
        ],
        adjudicated: null,
      },
      {
        claim: 3,
        entropy: 1,
        isTied: true,
        votes: [
          { label: 'SUPPORTS', annotators: ['a'] },
          { label: 'REFUTES', annotators: ['b'] },
        ],
        adjudicated: null,
      },
      {
        claim: 2,
        entropy: expect.closeTo(0.8112781244591328, 12),
        isTied: false,
        votes: [
          { label: 'REFUTES', annotators: ['b', 'c', 'd'] },
          { label: 'SUPPORTS', annotators: ['a'] },
        ],
        adjudicated: 'REFUTES',
      },
    ],
  });
});

test('intervals hold their figures, the same for the same seed', () => {
  const journal = journalOf({ a: 'SSRNSRNSRNSSRNSRNS', b: 'SSRNSRSSRNSRRNSRNS', c: 'SRRNSRNSRNS.RNSNNS' });
  const first = measure(journal, resampling);
  expect(measure(journal, resampling)).toEqual(first);
  for (const figure of first.figures) {
    if (figure.value === null) continue;
    expect(figure.interval?.low).toBeLessThan(figure.value);
    expect(figure.interval?.high).toBeGreaterThan(figure.value);
  }
  expect(measure(journal, { ...resampling, seed: 2 })).not.toEqual(first);
  const kappa = (agreement: LabelAgreement) =>
    agreement.figures.find(({ id }) => id === 'meanKappa')?.interval;
  // Over the same claims the mean of kappas and alpha are about as sure.
  const alpha = first.figures.find(({ id }) => id === 'alpha')?.interval;
  expect(Math.abs((kappa(first)?.low ?? 9) - (alpha?.low ?? 0))).toBeLessThan(0.1);
});

test('names that objects have are names', () => {
  const { annotatorPairs } = measure(journalOf({ ['__proto__']: 'SR', constructor: 'SR', toString: 'SN' }));
  expect(annotatorPairs.map(({ annotators }) => annotators)).toEqual([
    ['__proto__', 'constructor'],
    ['__proto__', 'toString'],
    ['constructor', 'toString'],
  ]);
});

test('more pairs of annotators than anybody reads are not compared one by one', () => {
  const crowd = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`worker ${at}`, 'SR']));
  const { annotatorPairs, figures, warnings, pairs } = measure(journalOf(crowd));
  expect(pairs).toBe(101 * 100);
  expect(annotatorPairs).toEqual([]);
  expect(figures.find(({ id }) => id === 'meanKappa')).toMatchObject({
    value: null,
    reason: expect.stringContaining('More than 5000 pairs'),
  });
  expect(warnings.map(({ id }) => id)).toEqual(['fewClaims', 'manyPairs']);
});

test('the order of records, of claims once annotated, and who is called what change no figure', () => {
  const record = fc.record({
    claim: fc.nat(6),
    annotator: fc.constantFrom('a', 'b', 'c'),
    label: fc.constantFrom<Label>(...labels),
  });
  const once = fc.uniqueArray(record, {
    selector: ({ claim, annotator }) => `${claim} ${annotator}`,
    maxLength: 18,
  });
  const at = '2025-01-01T00:00:00Z';
  fc.assert(
    fc.property(once, (records) => {
      const journal = records.map((each): Annotation => ({ ...each, evidence: [], at }));
      const found = valuesOf(measure(journal));
      const renamed = journal.map((each) => ({
        ...each,
        annotator: { a: 'z', b: 'y', c: 'x' }[each.annotator] ?? '',
      }));
      const alone: Annotation = { claim: 99, annotator: 'a', label: 'REFUTES', evidence: [], at };
      for (const other of [journal.toReversed(), renamed, [alone, ...journal]]) {
        const values = valuesOf(measure(other));
        for (const [id, value] of Object.entries(found)) {
          if (value === null || value === undefined) expect(values[id]).toBe(value);
          else expect(values[id]).toBeCloseTo(value, 9);
        }
      }
    }),
    { numRuns: runs(200) },
  );
});
