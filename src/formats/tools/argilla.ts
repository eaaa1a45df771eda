import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { checkJson } from '../../text/check-json.ts';
import { codePointsOf } from '../../text/code-points.ts';
import { foundOf } from '../../text/found-of.ts';
import { isObject } from '../../text/is-object.ts';
import { CarriedTexts } from '../carried-texts.ts';
import type {
  CarriedText,
  FormatContext,
  Loss,
  ReadableFormat,
  ReadResult,
  WritableFormat,
} from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { printJsonArray, readJsonArray } from '../json-array.ts';
import type { JsonRecord } from '../json-lines.ts';
import { readClaimLines } from '../json-lines.ts';
import { keptClaims } from '../loss.ts';
import { maxFindings } from '../schema-findings.ts';
import { spelledLabelsLoss } from '../spelled-labels.ts';
import {
  annotationsDiffer,
  commonDecision,
  type Decision,
  SkippedAnnotations,
} from './annotation-findings.ts';
import { type ArgillaRecord, argillaRecord, argillaSchema, ownAgent } from './argilla-record.ts';
import { evidenceLabel } from './evidence-labels.ts';
import { firstKeys } from './first-keys.ts';
import { evidenceOfSpans, layOutElements, type MarkedSpan, type Segment } from './marked-text.ts';
import { shownElements } from './shown-elements.ts';
import { filled, others, restKey, restOf, toolClaim } from './tool-claim.ts';

/** The unknown key under which a claim keeps what only Argilla knows of it. */
const ownKey = 'argilla';

/** The names of the questions. */
const questions = { label: 'label', evidence: 'evidence' } as const;

const losses: readonly Loss[] = [spelledLabelsLoss];

const offset = z.int().nonnegative();
const spansSchema = z.array(z.looseObject({ start: offset, end: offset, label: z.string() }));
const segmentsSchema = z.array(z.tuple([offset, offset, z.string().min(1)]));

/** Records of Argilla: a claim and the elements of its articles, with suggested answers. */
export const argilla: ReadableFormat & WritableFormat = {
  id: 'argilla',
  title: 'Argilla records',
  url: 'https://docs.argilla.io/latest/how_to_guides/record/',
  extensions: ['json', 'jsonl'],
  page: {
    about:
      'Records for [Argilla](https://argilla.io) (`dataset.records.from_json`), and its exports: a list of JSON objects, one record a claim.',
    fields: [
      ['id', 'the id of the claim, as text'],
      ['fields.claim', 'the claim'],
      [
        'fields.text',
        'all elements of the articles that it cites, or was written from, one a line; one without text shows its id in brackets',
      ],
      ['metadata.segments', 'where each element stands, and its id: JSON in a text, `[[start, end, id], …]`'],
      [
        'metadata.claimset',
        'what else the claim has, and its id where that is a number: JSON in a text; absent where there is nothing',
      ],
      ['suggestions.label', 'the label'],
      [
        'suggestions.evidence',
        'one span a cited element, `{"start", "end", "label"}`, with the label `evidence <n>`, the number of its set',
      ],
    ],
    notes: [
      'The dataset needs the fields `claim` and `text` (not required: a claim without articles has none), a label question `label`, and a span question `evidence` on the field `text`, with `allow_overlapping` where an element is in two evidence sets. The two metadata are texts: set `allow_extra_metadata`, because the index behind a metadata property refuses long ones.',
      'All offsets are code points, as the server counts. The web page of Argilla counts UTF-16 code units ([issue 5729](https://github.com/argilla-io/argilla/issues/5729)): behind an emoji its spans are off by one or two. A span therefore cites the elements that it covers half of or more.',
      'Submitted responses go before suggestions. Where those of several users differ, the claim is read without label and evidence, and a warning names it; what each of them answered is kept under the key `argilla` of the claim. Drafts and discarded responses are not read; a finding counts them.',
      'Records are read nested, as `to_json` and `to_list()` give them, and with flattened columns (`label.suggestion`, `label.responses`, `label.responses.users`, …), as Hugging Face repositories and `to_list(flatten=True)` have them; as a list, and one a line.',
      'Without `segments`, the marked words themselves are the evidence, under a made id, `argilla_sentence_<n>`. Other fields, metadata, questions and vectors, and the scores and agents of suggestions, are kept under `argilla`, and stay there when the claim is written again.',
    ],
    clients: [
      'argilla from PyPI: its `Record` takes each record in and gives it back; the spans slice to the texts of the evidence; its own nested and flattened output is read to the same claims.',
    ],
  },
  losses,
  sniff: (head) => {
    const keys = firstKeys(head);
    const isFlattened = [...keys.keys()].some((key) => /\.(?:suggestion|responses)$/.test(key));
    return keys.get('fields') === 'object' || isFlattened;
  },
  *read(source, context) {
    const skipped = new SkippedAnnotations();
    const texts = new CarriedTexts(context.evidence);
    yield* readClaimLines(readJsonArray(source), argillaSchema, (record) =>
      new RecordReader(record, texts, skipped).read(),
    );
    for (const diagnostic of skipped.findings()) yield { diagnostic };
  },
  *write(claims, context) {
    yield* printJsonArray(recordsOf(claims, context));
  },
};

