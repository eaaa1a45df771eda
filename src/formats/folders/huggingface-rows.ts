import { claimSchema } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { EvidenceRecord } from '../../corpus/article.ts';
import { contextOf } from '../../corpus/context.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isMarker } from '../../corpus/evidence-kind.ts';
import { checkJson } from '../../text/check-json.ts';
import { isObject } from '../../text/is-object.ts';
import { isWellFormed, wellFormed } from '../../text/well-formed.ts';
import { recordsFor } from '../cited-records.ts';
import { knownEntries, unknownEntries } from '../claim-keys.ts';
import { evidenceText } from '../evidence-text.ts';
import type { FormatContext } from '../format.ts';
import { type Column, listOf, optionalText, text } from './parquet/column.ts';
import type { Row } from './parquet/write-parquet.ts';

/** The texts of a claim that have a column each. */
const textKeys = ['challenge', 'mutation', 'source'] as const;

/** The columns of claims. */
export const claimColumns: readonly Column[] = [
  { name: 'id', type: text, description: 'The id of the claim.' },
  { name: 'claim', type: text, description: 'The text of the claim.' },
  { name: 'label', type: { kind: 'class', names: labels }, description: 'What the evidence says of it.' },
  {
    name: 'evidence',
    type: listOf(
      listOf({
        kind: 'struct',
        members: [
          { name: 'page', type: text, description: 'The title of an article.' },
          { name: 'unit', type: text, description: 'The element of the article, such as sentence_0.' },
        ],
      }),
    ),
    description:
      'Evidence sets: all pieces of a set are needed together, any one set decides the claim. Empty where there is none.',
  },
  {
    name: 'evidence_ids',
    type: listOf(listOf(text)),
    description:
      'The same sets as evidence ids, page and unit with an underscore between, as `id` in `corpus`.',
  },
  {
    name: 'evidence_text',
    type: listOf(listOf(optionalText)),
    description: 'The same sets as texts; null where the corpus does not have one.',
  },
  { name: 'challenge', type: optionalText, description: 'What makes the claim hard to verify.' },
  { name: 'mutation', type: optionalText, description: 'How the claim was made from another statement.' },
  { name: 'source', type: optionalText, description: 'What the claim was written from.' },
  {
    name: 'extra',
    type: optionalText,
    description: 'What no column can say, as a JSON object: further keys, and an id that is a number.',
  },
];

/** The columns of the corpus. */
export const corpusColumns: readonly Column[] = [
  { name: 'id', type: text, description: 'Evidence id.' },
  { name: 'title', type: text, description: 'The title of the article.' },
  { name: 'unit', type: text, description: 'The element of the article, such as sentence_0.' },
  { name: 'kind', type: text, description: 'Its kind, such as sentence or cell.' },
  { name: 'text', type: text, description: 'Its text.' },
  {
    name: 'section',
    type: optionalText,
    description: 'The nearest heading before it; null before the first.',
  },
  {
    name: 'context',
    type: listOf(text),
    description:
      'Ids of what tells what it is about: title, heading, header cells of the row and of the column, nearest first.',
  },
  {
    name: 'text_in_context',
    type: text,
    description: 'The text behind its title, heading and headers: `[title; section; headers] text`.',
  },
];

/** The columns of claims whose evidence is written so: no texts where it is written as ids. */
export function claimColumnsFor({ evidenceStyle }: FormatContext): readonly Column[] {
  return claimColumns.filter(({ name }) => name !== 'evidence_text' || evidenceStyle !== 'ids');
}

/** A claim as a row of these columns. */
export function rowOfClaim(claim: OpenClaim, context: FormatContext): Row {
  const { id, claim: sentence, evidence } = claim;
  return {
    id: wellFormed(String(id)),
    claim: wellFormed(sentence),
    label: labels.indexOf(claim.label as Label),
    evidence: evidence.map((set) => set.map((piece) => placeOf(piece, context.evidence))),
    evidence_ids: evidence.map((set) => set.map(wellFormed)),
    evidence_text: evidence.map((set) => set.map((piece) => textOf(piece, context))),
    ...Object.fromEntries(
      textKeys.map((key) => [key, claim[key] === undefined ? null : wellFormed(claim[key])]),
    ),
    extra: extraOf(claim),
  };
}

