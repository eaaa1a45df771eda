import { z } from 'zod';
import { labelOfSpelling } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { codePointsOf } from '../../text/code-points.ts';
import { CarriedTexts } from '../carried-texts.ts';
import type { FormatContext, Loss, ReadableFormat, ReadResult, WritableFormat } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { type JsonRecord, readClaimLines, readJsonLines } from '../json-lines.ts';
import { keptClaims } from '../loss.ts';
import { spelledLabelsLoss } from '../spelled-labels.ts';
import { evidenceLabel } from './evidence-labels.ts';
import { firstKeys } from './first-keys.ts';
import { evidenceOfSpans, layOutElements, type MarkedSpan, overlapChars } from './marked-text.ts';
import { shownElements } from './shown-elements.ts';
import { filled, others, restKey, restOf, toolClaim } from './tool-claim.ts';

/** The unknown key under which a claim keeps what only doccano knows of it. */
const ownKey = 'doccano';

const losses: readonly Loss[] = [spelledLabelsLoss];

const offset = z.int().nonnegative();

const markSchema = z.union([
  z.tuple([offset, offset, z.string()]),
  z.looseObject({ label: z.string(), start_offset: offset, end_offset: offset }),
]);

const marksSchema = z
  .union([z.array(markSchema), z.array(z.string()), z.string()], {
    error: 'spans `[start, end, label]`, or labels',
  })
  .nullish();

const rowSchema = z.looseObject({
  text: z.string(),
  label: marksSchema,
  labels: marksSchema,
  entities: marksSchema,
  claim_span: z.tuple([offset, offset]).nullish(),
  segments: z.array(z.tuple([offset, offset, z.string().min(1)])).nullish(),
});

type Row = z.infer<typeof rowSchema>;
type Marks = z.infer<typeof marksSchema>;

/** The keys under which the versions and kinds of projects have what was marked. */
const markKeys = ['label', 'labels', 'entities'] as const;

/** Texts of doccano: a claim above the elements of its articles, with marked spans. */
export const doccano: ReadableFormat & WritableFormat = {
  id: 'doccano',
  title: 'doccano JSONL',
  url: 'https://doccano.github.io/doccano/',
  extensions: ['jsonl'],
  page: {
    about:
      'Texts for sequence labelling in [doccano](https://github.com/doccano/doccano), and its exports: JSON Lines, one text a claim. The claim is the first line, all elements of the articles that it cites, or was written from, follow one a line behind a blank line.',
    fields: [
      ['text', 'the claim, a blank line, the elements; one without text shows its id in brackets'],
      [
        'label',
        'marked spans, `[start, end, label]`: the claim with its label, and each cited element with `evidence <n>`, the number of its set',
      ],
      ['claim_id', 'the id of the claim; doccano has numbers of its own under `id`'],
      ['claim_span', 'where the claim stands in the text'],
      ['segments', 'where each element stands, and its id: `[start, end, id]`'],
      ['claimset', 'what else the claim has'],
    ],
    notes: [
      'All offsets are code points, as Python counts: an emoji is one character.',
      'Allow overlapping spans in the project where an element is in two evidence sets: without that doccano drops the second mark without a word.',
      'All rows have the same keys, because doccano fills what is missing in one row of a file with values that are no JSON. It keeps `claim_id`, `claim_span`, `segments` and `claimset` as metadata, and exports them again.',
      'Marked spans are also read as objects with `start_offset`, `end_offset` and `label` under `entities`, as projects with relations export them. A span that covers half of an element or more cites it. A label alone, as projects for classification have it (`"label": ["REFUTES"]`), is that of the whole text, which is the claim.',
      'In texts of other projects the span with one of the three labels is the claim; what is marked as evidence is cited under a made id, `doccano_sentence_<n>`.',
      'What else a row has (`id`, `Comments`, relations, other marks) is kept under the key `doccano` of the claim, and stays there when the claim is written again.',
    ],
    clients: [
      'the examples for uploads in the package `doccano` (PyPI), which are read; doccano itself is a web application that CI does not run.',
    ],
  },
  losses,
  sniff: (head) => {
    const keys = firstKeys(head);
    const isMarked = markKeys.some((key) => keys.get(key) === 'list');
    return keys.get('text') === 'text' && isMarked && !keys.has('claim') && !keys.has('fields');
  },
  *read(source, context) {
    const texts = new CarriedTexts(context.evidence);
    yield* readClaimLines(readJsonLines(source), rowSchema, (record) => readRow(record, texts));
  },
  *write(claims, context) {
    for (const kept of keptClaims(losses, claims, context)) yield `${JSON.stringify(rowOf(kept, context))}\n`;
  },
};