function* recordsOf(claims: Iterable<OpenClaim>, context: FormatContext): Generator<object> {
  for (const kept of keptClaims(losses, claims, context)) yield recordOf(kept, context);
}

function recordOf(claim: OpenClaim, { evidence }: FormatContext): object {
  const { text, segments } = layOutElements('', shownElements(claim, evidence));
  const points = codePointsOf(text);
  const spanOf = new Map(
    segments.map(({ id, start, end }) => [
      id,
      { start: points.fromUnits(start), end: points.fromUnits(end) },
    ]),
  );
  const spans = claim.evidence.flatMap((ids, set) =>
    ids.map((id) => ({ ...spanOf.get(id), label: evidenceLabel(set) })),
  );
  const rest = { ...(typeof claim.id === 'number' && { id: claim.id }), rest: restOf(claim) };
  const suggest = (value: unknown): object => ({ value, score: null, agent: ownAgent });
  return {
    id: String(claim.id),
    fields: { claim: claim.claim, text },
    metadata: {
      segments: JSON.stringify([...spanOf].map(([id, { start, end }]) => [start, end, id])),
      ...((rest.id !== undefined || rest.rest !== undefined) && { [restKey]: JSON.stringify(rest) }),
    },
    suggestions: {
      ...(claim.label !== undefined && { [questions.label]: suggest(claim.label) }),
      ...(spans.length > 0 && { [questions.evidence]: suggest(spans) }),
    },
    responses: {},
  };
}

/** Whether an answer has spans that say more than where they are and what they mark. */
function saysMore(answer: unknown): boolean {
  return (
    Array.isArray(answer) &&
    answer.some((span) => Object.keys(others(span, 'start', 'end', 'label')).length > 0)
  );
}

/** What a user decided, and what was marked besides. */
interface RecordDecision extends Decision {
  readonly marks: readonly { readonly text: string; readonly label: string }[];
}

/** Reads one record. */
class RecordReader {
  readonly #record: JsonRecord;
  readonly #parts: ArgillaRecord;
  readonly #texts: CarriedTexts;
  readonly #skipped: SkippedAnnotations;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #carried: CarriedText[] = [];

  constructor(record: JsonRecord, texts: CarriedTexts, skipped: SkippedAnnotations) {
    this.#record = record;
    this.#parts = argillaRecord(record.json);
    this.#texts = texts;
    this.#skipped = skipped;
  }