function placeOf(id: string, evidence: Evidence): { readonly page: string; readonly unit: string } {
  // The corpus knows where a title that ends like a unit ends; it may spell it in another normal form.
  const record = evidence.get(id);
  const unit = record === undefined ? unitOf(id) : record.id.slice(record.title.length + 1);
  return unit !== '' && id.endsWith(`_${unit}`)
    ? { page: wellFormed(id.slice(0, -unit.length - 1)), unit }
    : { page: wellFormed(id), unit: '' };
}

function unitOf(id: string): string {
  return id.slice((parseEvidenceId(id)?.title ?? id).length + 1);
}

function textOf(id: string, { evidence, evidenceStyle = 'text' }: FormatContext): string | null {
  const found = evidenceText([id], evidenceStyle, evidence);
  return found === undefined ? null : wellFormed(found.text);
}

/** What no column can say: keys without one, numbers as ids, halves of surrogate pairs. `null` for nothing. */
function extraOf(claim: OpenClaim): string | null {
  const known = knownEntries(claim).filter(([key, value]) => !hasColumn(key) || !isSaid(value));
  const entries = [...known, ...unknownEntries(claim)];
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

function hasColumn(key: string): boolean {
  return claimColumns.some(({ name }) => name === key);
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isSaid) : typeof value === 'string' && isWellFormed(value);
}

/** The claim of a row, or in words why it is none. */
export function claimOfRow(row: Row): OpenClaim | string {
  const label = typeof row.label === 'number' ? labels[row.label] : undefined;
  const extra = row.extra === null || row.extra === undefined ? {} : parseExtra(row.extra);
  if (extra === undefined) return '`extra` is no JSON object';
  if (!agree(row)) return '`evidence` and `evidence_ids` say different things';
  const texts = textKeys.flatMap((key) => (typeof row[key] === 'string' ? [[key, row[key]]] : []));
  // Not spread: `__proto__` is a key like any other.
  const claim = Object.fromEntries([
    ['id', row.id],
    ['claim', row.claim],
    ['label', label],
    ['evidence', row.evidence_ids],
    ...texts,
    ...Object.entries(extra),
  ]);
  const problem = claimSchema.safeParse(claim).error?.issues[0];
  return problem === undefined ? (claim as OpenClaim) : `\`${problem.path.join('.')}\`: ${problem.message}`;
}

function parseExtra(value: unknown): object | undefined {
  const { json, problems } = checkJson(String(value));
  return problems.length === 0 && isObject(json) ? json : undefined;
}

/** Whether the places of a row are those of its ids. */
function agree({ evidence, evidence_ids: ids }: Row): boolean {
  const joined = ({ page, unit }: Row): string => (unit === '' ? String(page) : `${page}_${unit}`);
  const places = (evidence as Row[][] | undefined)?.map((set) => set.map(joined));
  return places !== undefined && JSON.stringify(places) === JSON.stringify(ids);
}

/** The rows of the corpus: all that has a text of its own, headings too, because contexts name them. */
export function* corpusRows(claims: Iterable<OpenClaim>, { evidence }: FormatContext): Generator<Row> {
  for (const record of recordsFor(claims, evidence)) {
    if (!isMarker(record.kind)) yield rowOfRecord(record, evidence);
  }
}

function rowOfRecord(record: EvidenceRecord, evidence: Evidence): Row {
  const section = record.section === undefined ? undefined : evidence.text(record.section);
  return {
    id: wellFormed(record.id),
    title: wellFormed(record.title),
    unit: wellFormed(record.id.slice(record.title.length + 1)),
    kind: record.kind,
    text: wellFormed(record.text),
    section: section === undefined ? null : wellFormed(section),
    context: contextOf(record).map(wellFormed),
    text_in_context: wellFormed(evidenceText([record.id], 'context', evidence)?.text ?? record.text),
  };
}
