import { z } from 'zod';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import type { CarriedTexts } from '../carried-texts.ts';
import type { CarriedText, ReadResult } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import type { JsonRecord } from '../json-lines.ts';
import { maxFindings } from '../schema-findings.ts';
import {
  annotationsDiffer,
  commonDecision,
  type Decision,
  type SkippedAnnotations,
} from './annotation-findings.ts';
import { MarkedEvidence, maxMarked, setOfLabel } from './evidence-labels.ts';
import { textOfShown } from './shown-elements.ts';
import { filled, others, restKey, toolClaim } from './tool-claim.ts';

/** The unknown key under which a claim keeps what only Label Studio knows of it. */
const ownKey = 'label_studio';

/** Names of the controls and objects in the labelling interface. */
export const names = {
  claim: 'claim',
  label: 'label',
  evidence: 'evidence',
  paragraphs: 'paragraphs',
} as const;

const resultSchema = z.looseObject({
  type: z.string().optional(),
  from_name: z.string().optional(),
  value: z.looseObject({}).optional(),
});

/** A task as Label Studio exports it. */
export const taskSchema = z.looseObject({
  data: z.looseObject({}),
  annotations: z
    .array(
      z.looseObject({
        result: z.array(resultSchema).nullish(),
        was_cancelled: z.boolean().nullish(),
        ground_truth: z.boolean().nullish(),
      }),
    )
    .nullish(),
});

type Task = z.infer<typeof taskSchema>;
type Annotation = NonNullable<Task['annotations']>[number];
type Result = z.infer<typeof resultSchema>;

/** A paragraph of a task. */
interface Paragraph {
  /** Absent in a task that claimset did not make. */
  readonly id: string | undefined;
  readonly text: string;
}

/** The claim of a task that the schema accepts, and the texts that it cites for the first time. */
export function* readTask(
  record: JsonRecord,
  texts: CarriedTexts,
  skipped: SkippedAnnotations,
): Generator<ReadResult> {
  const task = record.json as Task;
  const { data } = task;
  const annotations = (task.annotations ?? []).filter((annotation, which) => {
    if (annotation.was_cancelled !== true) return true;
    skipped.add('cancelled', () => record.place(['annotations', which]));
    return false;
  });
  const reader = new ResultReader(record, task, texts);
  const truths = annotations.filter(({ ground_truth: isTruth }) => isTruth === true);
  const counted = (truths.length === 1 ? truths : annotations).map((annotation) => reader.read(annotation));
  for (const diagnostic of reader.diagnostics) yield { diagnostic };
  if (reader.diagnostics.length > 0) return;
  const decision = commonDecision(counted);
  if (decision === undefined && counted.length > 0)
    yield { diagnostic: annotationsDiffer(counted.length, record.place(['annotations'])) };
  for (const text of reader.cited(decision)) yield { text };
  const [idKey] = ['claim_id', 'id'].filter((key) => isThere(data[key]));
  const [claimKey = 'claim'] = ['claim', 'text'].filter((key) => isThere(data[key]));
  const rest = isObject(task.meta) ? task.meta[restKey] : undefined;
  yield* toolClaim(record, {
    id: idKey === undefined ? task.id : data[idKey],
    claim: data[claimKey],
    label: decision?.label,
    evidence: decision?.evidence ?? [],
    rest,
    own: [
      ownKey,
      filled({
        task: filled({ ...others(task, 'data', 'annotations', 'meta'), meta: others(task.meta, restKey) }),
        data: others(
          data,
          claimKey,
          ...(idKey === undefined ? [] : [idKey]),
          ...(reader.isOurs ? [reader.paragraphsKey] : []),
        ),
        annotation: others(decision?.annotation, 'result', 'ground_truth', 'was_cancelled'),
        results: decision?.results ?? [],
        annotations: annotations.filter((annotation) => annotation !== decision?.annotation),
      }),
    ],
    paths: {
      id: idKey === undefined ? ['id'] : ['data', idKey],
      claim: ['data', claimKey],
      label: ['annotations'],
    },
  });
}

/** What an annotation decides, and what it says besides. */
interface TaskDecision extends Decision {
  readonly annotation: Annotation;
  /** Results that are neither the label nor evidence as a whole, or say more than that. */
  readonly results: readonly Result[];
}

