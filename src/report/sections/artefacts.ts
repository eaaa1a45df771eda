import {
  type AttributeTable,
  type AttributeTables,
  measureAttributes,
} from '../../stats/artefacts/attribute-tables.ts';
import {
  type BudgetUse,
  budgetKinds,
  budgetsOf,
  measureBudgets,
} from '../../stats/artefacts/bias-budgets.ts';
import { type CueFigures, measureCueWords } from '../../stats/artefacts/cue-words.ts';
import {
  type EvidencePositions,
  measureEvidencePositions,
} from '../../stats/artefacts/evidence-positions.ts';
import { defaultNgramOptions, measureNgramLmi, type NgramLmi } from '../../stats/artefacts/ngram-lmi.ts';
import type {
  ClaimOnlyFigures,
  Estimate,
  MeasuredClaimOnly,
} from '../../stats/claim-only/claim-only-figures.ts';
import { probabilityWords } from '../../stats/figure-words.ts';
import { languageOf } from '../../text/languages/index.ts';
import { plural } from '../../text/plural.ts';
import type { Block, DataTable, KeyFigure } from '../block.ts';
import { barChart } from '../chart/bars.ts';
import { intervalChart } from '../chart/intervals.ts';
import { colorsOfLabels } from '../chart/label-colors.ts';
import { matrixChart } from '../chart/matrix.ts';
import { claimOnlyFigures, claimsOf, isGuessable } from '../claim-only-validation.ts';
import { countWords, decimalWords, percentWords, rangeWords } from '../number-words.ts';
import { defineSection } from '../section.ts';

/** What there is in claims that tells of their labels, without any evidence being read. */
interface ArtefactsData {
  readonly claimOnly: ClaimOnlyFigures;
  /** Pairs of words, then single words. */
  readonly ngrams: readonly NgramLmi[];
  /** `null` where the words of the language are not known. */
  readonly cues: CueFigures | null;
  readonly attributes: AttributeTables;
  readonly positions: EvidencePositions;
  /** Those that the configuration sets. */
  readonly budgets: readonly BudgetUse[];
}

/** N-grams listed of each label. */
const listedNgrams = 8;
/** Lengths of n-grams; the first is shown, the others are folded. */
const lengths = [2, 1];
/** Values of an attribute that are listed. */
const listedValues = 20;
/** Above this share of cells in which chance expects fewer than five the probability is a rough one (Cochran 1954). */
const maxLowExpected = 0.2;

/** What claims give away: a classifier that sees no evidence, words, and attributes that go with labels. */
export const artefacts = defineSection<ArtefactsData>({
  id: 'artefacts',
  title: 'What claims give away',
  measure: (input) => {
    const { claims, annotations, articles, config } = input;
    if (!claims.some(({ claim }) => claim.label !== undefined))
      return {
        missing: 'No claim has a label. Where labels are known this section shows what gives them away.',
      };
    const own = claimsOf(input);
    const language = languageOf(config.language);
    const budgeted = {
      claimOnly: claimOnlyFigures(input),
      cues: language === undefined ? null : measureCueWords(own, language.cueWords),
      attributes: measureAttributes(claims, language, annotations),
    };
    return {
      claimOnly: budgeted.claimOnly,
      ngrams: lengths.map((n) => measureNgramLmi(own, { ...defaultNgramOptions, n, top: listedNgrams })),
      cues: budgeted.cues,
      attributes: budgeted.attributes,
      positions: measureEvidencePositions(own, articles),
      budgets: measureBudgets(budgeted, budgetsOf(config)),
    };
  },
  headline: ({ claimOnly: { measured, reason } }) =>
    measured === null ? reason.replace(/\.$/, '') : verdictOf(measured),
  *blocks({ claimOnly, ngrams, cues, attributes, positions, budgets }) {
    yield* onClaimOnly(claimOnly);
    yield onBudgets(budgets);
    yield* onWords(ngrams);
    if (cues !== null && cues.cues.length > 0) yield* onCues(cues);
    yield* onAttributes(attributes);
    yield* onPositions(positions);
  },
});

