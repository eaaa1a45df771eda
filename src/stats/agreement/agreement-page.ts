import { labels } from '../../claims/label.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { percent } from '../../text/percent.ts';
import { figureWords, intervalWords, shareWords, undefinedMark } from '../figure-words.ts';
import type { AdjudicatedAnnotator } from './adjudicated-annotators.ts';
import { type AgreementReport, evidenceFigures } from './agreement-report.ts';
import type { AnnotatorPair } from './annotator-pairs.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import type { DisputedClaim } from './disputed-claims.ts';

/** Words of ours, or a name that the data has: printers take care that nothing acts in it. */
export type Piece = string | { readonly name: string };

/** A part of a report as a reader sees it. */
export type PageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }
  | PageTable;

export interface PageTable {
  readonly kind: 'table';
  /** Whether the rows say it all, so that a terminal needs no heads. */
  readonly isPlain?: true;
  readonly columns: readonly { readonly head: string; readonly align?: 'left' }[];
  readonly rows: readonly (readonly Piece[])[];
}

/** Rows of a table that has more of them, which `--json` prints all. */
const mostRows = 20;
/** Annotators that a claim names for a label. */
const mostNames = 6;

/** What a report was made of. */
export interface AgreementSource {
  /** Names of the files. */
  readonly journals: readonly string[];
  /** Lines of them that are no annotations. */
  readonly unreadable: number;
}

/** A report from its main figures on, with so many of the disputed claims. */
export function* agreementPage(
  report: AgreementReport,
  source: AgreementSource,
  mostDisputed: number,
): Generator<PageBlock> {
  yield* heading(report, source);
  yield* labelFigures(report);
  yield* warnings(report);
  yield* byLabel(report);
  yield* confusion(report);
  yield* pairs(report);
  yield* adjudicated(report);
  yield* evidence(report);
  yield* weeks(report);
  yield* disputed(report, mostDisputed);
  yield* leftOut(report, source);
  yield* notes(report);
}

function* heading(
  { labels: all, restriction }: AgreementReport,
  { journals }: AgreementSource,
): Generator<PageBlock> {
  yield {
    kind: 'heading',
    text: `Agreement of ${countWords(all.annotators, 'annotator')} on ${countWords(all.claims, 'claim')}`,
  };
  const [first, ...others] = journals;
  const { min, mean, max } = all.perClaim;
  const each = min === max ? `${min} a claim` : `${min} to ${max} a claim, ${mean.toFixed(2)} on average`;
  yield {
    kind: 'paragraph',
    pieces: [
      `${countWords(all.annotations, 'label')} (${each}) in ${countWords(all.pairs, 'pair')}, from `,
      { name: first ?? '' },
      others.length === 0 ? '.' : ` and ${countWords(others.length, 'other journal')}.`,
    ],
  };
  const { annotators, since, until } = restriction;
  if (annotators !== null) {
    const names = annotators.flatMap((name, at): Piece[] => [at === 0 ? '' : ', ', { name }]);
    yield { kind: 'paragraph', pieces: ['Only annotations by ', ...names, '.'] };
  }
  if (since !== null || until !== null) {
    const days = [
      ...(since === null ? [] : [`from ${since} on`]),
      ...(until === null ? [] : [`up to ${until}`]),
    ];
    yield { kind: 'paragraph', pieces: [`Only what was said ${days.join(' ')}.`] };
  }
}

function* labelFigures({ labels: { figures, claims } }: AgreementReport): Generator<PageBlock> {
  yield { kind: 'heading', text: 'Labels' };
  if (claims > 0) yield figureTable(figures);
  yield* reasons(figures);
}

function figureTable(figures: readonly (MeasuredCoefficient & { readonly title: string })[]): PageTable {
  return {
    kind: 'table',
    isPlain: true,
    columns: [{ head: 'figure' }, { head: 'value' }, { head: 'interval', align: 'left' }],
    rows: figures.map((figure) => [
      figure.title,
      figureWords(figure.value),
      intervalWords(figure.interval ?? undefined),
    ]),
  };
}

/** Why figures are not defined, each reason once. */
function* reasons(
  figures: readonly (MeasuredCoefficient & { readonly title: string })[],
): Generator<PageBlock> {
  const titles = new Map<string, string[]>();
  for (const figure of figures) {
    if (figure.value !== null) continue;
    titles.set(figure.reason, [...(titles.get(figure.reason) ?? []), figure.title]);
  }
  for (const [reason, all] of titles) {
    // Where nothing is defined one sentence is enough.
    const whose = all.length > 1 && all.length === figures.length ? '' : `${all.join('; ')}: `;
    yield { kind: 'paragraph', pieces: [`${undefinedMark} ${whose}${reason}`] };
  }
}

function* warnings({ labels: { warnings: all } }: AgreementReport): Generator<PageBlock> {
  if (all.length === 0) return;
  yield { kind: 'heading', text: 'Be careful' };
  yield { kind: 'list', items: all.map(({ text }) => [text]) };
}