function rowOf(claim: OpenClaim, { evidence }: FormatContext): object {
  const { text, segments } = layOutElements(`${claim.claim}\n\n`, shownElements(claim, evidence));
  const points = codePointsOf(text);
  const claimSpan = [0, points.fromUnits(claim.claim.length)] as const;
  const spanOf = new Map(
    segments.map(({ id, start, end }) => [id, [points.fromUnits(start), points.fromUnits(end)] as const]),
  );
  const marks = claim.evidence.flatMap((ids, set) =>
    ids.map((id) => [...(spanOf.get(id) ?? [0, 0]), evidenceLabel(set)]),
  );
  return {
    text,
    label: [...(claim.label === undefined ? [] : [[...claimSpan, claim.label]]), ...marks],
    claim_id: claim.id,
    claim_span: claimSpan,
    segments: [...spanOf].map(([id, span]) => [...span, id]),
    [restKey]: restOf(claim) ?? {},
  };
}

function* readRow(record: JsonRecord, texts: CarriedTexts): Generator<ReadResult> {
  const row = record.json as Row;
  const { text } = row;
  const points = codePointsOf(text);
  const marks = markKeys.flatMap((key) => spansOf(row[key]));
  const inUnits = marks.map(
    ({ start, end, label }): MarkedSpan => ({
      start: points.toUnits(start),
      end: points.toUnits(end),
      label,
    }),
  );
  const categories = markKeys.flatMap((key) => categoriesOf(row[key]));
  const claimSpan =
    row.claim_span == null
      ? (inUnits.find(({ label }) => labelOfSpelling(label) !== undefined) ??
        (marks.length === 0 ? { start: 0, end: text.length } : undefined))
      : { start: points.toUnits(row.claim_span[0]), end: points.toUnits(row.claim_span[1]) };
  const isOnClaim = (span: MarkedSpan): boolean =>
    claimSpan !== undefined && overlapChars(span, claimSpan) * 2 >= span.end - span.start;
  const labels = new Set([...categories, ...inUnits.filter(isOnClaim).map(({ label }) => label)]);
  if (labels.size > 1) {
    yield {
      diagnostic: createDiagnostic(formatRules.notClaim, 'labels', {
        data: { labels: [...labels].join(', ') },
        place: record.place(['label']),
      }),
    };
    return;
  }
  const segments = row.segments?.map(([start, end, id]) => ({
    start: points.toUnits(start),
    end: points.toUnits(end),
    id,
  }));
  const spans = inUnits.filter((span) => !isOnClaim(span));
  const found = evidenceOfSpans({ text, segments, title: ownKey }, spans, texts);
  for (const carried of found.carried) {
    if (texts.add(carried.id, carried.text)) yield { text: carried };
  }
  const idKey = row.claim_id == null ? 'id' : 'claim_id';
  yield* toolClaim(record, {
    id: row[idKey],
    claim: claimSpan === undefined ? undefined : text.slice(claimSpan.start, claimSpan.end),
    label: [...labels][0],
    evidence: found.evidence,
    rest: row[restKey],
    own: [
      ownKey,
      filled({
        ...others(row, 'text', ...markKeys, idKey, 'claim_span', 'segments', restKey),
        marks: found.others.map(({ start, end, label }) => ({ text: text.slice(start, end), label })),
        ...(segments === undefined && spans.length > 0 && { text }),
      }),
    ],
    paths: { id: [idKey], claim: ['text'], label: ['label'] },
  });
}

/** The spans of a row, in code points. */
function spansOf(marks: Marks): MarkedSpan[] {
  if (!Array.isArray(marks)) return [];
  return (marks as z.infer<typeof markSchema>[]).flatMap((mark) => {
    if (typeof mark === 'string') return [];
    if (Array.isArray(mark)) return { start: mark[0], end: mark[1], label: mark[2] };
    return { start: mark.start_offset, end: mark.end_offset, label: mark.label };
  });
}

/** The labels of a row that are of the whole text. */
function categoriesOf(marks: Marks): string[] {
  if (typeof marks === 'string') return [marks];
  return (marks ?? []).filter((mark): mark is string => typeof mark === 'string');
}