function* onClaimOnly({
  measured,
  reason,
  groups,
  largestGroup,
  leftOut,
}: ClaimOnlyFigures): Generator<Block> {
  yield { kind: 'heading', text: 'Labels guessed without evidence' };
  if (measured === null) {
    yield { kind: 'paragraph', text: reason };
    return;
  }
  const { accuracy, macroF1, majorityAccuracy, byLabel, confusion, folds } = measured;
  yield { kind: 'figures', figures: keyFigures(measured) };
  yield {
    kind: 'paragraph',
    text: `A logistic regression sees the words of claims and nothing else. Each claim is guessed by one that did not learn it: ${folds} folds, no group of claims that hang together in two of them (${countWords(groups)} groups, the largest of ${countWords(largestGroup)}). In a good dataset it guesses no better than somebody who always says the commonest label.`,
  };
  for (const { label, claims, why } of leftOut) {
    yield {
      kind: 'note',
      text:
        label === null || why === 'unlabelled'
          ? `Left out: ${countWords(claims)} ${plural('claim', claims)} without a label.`
          : `Left out: ${countWords(claims)} ${plural('claim', claims)} with ${label}: too few, or all of them hang together.`,
    };
  }
  yield intervalChart({
    name: `${verdictOf(measured)}.`,
    caption: 'Guessing labels from the words of claims alone',
    rowName: 'figure',
    valueName: 'share',
    rows: [
      { name: 'accuracy', ...accuracy },
      { name: 'macro-F1', ...macroF1 },
      ...byLabel.map(({ label, f1 }) => ({ name: `F1 of ${label}`, ...f1 })),
    ],
    domain: [0, 1],
    references: [{ name: 'always the commonest', value: majorityAccuracy.value }],
  });
  const labels = byLabel.map(({ label }) => label);
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Guesses of each label',
      columns: [
        { name: 'label' },
        { name: 'claims', isNumber: true },
        ...['precision', 'recall', 'F1'].map((name) => ({ name, isNumber: true, digits: 3 })),
      ],
      rows: byLabel.map(({ label, claims, precision, recall, f1 }) => [
        label,
        claims,
        precision?.value ?? null,
        recall.value,
        f1.value,
      ]),
    },
  };
  const matrix = matrixChart({
    name: 'Labels and guesses',
    caption: 'Claims by label and by the label that is guessed',
    rowName: 'label',
    columnName: 'guess',
    rows: labels,
    columns: labels,
    counts: confusion,
  });
  yield { kind: 'table', isFolded: true, table: matrix.table };
  yield* classifierNgrams(measured);
}

function onBudgets(budgets: readonly BudgetUse[]): Block {
  if (budgets.length === 0) {
    return {
      kind: 'paragraph',
      text: `No budget is set: with ${budgetKinds.map(({ key }) => `\`bias.${key}\``).join(', ')} in the configuration \`claimset bias\` fails where claims give away more.`,
    };
  }
  const over = budgets.filter(({ isOver }) => isOver).length;
  return {
    kind: 'table',
    table: {
      caption:
        over === 0
          ? 'Budgets: all are held'
          : `Budgets: ${over} of ${budgets.length} ${over === 1 ? 'is' : 'are'} not held`,
      columns: [
        { name: 'budget' },
        { name: 'at most', isNumber: true, digits: 3 },
        { name: 'measured', isNumber: true, digits: 3 },
        { name: 'held' },
        { name: 'what was found' },
      ],
      rows: budgets.map(({ id, limit, value, isOver, found }) => [
        `bias.${budgetKinds.find((kind) => kind.id === id)?.key ?? id}`,
        limit,
        value,
        isOver ? 'no' : 'yes',
        found,
      ]),
    },
  };
}

function keyFigures({ accuracy, majorityAccuracy, gain, information }: MeasuredClaimOnly): KeyFigure[] {
  const share = ({ value, interval }: Estimate): Pick<KeyFigure, 'value' | 'interval'> => ({
    value: percentWords(value),
    ...(interval !== null && {
      interval: `${decimalWords(interval.low * 100, 1)} to ${decimalWords(interval.high * 100, 1)} %`,
    }),
  });
  return [
    {
      name: 'claim-only accuracy',
      ...share(accuracy),
      meaning: 'Share of the claims whose label is guessed.',
    },
    {
      name: 'gain',
      ...share(gain),
      meaning: `Above always saying the commonest label (${percentWords(majorityAccuracy.value)}).`,
    },
    {
      name: 'V-information',
      value: `${decimalWords(information.information.value, 3)} bits`,
      ...(information.information.interval !== null && {
        interval: rangeWords(information.information.interval, 3),
      }),
      meaning: `What words tell of a label, of ${decimalWords(information.labelEntropy, 2)} bits there are.`,
    },
  ];
}

/** Without a full stop. */
function verdictOf(measured: MeasuredClaimOnly): string {
  const { accuracy, majorityAccuracy } = measured;
  const [own, majority] = [percentWords(accuracy.value), percentWords(majorityAccuracy.value)];
  return isGuessable(measured)
    ? `Without evidence ${own} of the labels are guessed, by always saying the commonest only ${majority}: claims give labels away`
    : `Without evidence ${own} of the labels are guessed, by always saying the commonest ${majority}: no gain that chance would not give`;
}