function* byLabel({ labels: { perLabel, annotations } }: AgreementReport): Generator<PageBlock> {
  if (annotations === 0) return;
  yield { kind: 'heading', text: 'Each label against the others' };
  yield {
    kind: 'table',
    columns: [
      { head: '' },
      { head: 'given' },
      { head: 'share' },
      { head: 'interval', align: 'left' },
      { head: 'alpha' },
      { head: 'interval', align: 'left' },
    ],
    rows: perLabel.map(({ label, count, share, shareInterval, alpha }) => [
      label,
      formatNumber(count),
      figureWords(share),
      intervalWords(shareInterval ?? undefined),
      figureWords(alpha.value),
      intervalWords(alpha.interval ?? undefined),
    ]),
  };
}

function* confusion({
  labels: { annotatorPairs, annotators, coincidences, annotations },
}: AgreementReport): Generator<PageBlock> {
  if (annotations === 0) return;
  const [pair] = annotatorPairs;
  if (annotators === 2 && pair !== undefined) {
    yield { kind: 'heading', text: 'Who says what' };
    yield {
      kind: 'paragraph',
      pieces: [
        'In rows what ',
        { name: pair.annotators[0] },
        ' says, in columns ',
        { name: pair.annotators[1] },
        '.',
      ],
    };
    yield matrix(pair.confusion);
    return;
  }
  yield { kind: 'heading', text: 'What is said beside what' };
  yield {
    kind: 'paragraph',
    pieces: [
      'Of those who share a claim with one who gave the label of the row, how many gave that of the column.',
    ],
  };
  yield matrix(coincidences);
}

/** Counts with their shares of the row. Weighted ones are not whole. */
function matrix(counts: readonly (readonly number[])[]): PageTable {
  return {
    kind: 'table',
    columns: [{ head: '' }, ...labels.map((label) => ({ head: label }))],
    rows: labels.map((label, at) => {
      const row = counts[at] ?? [];
      const all = row.reduce((sum, count) => sum + count, 0);
      return [label, ...row.map((count) => `${countOf(count)} ${shareWords(count, all).padStart(5)}`.trim())];
    }),
  };
}

function countOf(count: number): string {
  const rounded = Math.round(count);
  return Math.abs(count - rounded) < 1e-6 ? formatNumber(rounded) : count.toFixed(1);
}

function* pairs({ labels: { annotatorPairs } }: AgreementReport): Generator<PageBlock> {
  if (annotatorPairs.length < 2) return;
  const worst = annotatorPairs.toSorted((a, b) => (a.alpha.value ?? 2) - (b.alpha.value ?? 2));
  yield {
    kind: 'heading',
    text: ofAll('Pairs of annotators, the lowest alpha first', mostRows, worst.length),
  };
  yield {
    kind: 'table',
    columns: [
      { head: '' },
      { head: 'claims' },
      { head: 'observed' },
      { head: 'alpha' },
      { head: "Cohen's kappa" },
      { head: 'its error' },
      { head: "Scott's pi" },
      { head: 'AC1' },
    ],
    rows: worst.slice(0, mostRows).map(pairRow),
  };
}

function pairRow({
  annotators,
  claims,
  observed,
  alpha,
  kappa,
  standardError,
  pi,
  ac1,
}: AnnotatorPair): Piece[] {
  return [
    { name: annotators.join(' / ') },
    formatNumber(claims),
    figureWords(observed),
    figureWords(alpha.value),
    figureWords(kappa.value),
    figureWords(standardError),
    figureWords(pi.value),
    figureWords(ac1.value),
  ];
}

function* adjudicated({ labels: { adjudicated: all } }: AgreementReport): Generator<PageBlock> {
  if (all.length === 0) return;
  const worst = all.toSorted((a, b) => a.share - b.share);
  yield {
    kind: 'heading',
    text: ofAll('Annotators against adjudications, the lowest first', mostRows, all.length),
  };
  yield {
    kind: 'table',
    columns: [
      { head: '' },
      { head: 'claims' },
      { head: 'the same' },
      { head: 'interval', align: 'left' },
      { head: "Cohen's kappa" },
    ],
    rows: worst
      .slice(0, mostRows)
      .map(({ annotator, claims, share, interval, kappa }: AdjudicatedAnnotator) => [
        { name: annotator },
        formatNumber(claims),
        figureWords(share),
        intervalWords(interval),
        figureWords(kappa.value),
      ]),
  };
}