/** Reads the annotations of a task. */
class ResultReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #record: JsonRecord;
  readonly #task: Task;
  readonly #texts: CarriedTexts;
  readonly #title: string;
  readonly #paragraphs: readonly Paragraph[];
  /** The ids made for paragraphs that have none, by position. */
  readonly #made = new Map<number, string>();
  /** The key of the task's data that has its paragraphs. */
  readonly paragraphsKey: string;

  constructor(record: JsonRecord, task: Task, texts: CarriedTexts) {
    const { data } = task;
    this.#record = record;
    this.#task = task;
    this.#texts = texts;
    this.#title = typeof data.title === 'string' && data.title !== '' ? data.title : ownKey;
    this.paragraphsKey = paragraphsKeyOf(data);
    const found: unknown = data[this.paragraphsKey];
    this.#paragraphs = (Array.isArray(found) ? (found as unknown[]) : []).map((paragraph) => {
      const { id, text } = isObject(paragraph) ? paragraph : {};
      return {
        id: typeof id === 'string' && id !== '' ? id : undefined,
        text: typeof text === 'string' ? text : '',
      };
    });
  }

  /** Whether the paragraphs say nothing that the articles do not say: then they need not be kept. */
  get isOurs(): boolean {
    const found: unknown = this.#task.data[this.paragraphsKey];
    const isElement = (paragraph: unknown): boolean =>
      isObject(paragraph) &&
      typeof paragraph.id === 'string' &&
      Object.keys(paragraph).every((key) => ['id', 'name', 'text'].includes(key));
    return found === undefined || (Array.isArray(found) && found.every(isElement));
  }

  read(annotation: Annotation): TaskDecision {
    const results: Result[] = [];
    let label: string | undefined;
    const all = annotation.result ?? [];
    const marked = new MarkedEvidence(all.length);
    const choices = all.filter(({ type }) => type === 'choices');
    const named = choices.filter(({ from_name: name }) => name === names.label);
    const [labelResult] = named.length > 0 ? named : choices;
    for (const result of all) {
      const isRead = result === labelResult || this.#mark(annotation, result, marked);
      if (result === labelResult) label = this.#label(annotation, result);
      if (!isRead || saysMore(result)) results.push(result);
    }
    return { annotation, label, evidence: marked.sets, results };
  }

  /** The texts of what a decision cites, each for the first time. */
  *cited(decision: TaskDecision | undefined): Generator<CarriedText> {
    const wanted = new Set(decision?.evidence.flat());
    for (const [position, { id: own, text }] of this.#paragraphs.entries()) {
      const id = own ?? this.#made.get(position);
      if (id === undefined || !wanted.has(id)) continue;
      const carried = textOfShown(id, text);
      if (carried !== undefined && this.#texts.add(id, carried)) yield { id, text: carried };
    }
  }

  #label(annotation: Annotation, result: Result): string | undefined {
    const chosen: unknown = result.value?.choices;
    if (!Array.isArray(chosen) || chosen.length === 0) return undefined;
    const [label] = chosen as unknown[];
    if (chosen.length === 1 && typeof label === 'string') return label;
    this.#refuse(annotation, result, 'label', `expected one choice, found ${chosen.length}`);
    return undefined;
  }

  /** Notes the evidence that a region marks; whether it says nothing else. */
  #mark(annotation: Annotation, result: Result, marked: MarkedEvidence): boolean {
    const { paragraphlabels: given, start, end = start, startOffset, endOffset } = result.value ?? {};
    if (!Array.isArray(given)) return false;
    const sets = (given as unknown[]).map((label) =>
      typeof label === 'string' ? setOfLabel(label) : undefined,
    );
    if (!sets.some((set) => set !== undefined)) return false;
    const [from, to] = [Number(start), Number(end)];
    const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to;
    if (!isRange || to >= this.#paragraphs.length) {
      const problem = `expected positions of two of the ${this.#paragraphs.length} paragraphs, found ${String(start)} and ${String(end)}`;
      this.#refuse(annotation, result, 'evidence', problem);
      return true;
    }
    for (const set of sets) {
      if (set === undefined) continue;
      for (let position = from; position <= to; position++) {
        if (!marked.add(set, this.#idOf(position))) {
          this.#refuse(
            annotation,
            result,
            'evidence',
            `expected at most ${maxMarked} marked elements besides one a region`,
          );
          return true;
        }
      }
    }
    const last = this.#paragraphs[to]?.text.length ?? 0;
    const isWhole = (startOffset ?? 0) === 0 && (endOffset ?? last) === last;
    return isWhole && !sets.includes(undefined);
  }

  #idOf(position: number): string {
    const { id, text } = this.#paragraphs[position] ?? { id: undefined, text: '' };
    const known = id ?? this.#made.get(position);
    if (known !== undefined) return known;
    const made = this.#texts.idOf(this.#title, text);
    this.#made.set(position, made);
    return made;
  }

  #refuse(annotation: Annotation, result: Result, key: string, problem: string): void {
    if (this.diagnostics.length === maxFindings) return;
    const which = this.#task.annotations?.indexOf(annotation) ?? 0;
    const path: JsonPath = ['annotations', which, 'result', annotation.result?.indexOf(result) ?? 0, 'value'];
    this.diagnostics.push(
      createDiagnostic(formatRules.notClaim, 'invalid', {
        data: { key, problem },
        place: this.#record.place(path),
      }),
    );
  }
}

/** What is read of a result, or follows from where it stands. */
const resultKeys: readonly string[] = ['id', 'from_name', 'to_name', 'type', 'value'];
const valueKeys: readonly string[] =
  'choices paragraphlabels start end startOffset endOffset globalOffsets text'.split(' ');

/** Whether a result says more than a label or a region, such as a score or a comment. That it was made by hand goes without saying. */
function saysMore({ origin, ...result }: Result): boolean {
  return (
    (origin !== undefined && origin !== 'manual') ||
    Object.keys(others(result, ...resultKeys)).length > 0 ||
    Object.keys(others(result.value, ...valueKeys)).length > 0
  );
}

/** The key of a task's data under which its paragraphs stand: the first that holds a list of objects. */
function paragraphsKeyOf(data: Readonly<Record<string, unknown>>): string {
  const isParagraphs = (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item));
  if (isParagraphs(data[names.paragraphs])) return names.paragraphs;
  return Object.keys(data).find((key) => isParagraphs(data[key])) ?? names.paragraphs;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
