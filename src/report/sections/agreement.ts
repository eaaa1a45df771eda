import type { ClaimId } from '../../claims/claim.ts';
import { measureWeeks, type WeekAgreement } from '../../stats/agreement/agreement-by-week.ts';
import type { MeasuredCoefficient } from '../../stats/agreement/coefficient.ts';
import {
  type EvidenceAgreement,
  measureEvidenceAgreement,
} from '../../stats/agreement/evidence-agreement.ts';
import {
  type AgreementFigureId,
  type LabelAgreement,
  measureLabelAgreement,
} from '../../stats/agreement/label-agreement.ts';
import { collectAnnotations } from '../../stats/annotations/standing-annotations.ts';
import { toNfc } from '../../text/normalise.ts';
import { plural } from '../../text/plural.ts';
import type { Block, KeyFigure } from '../block.ts';
import { type IntervalRow, intervalChart } from '../chart/intervals.ts';
import { matrixChart } from '../chart/matrix.ts';
import { countWords, decimalWords, percentWords, rangeWords } from '../number-words.ts';
import { defineSection } from '../section.ts';
import { shortened } from '../shortened.ts';

/** How far annotators agree, about labels and about evidence. */
interface AgreementData {
  readonly labels: LabelAgreement;
  readonly evidence: EvidenceAgreement;
  /** By the calendar week in which claims got their last annotation. */
  readonly weeks: readonly WeekAgreement[];
  /** The texts of the most disputed claims, in their order; `null` for ids that no claim has. */
  readonly disputedClaims: readonly { readonly id: ClaimId; readonly claim: string | null }[];
}

/** Of so many annotators all pairs are drawn; of more they are a table. */
const maxDrawn = 8;
const maxDisputed = 10;
const maxNameChars = 40;

/** Agreement of annotators on labels and evidence, with intervals, and what was left out. */
export const agreement = defineSection<AgreementData>({
  id: 'agreement',
  title: 'Agreement of annotators',
  measure: ({ annotations, claims, resampling }) => {
    if (annotations.length === 0) {
      return {
        missing:
          'There are no annotations: nothing tells whether others would give the claims the same labels. Keep a journal for each annotator in claims/annotations, two or more annotators a claim.',
      };
    }
    const standing = collectAnnotations(annotations);
    const labels = measureLabelAgreement(standing, resampling);
    if (labels.claims === 0) {
      return {
        missing:
          'No claim has two annotators, and agreement is of claims that two or more have read. Let a second annotator label some of the claims.',
      };
    }
    const texts = new Map(claims.map(({ claim }) => [toNfc(String(claim.id)), claim.claim]));
    return {
      labels,
      evidence: measureEvidenceAgreement(standing.claims, resampling),
      weeks: measureWeeks(standing.claims, resampling),
      disputedClaims: labels.disputed.most
        .slice(0, maxDisputed)
        .map(({ claim: id }) => ({ id, claim: texts.get(toNfc(String(id))) ?? null })),
    };
  },
  headline: ({ labels }) => {
    const alpha = labels.figures.find(({ id }) => id === 'alpha');
    const of = `${countWords(labels.claims)} ${plural('claim', labels.claims)} of two or more annotators`;
    return alpha === undefined || alpha.value === null ? of : `α of the labels ${valueWords(alpha)}; ${of}`;
  },
  *blocks({ labels, evidence, weeks, disputedClaims }) {
    yield { kind: 'figures', figures: [...keyFigures(labels)] };
    yield* onLabels(labels);
    yield* onWeeks(weeks);
    yield* disputedOf(labels, disputedClaims);
    yield* onEvidence(evidence);
    yield leftOutOf(labels, evidence);
  },
});

function* keyFigures(labels: LabelAgreement): Generator<KeyFigure> {
  const { claims, annotators, pairs } = labels;
  yield {
    name: 'claims with two or more annotators',
    value: countWords(claims),
    meaning: `${countWords(annotators)} ${plural('annotator', annotators)}, ${countWords(pairs)} ${plural('pair', pairs)} of labels.`,
  };
  for (const [id, name, meaning] of meanings) {
    const figure = labels.figures.find((own) => own.id === id);
    if (figure === undefined) continue;
    yield {
      name,
      value: decimalWords(figure.value, 3),
      ...(figure.interval !== null && { interval: rangeWords(figure.interval, 3) }),
      meaning: figure.value === null ? figure.reason : meaning,
    };
  }
}

