import { z } from 'zod';
import { type Claim, claimSchema } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { isObject } from '../../text/is-object.ts';
import { blindClaim, createLabelCheck } from '../blind-records.ts';
import type { FormatContext, ReadResult, ReadSource } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { type FeverTuple, feverForm } from '../forms/fever.ts';
import { type JsonRecord, readJsonLines } from '../json-lines.ts';
import { schemaFindings } from '../schema-findings.ts';

/** The columns of a piece of evidence, in the order of FEVER's tuples. */
const columns = [
  'evidence_annotation_id',
  'evidence_id',
  'evidence_wiki_url',
  'evidence_sentence_id',
] as const;

const numberSchema = z.int().min(-1).nullable().exactOptional();

const rowSchema = claimSchema.omit({ evidence: true }).extend({
  label: z
    .enum([...labels, ''])
    .nullable()
    .exactOptional(),
  evidence_annotation_id: numberSchema,
  evidence_id: numberSchema,
  evidence_wiki_url: z.string().nullable().exactOptional(),
  evidence_sentence_id: numberSchema.pipe(z.int().max(999_999_999).nullable()).exactOptional(),
});

type Row = z.infer<typeof rowSchema>;

/** What is known of a claim from its rows so far. */
interface RowGroup {
  /** The keys of its first row without those of the evidence. */
  readonly rest: Readonly<Record<string, unknown>>;
  readonly label: Label | undefined;
  /** Its sets by their `evidence_id`. */
  readonly sets: Map<number | null, FeverTuple[]>;
}

/**
 * The claims of a copy of FEVER that has one row for each piece of evidence, put together from their rows wherever these stand; a
 * claim with a row that is broken is left out. `undefined` for a text whose first record is no such row. Memory: one entry a row.
 *
 * @param claimOf the claim of a record as FEVER itself has it
 */
export function readFeverRows(
  source: ReadSource,
  context: FormatContext,
  claimOf: (json: object) => Claim,
): Iterable<ReadResult> | undefined {
  for (const { record } of readJsonLines(source)) {
    if (record !== undefined) return isRow(record.json) ? readRows(source, context, claimOf) : undefined;
  }
  return undefined;
}

function* readRows(
  source: ReadSource,
  context: FormatContext,
  claimOf: (json: object) => Claim,
): Generator<ReadResult> {
  const groups = new Map<unknown, RowGroup>();
  /** Ids of claims that would lack evidence, because a row of theirs could not be read. */
  const broken = new Set<unknown>();
  const checkLabel = createLabelCheck(context);
  for (const { record, diagnostics = [] } of readJsonLines(source)) {
    const found = record === undefined ? diagnostics : addRow(record, groups, checkLabel);
    for (const diagnostic of found) yield { diagnostic };
    if (found.length > 0) broken.add(record?.json.id);
  }
  for (const [id, { rest, label, sets }] of groups) {
    if (broken.has(id)) continue;
    const claim: OpenClaim =
      label === undefined ? blindClaim(rest) : claimOf({ ...rest, label, evidence: [...sets.values()] });
    yield { claim };
  }
}

/** Takes a row into the claim that it belongs to, and says what is wrong with it. */
function addRow(
  record: JsonRecord,
  groups: Map<unknown, RowGroup>,
  checkLabel: ReturnType<typeof createLabelCheck>,
): readonly Diagnostic[] {
  const found = isRow(record.json)
    ? [...schemaFindings(rowSchema, record)]
    : [createDiagnostic(formatRules.feverEvidence, 'notRow', { place: record.place([]) })];
  if (found.length > 0) return found;
  const row = record.json as Row;
  const label = row.label === '' || row.label === null ? undefined : row.label;
  const tuple = tupleOf(row);
  const rest = Object.fromEntries(
    Object.entries(row).filter(([key]) => key !== 'label' && !(columns as readonly string[]).includes(key)),
  );
  const group: RowGroup = groups.get(row.id) ?? { rest, label, sets: new Map() };
  groups.set(row.id, group);
  const wrong = [...rowFindings(record, group, { label, rest, tuple }, checkLabel)];
  // A set of a claim that names no piece of evidence is what an annotator said of a claim without evidence.
  const set = group.sets.get(tuple[1]);
  if (set === undefined) group.sets.set(tuple[1], [tuple]);
  else set.push(tuple);
  return wrong;
}

interface RowParts {
  readonly label: Label | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
  readonly tuple: FeverTuple;
}

function* rowFindings(
  record: JsonRecord,
  group: RowGroup,
  { label, rest, tuple }: RowParts,
  checkLabel: ReturnType<typeof createLabelCheck>,
): Generator<Diagnostic> {
  const isBlind = label === undefined && tuple[2] === null && tuple[3] === null;
  const mixed = checkLabel(record, isBlind);
  if (mixed !== undefined) {
    yield mixed;
    return;
  }
  const other =
    label === group.label
      ? [...new Set([...Object.keys(group.rest), ...Object.keys(rest)])].find(
          (key) => JSON.stringify(group.rest[key]) !== JSON.stringify(rest[key]),
        )
      : 'label';
  if (other !== undefined)
    yield createDiagnostic(formatRules.feverEvidence, 'otherRow', {
      place: record.place([other]),
      data: { key: other },
      help: 'Correct the row that is wrong: all rows with one `id` are one claim.',
    });
  if (isBlind) return;
  // The row as a record of FEVER with one piece of evidence, the places of which are those of the row's columns.
  const json = { ...rest, ...(label !== undefined && { label }), evidence: [[tuple]] };
  if (feverForm.claimOf(json) !== undefined) return;
  yield* feverForm.refuse({
    json,
    place: (path) => {
      if (path[0] !== 'evidence') return record.place(path);
      const column = columns[typeof path[3] === 'number' ? path[3] : 2];
      return record.place(column === undefined ? [] : [column]);
    },
  });
}

/** Whether a record is a row for one piece of evidence. */
function isRow(json: unknown): boolean {
  return (
    isObject(json) &&
    !Object.hasOwn(json, 'evidence') &&
    (Object.hasOwn(json, 'evidence_wiki_url') || Object.hasOwn(json, 'evidence_sentence_id'))
  );
}

/** The piece of evidence of a row, with null for what is not there. */
function tupleOf(row: Row): FeverTuple {
  const numberOf = (value: number | null | undefined) => (value === undefined || value === -1 ? null : value);
  return [
    numberOf(row.evidence_annotation_id),
    numberOf(row.evidence_id),
    row.evidence_wiki_url || null,
    numberOf(row.evidence_sentence_id),
  ];
}
