import type { AggregationMethod, LabelSource } from '../../claims/aggregation.ts';
import { labels } from '../../claims/label.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import type { AggregatedClaim, Aggregation, Undecided } from '../../stats/aggregation/aggregate-claims.ts';
import { figureWords, undefinedMark } from '../../stats/figure-words.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle, type TerminalStyle } from '../../text/terminal-style.ts';
import { type TableColumn, terminalTable } from '../../text/terminal-table.ts';
import type { AggregatedRecord, AppliedAggregation } from './apply-aggregation.ts';

/** An aggregation and what it changes in a dataset. */
export interface AggregationOutcome {
  readonly aggregation: Aggregation;
  readonly applied: AppliedAggregation;
  readonly isWritten: boolean;
  /** Whether annotators are shown by name. */
  readonly hasQuality: boolean;
}

interface PrintOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Rows of a table; more are only counted. */
const mostRows = 50;

const methodNames: Readonly<Record<LabelSource, string>> = {
  majority: 'majority',
  'dawid-skene': 'Dawid-Skene',
  mace: 'MACE',
  adjudication: 'adjudication',
};

const whyWords: Readonly<Record<Undecided, string>> = {
  'few-annotations': 'too few annotations',
  tie: 'tie',
  'low-confidence': 'not sure enough',
  unheard: 'no annotator gave the label of the model',
  'without-evidence': 'nobody with this label cites evidence',
};

/** The aggregation for a person, piece by piece. */
export function* printAggregation(outcome: AggregationOutcome, options: PrintOptions): Generator<string> {
  const { aggregation, applied, isWritten, hasQuality } = outcome;
  const { claims, method, annotators } = aggregation;
  const style = createTerminalStyle(options.color);
  const table = function* (columns: readonly TableColumn[], rows: readonly (readonly string[])[]) {
    yield* terminalTable(
      { columns, rows: rows.slice(0, mostRows) },
      { width: options.width, style, overflow: 'below' },
    );
    if (rows.length > mostRows)
      yield `  ${style.dim(`and ${formatNumber(rows.length - mostRows)} more: --json has all`)}\n`;
  };
  yield* summary(outcome, style);
  const changed = applied.records.filter(({ changes }) => changes.some((part) => part !== 'provenance'));
  if (changed.length > 0) {
    yield `\n${style.bold(isWritten ? 'Changed' : 'Would change')}\n`;
    const [columns, rows] = changedTable(changed, method);
    yield* table(columns, rows);
  }
  const undecided = claims.filter(({ label }) => label === null);
  if (undecided.length > 0) {
    yield `\n${style.bold('Undecided')}, left as they are\n`;
    yield* table(
      [left('claim'), left('why'), left('votes')],
      undecided.map((claim) => [
        printable(String(claim.id)),
        whyWords[claim.undecided ?? 'tie'],
        votesWords(claim),
      ]),
    );
  }
  if (!hasQuality || annotators === 0) return;
  yield `\n${style.bold('Annotators')}, for those who lead them and not for one another\n`;
  const isMace = method === 'mace';
  yield* table(
    [
      left('annotator'),
      { head: 'claims' },
      { head: 'agreement with the others' },
      { head: 'quality' },
      ...(isMace ? [{ head: 'competence' }] : []),
    ],
    aggregation.quality.map((one) => [
      printable(one.annotator),
      formatNumber(one.claims),
      figureWords(one.agreement),
      figureWords(one.quality),
      ...(isMace ? [figureWords(one.competence)] : []),
    ]),
  );
}

function* summary(
  { aggregation, applied, isWritten }: AggregationOutcome,
  style: TerminalStyle,
): Generator<string> {
  const { claims, method, annotators, unlikeMajority } = aggregation;
  const adjudicated = claims.filter(
    (claim) => claim.method === 'adjudication' && claim.label !== null,
  ).length;
  const undecided = claims.filter(({ label }) => label === null).length;
  const parts = [
    `${formatNumber(claims.length - adjudicated - undecided)} decided by ${methodNames[method]}`,
    `${formatNumber(adjudicated)} adjudicated`,
    `${formatNumber(undecided)} undecided`,
  ];
  yield `${style.bold(countWords(claims.length, 'annotated claim'))}, ${countWords(annotators, 'annotator')}: ${parts.join(', ')}\n`;
  if (method !== 'majority')
    yield `${methodNames[method]} says something else than the majority, or decides a tie, for ${countWords(unlikeMajority, 'claim')}\n`;
  const [label, evidence, provenance] = (['label', 'evidence', 'provenance'] as const).map(
    (part) => applied.records.filter(({ changes }) => changes.includes(part)).length,
  );
  yield `${isWritten ? 'changed' : 'to be changed'}: ${countWords(label ?? 0, 'label')}, the evidence of ${countWords(evidence ?? 0, 'claim')}, the provenance of ${formatNumber(provenance ?? 0)}\n`;
  const containing = claims.filter((claim) => claim.containing > 0).length;
  if (containing > 0)
    yield `${countWords(containing, 'claim')} with an evidence set that contains another: both are kept, and one may be more than is needed\n`;
}

function changedTable(
  changed: readonly AggregatedRecord[],
  method: AggregationMethod,
): [TableColumn[], string[][]] {
  const hasMajority = method !== 'majority';
  const columns = [
    left('claim'),
    left('was'),
    left('label'),
    left('votes'),
    { head: 'confidence' },
    ...(hasMajority ? [left('majority')] : []),
    left('by'),
    left('evidence'),
  ];
  const rows = changed.map(({ claim, was, changes }) => [
    printable(String(claim.id)),
    was === null ? undefinedMark : printable(was),
    changes.includes('label') && claim.label !== null ? claim.label : 'the same',
    votesWords(claim),
    claim.confidence === null ? undefinedMark : claim.confidence.toFixed(2),
    ...(hasMajority ? [claim.majority ?? 'tie'] : []),
    methodNames[claim.method],
    changes.includes('evidence') ? countWords(claim.evidence.length, 'set') : 'the same',
  ]);
  return [columns, rows];
}

/** The letters of the labels with their votes: `S 2, R 1`. */
function votesWords({ votes }: AggregatedClaim): string {
  const words = labels.flatMap((label) => (votes[label] ? [`${label.charAt(0)} ${votes[label]}`] : []));
  return words.length === 0 ? undefinedMark : words.join(', ');
}

function left(head: string): TableColumn {
  return { head, align: 'left' };
}

/** The aggregation as an object for JSON; names of annotators only where their quality was asked for. */
export function aggregationJson({ aggregation, applied, isWritten, hasQuality }: AggregationOutcome): object {
  const { quality, claims, ...rest } = aggregation;
  const records = new Map(applied.records.map((record) => [record.claim, record]));
  return {
    ...rest,
    claims: claims.map((claim) => {
      const record = records.get(claim);
      return record === undefined
        ? { ...claim, changes: [] }
        : { ...claim, changes: record.changes, was: record.was, file: record.file, line: record.line };
    }),
    ...(hasQuality && { quality }),
    unknown: applied.unknown,
    repeated: applied.repeated,
    unsettled: applied.unsettled,
    foreign: applied.foreign,
    unreadable: applied.unreadable,
    written: isWritten,
  };
}