  *read(): Generator<ReadResult> {
    const { id, fields, metadata, suggestions, responses } = this.#parts;
    const rest = this.#rest(metadata[restKey]);
    const segments = this.#segments(metadata.segments);
    const decisions = this.#decisions(segments);
    const decision = commonDecision(decisions);
    for (const diagnostic of this.#diagnostics) yield { diagnostic };
    if (this.#diagnostics.length > 0) return;
    if (decision === undefined && decisions.length > 0)
      yield { diagnostic: annotationsDiffer(decisions.length, this.#record.place(['responses'])) };
    const wanted = new Set(decision?.evidence.flat());
    for (const carried of this.#carried) {
      if (wanted.has(carried.id) && this.#texts.add(carried.id, carried.text)) yield { text: carried };
    }
    const claimKey = fields.claim == null ? 'text' : 'claim';
    const isAsked = (question: string): boolean => question in questions;
    const isAnswered = [...responses.values()].some((given) => given.length > 0);
    yield* toolClaim(this.#record, {
      id: rest.id ?? id,
      claim: fields[claimKey],
      label: decision?.label,
      evidence: decision?.evidence ?? [],
      rest: rest.rest,
      own: [
        ownKey,
        filled({
          ...filled(this.#parts.others),
          fields: others(fields, claimKey, ...(segments === undefined ? [] : ['text'])),
          metadata: others(metadata, 'segments', restKey),
          marks: decision?.marks ?? [],
          suggestions: Object.fromEntries(
            [...suggestions].filter(
              ([question, value]) => isAnswered || !isAsked(question) || saysMore(value),
            ),
          ),
          suggested: this.#parts.suggested,
          responses: Object.fromEntries([...responses].filter(([, given]) => given.length > 0)),
        }),
      ],
      paths: { id: ['id'], claim: ['fields', claimKey], label: ['suggestions', questions.label] },
    });
  }

  /** What each user decided; what is suggested, where no user did. */
  #decisions(segments: readonly Segment[] | undefined): RecordDecision[] {
    const { suggestions, responses } = this.#parts;
    const users = new Map<string, Map<string, unknown>>();
    const skipped = new Set<string>();
    for (const [question, given] of responses) {
      for (const { user, value, status } of given) {
        if (status === 'submitted') {
          const answers = users.get(user) ?? new Map<string, unknown>();
          users.set(user, answers.set(question, value));
        } else if (!skipped.has(user)) {
          skipped.add(user);
          this.#skipped.add(status === 'draft' ? 'a draft' : 'discarded', () =>
            this.#record.place(['responses']),
          );
        }
      }
    }
    const answered = new Set([...users.values()].flatMap((answers) => [...answers.keys()]));
    if (users.size === 0) return [this.#decision(suggestions, segments)];
    const open = [...suggestions].filter(([question]) => !answered.has(question));
    return [...users.values()].map((answers) => this.#decision(new Map([...open, ...answers]), segments));
  }

  #decision(answers: ReadonlyMap<string, unknown>, segments: readonly Segment[] | undefined): RecordDecision {
    const label = answers.get(questions.label) ?? undefined;
    if (label !== undefined && typeof label !== 'string') {
      this.#refuse(questions.label, `expected a label, found ${foundOf(label)}`, [
        'suggestions',
        questions.label,
      ]);
      return { label: undefined, evidence: [], marks: [] };
    }
    const spans = spansSchema.safeParse(answers.get(questions.evidence) ?? []);
    if (!spans.success) {
      const found = foundOf(answers.get(questions.evidence));
      this.#refuse(questions.evidence, `expected spans with start, end and label, found ${found}`, [
        'suggestions',
        questions.evidence,
      ]);
      return { label, evidence: [], marks: [] };
    }
    const { text: given } = this.#parts.fields;
    const { title } = this.#parts.metadata;
    const text = typeof given === 'string' ? given : '';
    const points = codePointsOf(text);
    const marks = spans.data.map(
      (span): MarkedSpan => ({
        start: points.toUnits(span.start),
        end: points.toUnits(span.end),
        label: span.label,
      }),
    );
    const madeTitle = typeof title === 'string' && title !== '' ? title : ownKey;
    const {
      evidence,
      carried,
      others: unread,
    } = evidenceOfSpans({ text, segments, title: madeTitle }, marks, this.#texts);
    this.#carried.push(...carried);
    return {
      label,
      evidence,
      marks: unread.map((mark) => ({ text: text.slice(mark.start, mark.end), label: mark.label })),
    };
  }

  #segments(value: unknown): readonly Segment[] | undefined {
    if (value == null) return undefined;
    const segments = segmentsSchema.safeParse(this.#parsed(value));
    if (!segments.success) {
      this.#refuse('segments', 'expected `[[start, end, id], …]` as JSON', ['metadata', 'segments']);
      return undefined;
    }
    const { text } = this.#parts.fields;
    const points = codePointsOf(typeof text === 'string' ? text : '');
    return segments.data.map(([start, end, id]) => ({
      start: points.toUnits(start),
      end: points.toUnits(end),
      id,
    }));
  }

  #rest(value: unknown): { readonly id?: unknown; readonly rest?: unknown } {
    if (value == null) return {};
    const json = this.#parsed(value);
    if (isObject(json) && (json.id === undefined || claimIdSchema.safeParse(json.id).success)) return json;
    this.#refuse(restKey, 'expected what `claimset export` wrote, as JSON', ['metadata', restKey]);
    return {};
  }

  /** The value, or what it says where it is JSON in a text. */
  #parsed(value: unknown): unknown {
    if (typeof value !== 'string') return value;
    const { json, problems } = checkJson(value);
    return problems.length === 0 ? json : undefined;
  }

  #refuse(key: string, problem: string, path: readonly string[]): void {
    if (this.#diagnostics.length === maxFindings) return;
    this.#diagnostics.push(
      createDiagnostic(formatRules.notClaim, 'invalid', {
        data: { key, problem },
        place: this.#record.place(path),
      }),
    );
  }
}