const meanings: readonly (readonly [AgreementFigureId, string, string])[] = [
  ['observed', 'observed agreement', 'Share of the pairs of labels that are the same.'],
  ['alpha', 'Krippendorff’s α', '1 where all agree, 0 where they agree as chance has it.'],
];

function* onLabels(labels: LabelAgreement): Generator<Block> {
  const defined = labels.figures.filter(({ value }) => value !== null);
  const alpha = labels.figures.find(({ id }) => id === 'alpha');
  for (const { text } of labels.warnings) yield { kind: 'note', text };
  if (defined.length > 0) {
    yield intervalChart({
      name:
        alpha === undefined || alpha.value === null
          ? 'Coefficients of agreement on labels.'
          : `Krippendorff’s α of the labels is ${valueWords(alpha)}.`,
      caption: 'Coefficients of agreement on labels',
      rowName: 'coefficient',
      valueName: 'agreement',
      rows: defined.map(({ title, value, interval }) => ({ name: titleWords(title), value, interval })),
      domain: [0, 1],
    });
  }
  const missing = labels.figures.flatMap((figure) =>
    figure.value === null ? [[titleWords(figure.title), figure.reason]] : [],
  );
  if (missing.length > 0) {
    yield {
      kind: 'table',
      isFolded: true,
      table: {
        caption: 'Coefficients that are not defined here',
        columns: [{ name: 'coefficient' }, { name: 'why' }],
        rows: missing,
      },
    };
  }
  const [least] = labels.perLabel
    .filter(({ alpha: own }) => own.value !== null)
    .toSorted((a, b) => (a.alpha.value ?? 0) - (b.alpha.value ?? 0));
  yield intervalChart({
    name:
      least === undefined
        ? 'No label has an α of its own.'
        : least.alpha.value === 1
          ? 'On each label all agree.'
          : `Least is agreed on ${least.label}: α ${valueWords(least.alpha)}.`,
    caption: 'Krippendorff’s α of each label against all others',
    rowName: 'label',
    valueName: 'α',
    rows: labels.perLabel.map(({ label, share, alpha: own }) => ({
      name: `${label} (${decimalWords(share * 100, 0)} %)`,
      value: own.value,
      interval: own.interval,
    })),
    domain: [0, 1],
  });
  yield* onPairs(labels);
}

function* onPairs({ labels, coincidences, annotatorPairs }: LabelAgreement): Generator<Block> {
  const names = [...new Set(annotatorPairs.flatMap(({ annotators }) => annotators))].sort();
  const [only] = annotatorPairs;
  if (only !== undefined && annotatorPairs.length === 1) {
    const [first, second] = only.annotators;
    yield matrixChart({
      name: `${nameWords(first)} and ${nameWords(second)} give ${countWords(Math.round(only.observed * only.claims))} of ${countWords(only.claims)} claims the same label.`,
      caption: 'Claims by the labels of the two annotators',
      rowName: first,
      columnName: second,
      rows: labels,
      columns: labels,
      counts: only.confusion,
    });
    return;
  }
  yield matrixChart({
    name: confusionName(labels, coincidences),
    caption:
      'Labels of the same claim by two annotators, both ways round; a claim counts as often as it has labels',
    rowName: 'one annotator',
    columnName: 'another annotator',
    rows: labels,
    columns: labels,
    counts: coincidences.map((row) => row.map((weight) => Math.round(weight * 10) / 10)),
    digits: 1,
  });
  if (annotatorPairs.length === 0) return;
  if (names.length <= maxDrawn) {
    const byPair = new Map(annotatorPairs.map((pair) => [JSON.stringify(pair.annotators), pair.alpha.value]));
    const alphaOf = (a: string, b: string): number | null =>
      byPair.get(JSON.stringify([a, b])) ?? byPair.get(JSON.stringify([b, a])) ?? null;
    yield matrixChart({
      name: pairsName(annotatorPairs),
      caption: 'Krippendorff’s α of every two annotators',
      rowName: 'annotator',
      columnName: 'annotator',
      rows: names,
      columns: names,
      counts: names.map((row) => names.map((column) => alphaOf(row, column))),
      digits: 2,
      shadeOf: (value) => value,
    });
  }
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Every two annotators who share claims',
      columns: [
        { name: 'annotators' },
        { name: 'claims', isNumber: true },
        ...['same label', 'Cohen’s κ', 'its standard error', 'Scott’s π', 'Gwet’s AC1', 'α'].map((name) => ({
          name,
          isNumber: true,
          digits: 3,
        })),
      ],
      rows: annotatorPairs.map(({ annotators, claims, observed, kappa, standardError, pi, ac1, alpha }) => [
        annotators.join(' and '),
        claims,
        observed,
        kappa.value,
        standardError,
        pi.value,
        ac1.value,
        alpha.value,
      ]),
    },
  };
}