function* classifierNgrams({ ngrams }: MeasuredClaimOnly): Generator<Block> {
  const rows = ngrams.flatMap(({ label, ngrams: own }) =>
    own
      .slice(0, listedNgrams)
      .map(({ ngram, weight, claims, productivity, examples }) => [
        ngram,
        label,
        weight,
        claims,
        percentWords(productivity),
        examples[0]?.claim ?? '',
      ]),
  );
  if (rows.length === 0) return;
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Words that speak most for a label to the classifier',
      columns: [
        { name: 'words', isQuoted: true },
        { name: 'for' },
        { name: 'weight', isNumber: true, digits: 2 },
        { name: 'claims', isNumber: true },
        { name: 'with the label', isNumber: true },
        { name: 'for example', isQuoted: true },
      ],
      rows,
    },
  };
}

function* onWords(all: readonly NgramLmi[]): Generator<Block> {
  yield { kind: 'heading', text: 'Words that go with labels' };
  for (const [at, { n, labels, minCount, removedWords }] of all.entries()) {
    const colors = colorsOfLabels(labels.map(({ label }) => label));
    const what = n === 1 ? 'words' : n === 2 ? 'pairs of words' : `runs of ${n} words`;
    const rows = labels.flatMap(({ label, ngrams }, which) =>
      ngrams.map((ngram) => ({ ...ngram, label, color: colors[which] ?? 'var(--accent)' })),
    );
    if (rows.length === 0) {
      yield {
        kind: 'paragraph',
        text: `No ${what} that occur ${minCount} times or more go with a label more often than chance has it.`,
      };
      continue;
    }
    const [top] = rows.toSorted((a, b) => b.lmi - a.lmi);
    const table: DataTable = {
      caption: `The ${what} with the highest local mutual information with each label`,
      columns: [
        { name: 'words', isQuoted: true },
        { name: 'label' },
        { name: 'LMI × 10⁶', isNumber: true },
        { name: 'with the label', isNumber: true },
        { name: 'in all', isNumber: true },
        { name: 'share', isNumber: true },
        { name: 'for example', isQuoted: true },
      ],
      rows: rows.map(({ ngram, label, lmi, count, all: total, share, example }) => [
        ngram,
        label,
        Math.round(lmi * 1e6),
        count,
        total,
        percentWords(share),
        example.claim,
      ]),
    };
    if (at === 0) {
      const chart = barChart({
        name: `“${top?.ngram ?? ''}” tells most: ${percentWords(top?.share ?? 0)} of its ${countWords(top?.all ?? 0)} occurrences are in claims with ${top?.label ?? ''}, of all ${what} ${percentWords(baseOf(labels, top?.label))}.`,
        caption: table.caption,
        rowName: 'words',
        valueName: 'LMI × 10⁶',
        rows: rows.map(({ ngram, lmi, color }) => ({ name: ngram, value: Math.round(lmi * 1e6), color })),
      });
      yield {
        ...chart,
        table,
        legend: labels.flatMap(({ label, ngrams }, which) =>
          ngrams.length === 0 ? [] : [{ name: label, color: colors[which] ?? 'var(--accent)' }],
        ),
      };
      if (removedWords.length > 0) {
        yield {
          kind: 'paragraph',
          text: `Of what occurs ${minCount} times or more. Taken out first, as Schuster et al. (2019) do: ${removedWords.join(', ')}.`,
        };
      }
    } else yield { kind: 'table', isFolded: true, table };
  }
}

/** Share of a label in all occurrences. */
function baseOf(labels: NgramLmi['labels'], label: string | undefined): number {
  const all = labels.reduce((sum, { occurrences }) => sum + occurrences, 0);
  return all === 0 ? 0 : (labels.find((own) => own.label === label)?.occurrences ?? 0) / all;
}