function* evidence(report: AgreementReport): Generator<PageBlock> {
  const {
    claims,
    annotators,
    pairs: all,
    labels: sameLabels,
    remarks,
    adjudicated: settled,
  } = report.evidence;
  yield { kind: 'heading', text: 'Evidence' };
  if (claims > 0)
    yield {
      kind: 'paragraph',
      pieces: [
        `${countWords(claims, 'claim')} with evidence of two or more of ${countWords(annotators, 'annotator')}, ${countWords(all, 'pair')}.`,
      ],
    };
  const figures = evidenceFigures.flatMap(({ title, of }) => {
    const figure = of(report);
    return figure === undefined ? [] : [{ ...figure, title }];
  });
  if (claims > 0) yield figureTable(figures);
  yield* reasons(figures);
  const parts = [
    { title: 'evidence in common', part: sameLabels.overlapping },
    { title: 'other evidence', part: sameLabels.disjoint },
    { title: 'evidence of one alone', part: sameLabels.oneWithout },
  ].filter(({ part }) => part.pairs > 0);
  if (parts.length > 0) {
    yield { kind: 'heading', text: 'The same label, by evidence' };
    yield {
      kind: 'table',
      columns: [
        { head: '' },
        { head: 'pairs' },
        { head: 'the same label' },
        { head: 'interval', align: 'left' },
      ],
      rows: parts.map(({ title, part: { pairs: count, same } }) => [
        title,
        formatNumber(count),
        figureWords(same.value),
        intervalWords(same.interval ?? undefined),
      ]),
    };
  }
  if (settled.annotations > 0) {
    yield { kind: 'heading', text: 'Evidence against adjudications' };
    yield figureTable([
      { title: 'Precision', ...settled.precision },
      { title: 'Recall', ...settled.recall },
    ]);
  }
  if (remarks.length > 0) yield { kind: 'list', items: remarks.map((remark) => [remark]) };
}

function* weeks({ weeks: all }: AgreementReport): Generator<PageBlock> {
  if (all === null || all.length === 0) return;
  yield { kind: 'heading', text: 'By week' };
  yield {
    kind: 'table',
    columns: [
      { head: 'week' },
      { head: 'from' },
      { head: 'claims' },
      { head: 'observed' },
      { head: 'alpha' },
      { head: 'interval', align: 'left' },
    ],
    rows: all.map(({ id, from, claims, observed, alpha }) => [
      id,
      from,
      formatNumber(claims),
      figureWords(observed.value),
      figureWords(alpha.value),
      intervalWords(alpha.interval ?? undefined),
    ]),
  };
}

function* disputed(
  { labels: { disputed: found } }: AgreementReport,
  mostDisputed: number,
): Generator<PageBlock> {
  if (found.claims === 0 || mostDisputed === 0) return;
  yield { kind: 'heading', text: ofAll('Most disputed claims', mostDisputed, found.claims) };
  yield { kind: 'list', items: found.most.slice(0, mostDisputed).map(disputedItem) };
}

function disputedItem({ claim, votes, isTied, adjudicated: settled }: DisputedClaim): Piece[] {
  const said = votes.flatMap(({ label, annotators }, at): Piece[] => [
    `${at === 0 ? ': ' : '; '}${label} `,
    ...annotators.slice(0, mostNames).flatMap((name, which): Piece[] => [which === 0 ? '' : ', ', { name }]),
    annotators.length > mostNames ? ` and ${annotators.length - mostNames} more` : '',
  ]);
  const remarks = [...(isTied ? ['a tie'] : []), ...(settled === null ? [] : [`adjudicated ${settled}`])];
  return [{ name: String(claim) }, ...said, remarks.length === 0 ? '' : ` (${remarks.join(', ')})`];
}

function* leftOut(
  { leftOut: restricted, labels: { leftOut: ofLabels }, evidence: { leftOut: ofEvidence } }: AgreementReport,
  { unreadable }: AgreementSource,
): Generator<PageBlock> {
  const items = [
    ...(unreadable === 0
      ? []
      : [
          `${countWords(unreadable, 'line')} of the journals that ${unreadable === 1 ? 'is no annotation' : 'are no annotations'}`,
        ]),
    ...[...restricted, ...ofLabels].map(({ count, about }) => `${formatNumber(count)} ${about}`),
    ...ofEvidence.map(
      ({ annotations, what }) => `of the evidence: ${countWords(annotations, 'annotation')}, ${what}`,
    ),
  ];
  if (items.length === 0) return;
  yield { kind: 'heading', text: 'Left out' };
  yield { kind: 'list', items: items.map((item) => [item]) };
}

function* notes({ resampling, labels: { claims, order, perClaim } }: AgreementReport): Generator<PageBlock> {
  if (claims === 0) return;
  const items = [
    `Ordinal: ${order.join(' < ')}, so that SUPPORTS beside REFUTES is worse than either beside NOT ENOUGH INFO.`,
    ...(perClaim.min === perClaim.max
      ? ["Bennett's S is here the same number as Randolph's free-marginal kappa."]
      : []),
    resampling === null
      ? "In brackets: where a share probably lies, Wilson's interval for 95 %."
      : `In brackets: where the figure probably lies, ${percent(resampling.confidence)} of ${formatNumber(resampling.resamples)} resamples of the claims; for shares of labels and of annotators Wilson's interval.`,
  ];
  yield { kind: 'heading', text: 'Notes' };
  yield { kind: 'list', items: items.map((item) => [item]) };
}

/** A title that says of how many some are shown. */
function ofAll(title: string, shown: number, all: number): string {
  return all > shown ? `${title} (${formatNumber(shown)} of ${formatNumber(all)})` : title;
}