function confusionName(labels: readonly string[], coincidences: readonly (readonly number[])[]): string {
  let [most, first, second] = [0, '', ''];
  for (const [a, row] of coincidences.entries()) {
    for (const [b, weight] of row.entries()) {
      if (b > a && weight > most) [most, first, second] = [weight, labels[a] ?? '', labels[b] ?? ''];
    }
  }
  return most === 0 ? 'No two labels are confused.' : `${first} and ${second} are confused most often.`;
}

function pairsName(pairs: LabelAgreement['annotatorPairs']): string {
  const sorted = pairs
    .filter(({ alpha }) => alpha.value !== null)
    .toSorted((a, b) => (a.alpha.value ?? 0) - (b.alpha.value ?? 0));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return 'No pair of annotators has an α.';
  return `α of two annotators goes from ${decimalWords(least.alpha.value, 2)} to ${decimalWords(most.alpha.value, 2)}.`;
}

function* disputedOf({ disputed }: LabelAgreement, texts: AgreementData['disputedClaims']): Generator<Block> {
  if (disputed.claims === 0) return;
  yield {
    kind: 'claims',
    caption:
      disputed.claims > texts.length
        ? `The most disputed of ${countWords(disputed.claims)} claims that got more than one label`
        : 'Claims that got more than one label',
    claims: texts.map(({ id, claim }, at) => {
      const { votes = [], adjudicated = null } = disputed.most[at] ?? {};
      const said = votes
        .map(({ label, annotators }) => `${label} (${annotators.map(nameWords).join(', ')})`)
        .join('; ');
      return {
        id,
        claim: claim ?? 'A claim that is not in the dataset',
        remark: adjudicated === null ? `${said}; not adjudicated` : `${said}; adjudicated ${adjudicated}`,
      };
    }),
  };
}

function* onEvidence(evidence: EvidenceAgreement): Generator<Block> {
  yield { kind: 'heading', text: 'Evidence' };
  const rows = evidenceRows(evidence).filter(({ value }) => value !== null);
  const { strict } = evidence;
  if (strict.value === null) {
    yield { kind: 'paragraph', text: strict.reason };
    return;
  }
  yield {
    kind: 'paragraph',
    text: `${countWords(evidence.claims)} ${evidence.claims === 1 ? 'claim has' : 'claims have'} evidence of two or more annotators: ${countWords(evidence.pairs)} ${plural('pair', evidence.pairs)}. Two people can both be right with different evidence, so a low figure is no error by itself.`,
  };
  yield intervalChart({
    name: `In ${percentWords(strict.value)} of the pairs two annotators name an evidence set in common.`,
    caption: 'Agreement on evidence',
    rowName: 'figure',
    valueName: 'agreement',
    rows,
    domain: [0, 1],
  });
  const { overlapping, disjoint, oneWithout } = evidence.labels;
  const adjudicated = evidence.adjudicated;
  yield {
    kind: 'table',
    table: {
      caption: 'Whether labels differ over the same evidence, or because other evidence was found',
      columns: [
        { name: 'pairs of annotations' },
        { name: 'pairs', isNumber: true },
        { name: 'same label', isNumber: true, digits: 3 },
        { name: 'from', isNumber: true, digits: 3 },
        { name: 'to', isNumber: true, digits: 3 },
      ],
      rows: [
        ['that cite something in common', overlapping.pairs, ...cellsOf(overlapping.same)],
        ['that cite different evidence', disjoint.pairs, ...cellsOf(disjoint.same)],
        ['of which only one cites evidence', oneWithout.pairs, ...cellsOf(oneWithout.same)],
      ],
    },
  };
  if (adjudicated.annotations > 0) {
    yield {
      kind: 'table',
      table: {
        caption: `Evidence of ${countWords(adjudicated.annotations)} ${plural('annotation', adjudicated.annotations)} against the adjudication of the claim`,
        columns: [
          { name: 'figure' },
          { name: 'mean', isNumber: true, digits: 3 },
          { name: 'from', isNumber: true, digits: 3 },
          { name: 'to', isNumber: true, digits: 3 },
        ],
        rows: [
          ['precision', ...cellsOf(adjudicated.precision)],
          ['recall', ...cellsOf(adjudicated.recall)],
        ],
      },
    };
  }
  for (const text of evidence.remarks) yield { kind: 'note', text };
}