function* onCues({ labels, cues }: CueFigures): Generator<Block> {
  const most = labels.toSorted((a, b) => b.withCue / (b.claims || 1) - a.withCue / (a.claims || 1))[0];
  yield intervalChart({
    name:
      most === undefined || most.claims === 0
        ? 'Claims with a cue word.'
        : `${percentWords(most.withCue / most.claims)} of the claims with ${most.label} have a negation or another word that is known to give labels away.`,
    caption: 'Claims with a cue word, by label',
    rowName: 'label',
    valueName: 'share of the claims with a cue word',
    rows: labels.map(({ label, claims, withCue, interval }) => ({
      name: label,
      value: claims === 0 ? null : withCue / claims,
      interval,
    })),
    domain: [0, 0.1],
  });
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Cue words',
      columns: [
        { name: 'cue', isQuoted: true },
        { name: 'claims', isNumber: true },
        { name: 'mostly' },
        { name: 'share of these', isNumber: true },
        { name: 'utility', isNumber: true, digits: 3 },
        { name: 'share of all claims', isNumber: true },
        { name: 'p (Holm)', isNumber: true },
        { name: 'for example', isQuoted: true },
      ],
      rows: cues.map(({ cue, claims, label, productivity, utility, coverage, adjustedP, example }) => [
        cue,
        claims,
        label,
        percentWords(productivity),
        utility,
        percentWords(coverage),
        probabilityWords(adjustedP),
        example.claim,
      ]),
    },
  };
}

function* onAttributes({ attributes, labels }: AttributeTables): Generator<Block> {
  const measured = attributes
    .flatMap(({ association, ...table }) => (association === null ? [] : [{ ...table, association }]))
    .sort((a, b) => b.association.cramersV - a.association.cramersV);
  if (measured.length === 0) return;
  yield { kind: 'heading', text: 'Attributes that go with labels' };
  yield {
    kind: 'paragraph',
    text: 'Systems see the text of a claim: its length, negations, numbers and names. Challenge, mutation and annotator they do not see; that these go with labels tells how the claims were made.',
  };
  const [top] = measured;
  const chart = barChart({
    name:
      (top?.association.adjustedP ?? 1) < 0.01
        ? `Labels go most with ${top?.title}: Cramér’s V ${decimalWords(top?.association.cramersV ?? null, 3)}.`
        : 'No attribute goes with labels more than chance has it.',
    caption: 'Attributes and labels: Cramér’s V, 0 where an attribute tells nothing, 1 where it tells all',
    rowName: 'attribute',
    valueName: 'Cramér’s V',
    rows: measured.map(({ title, association }) => ({ name: title, value: association.cramersV })),
    digits: 3,
  });
  yield {
    ...chart,
    table: {
      caption: chart.table.caption,
      columns: [
        { name: 'attribute' },
        { name: 'Cramér’s V', isNumber: true, digits: 3 },
        { name: 'p (Holm)', isNumber: true },
        { name: 'bits', isNumber: true, digits: 3 },
        { name: 'of the entropy', isNumber: true },
        { name: 'counted', isNumber: true },
        { name: 'left out', isNumber: true },
      ],
      rows: measured.map(({ title, association, counted, leftOut }) => [
        title,
        association.cramersV,
        `${probabilityWords(association.adjustedP)}${association.lowExpected > maxLowExpected ? ' (rough)' : ''}`,
        association.information,
        percentWords(association.explained),
        counted,
        leftOut,
      ]),
    },
  };
  if (measured.some(({ association }) => association.lowExpected > maxLowExpected)) {
    yield {
      kind: 'paragraph',
      text: 'A probability is rough where chance expects fewer than five in more than a fifth of the cells.',
    };
  }
  for (const table of measured) yield { kind: 'table', isFolded: true, table: valueTable(table, labels) };
}

function valueTable(
  { title, values, unit }: Pick<AttributeTable, 'title' | 'values' | 'unit'>,
  labels: readonly string[],
): DataTable {
  const more = values.length > listedValues ? `, the first ${listedValues} of ${values.length} values` : '';
  return {
    caption: `Labels by ${title}${more}`,
    columns: [
      { name: title },
      { name: unit, isNumber: true },
      ...labels.map((name) => ({ name, isNumber: true })),
    ],
    rows: values
      .slice(0, listedValues)
      .map(({ value, counts }) => [value, counts.reduce((sum, count) => sum + count, 0), ...counts]),
  };
}

function* onPositions({ labels, claims, tables }: EvidencePositions): Generator<Block> {
  if (tables.length === 0) return;
  yield { kind: 'heading', text: 'Where the evidence of each label stands' };
  yield {
    kind: 'paragraph',
    text: 'Where claims of one label cite other places than those of the others, the place alone tells something of the label. Each share is of the claims with the label and evidence.',
  };
  for (const [at, { title, rows }] of tables.entries()) {
    yield {
      kind: 'table',
      isFolded: at > 0,
      table: {
        caption: `Claims by ${title}`,
        columns: [{ name: title }, ...labels.map((name) => ({ name, isNumber: true }))],
        rows: rows.map(({ value, claims: counts }) => [
          value,
          ...counts.map((count, at) => {
            const all = claims[at] ?? 0;
            return all === 0 ? null : `${countWords(count)} (${percentWords(count / all)})`;
          }),
        ]),
      },
    };
  }
}