function evidenceRows({ strict, lenient, bestMatch, pooledF1, alpha }: EvidenceAgreement): IntervalRow[] {
  const rows: readonly (readonly [string, MeasuredCoefficient])[] = [
    ['a set in common (strict)', strict],
    ['a set within a set (lenient)', lenient],
    ['F1 of the best matches', bestMatch],
    ['F1 of all ids, pooled', pooledF1],
    ['α of all ids, Jaccard', alpha.jaccard],
    ['α of all ids, MASI', alpha.masi],
  ];
  return rows.map(([name, { value, interval }]) => ({ name, value, interval }));
}

function leftOutOf(labels: LabelAgreement, evidence: EvidenceAgreement): Block {
  const rows = [
    ...labels.leftOut.map(({ about, count }) => ['labels', about, count]),
    ...evidence.leftOut.map(({ what, annotations }) => ['evidence', what, annotations]),
  ];
  if (rows.length === 0) return { kind: 'paragraph', text: 'Nothing was left out.' };
  return {
    kind: 'table',
    table: {
      caption: 'What was left out',
      columns: [{ name: 'of' }, { name: 'what' }, { name: 'number', isNumber: true }],
      rows,
    },
  };
}

/** Of so many weeks figures are drawn: of more the last ones. */
const maxWeeks = 26;

/** Whether agreement rises or falls while people work: nothing where all was done in a week. */
function* onWeeks(weeks: readonly WeekAgreement[]): Generator<Block> {
  if (weeks.length < 2) return;
  const drawn = weeks.slice(-maxWeeks);
  const [first, last] = [drawn[0], drawn.at(-1)];
  const chart = intervalChart({
    name: `From week ${first?.id} to ${last?.id} α goes from ${decimalWords(first?.alpha.value ?? null, 3)} to ${decimalWords(last?.alpha.value ?? null, 3)}.`,
    caption: 'Agreement on labels by week: a claim counts in the week of its last annotation',
    rowName: 'week',
    valueName: 'α',
    rows: drawn.map(({ id, alpha }) => ({ name: id, value: alpha.value, interval: alpha.interval })),
    domain: [0, 1],
  });
  const number = (name: string) => ({ name, isNumber: true, digits: 3 });
  yield {
    ...chart,
    table: {
      caption: chart.table.caption,
      columns: [
        { name: 'week' },
        { name: 'its Monday' },
        { name: 'claims', isNumber: true },
        ...['same label', 'α', 'from', 'to'].map(number),
      ],
      rows: weeks.map(({ id, from, claims, observed, alpha }) => [
        id,
        from,
        claims,
        observed.value,
        ...cellsOf(alpha),
      ]),
    },
  };
}

/** Titles of coefficients as a page sets them. */
function titleWords(title: string): string {
  return title.replaceAll("'", '’');
}

/** Names as sentences have them. */
function nameWords(name: string): string {
  return shortened(name, maxNameChars);
}

function cellsOf({ value, interval }: MeasuredCoefficient): (number | null)[] {
  return [value, interval?.low ?? null, interval?.high ?? null];
}

function valueWords({ value, interval }: MeasuredCoefficient): string {
  return `${decimalWords(value, 3)}${interval === null ? '' : ` (${rangeWords(interval, 3)})`}`;
}
