import { labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { CarriedTexts } from '../carried-texts.ts';
import type { FormatContext, Loss, ReadableFormat, WritableFormat } from '../format.ts';
import { printJsonArray, readJsonArray } from '../json-array.ts';
import { readClaimLines } from '../json-lines.ts';
import { keptClaims } from '../loss.ts';
import { spelledLabelsLoss } from '../spelled-labels.ts';
import { SkippedAnnotations } from './annotation-findings.ts';
import { evidenceLabel } from './evidence-labels.ts';
import { firstKeys } from './first-keys.ts';
import { names, readTask, taskSchema } from './label-studio-task.ts';
import { shownElements } from './shown-elements.ts';
import { restKey, restOf } from './tool-claim.ts';

/** The labelling interface that the tasks are made for, with labels for so many evidence sets. */
export function labelStudioConfig(sets: number): string {
  const choices = labels.map((label) => `    <Choice value="${label}"/>`);
  const marks = Array.from({ length: sets }, (_, set) => `    <Label value="${evidenceLabel(set)}"/>`);
  return [
    '<View>',
    `  <Text name="${names.claim}" value="$claim"/>`,
    `  <Choices name="${names.label}" toName="${names.claim}" choice="single" showInline="true">`,
    ...choices,
    '  </Choices>',
    `  <ParagraphLabels name="${names.evidence}" toName="${names.paragraphs}">`,
    ...marks,
    '  </ParagraphLabels>',
    `  <Paragraphs name="${names.paragraphs}" value="$paragraphs" layout="dialogue" nameKey="name" textKey="text"/>`,
    '</View>',
    '',
  ].join('\n');
}

const losses: readonly Loss[] = [spelledLabelsLoss];

/** Tasks of Label Studio: a claim, the elements of its articles as paragraphs, and what the annotators said. */
export const labelStudio: ReadableFormat & WritableFormat = {
  id: 'label-studio',
  title: 'Label Studio tasks',
  url: 'https://labelstud.io/guide/task_format',
  extensions: ['json'],
  page: {
    about:
      'Tasks for [Label Studio](https://labelstud.io) and its JSON exports: one task a claim, with all elements of the articles that it cites, or was written from, as paragraphs to mark.',
    fields: [
      ['data.claim_id, data.claim', 'id and text of the claim'],
      [
        'data.paragraphs',
        'one object an element of the articles: `id`, `name` (the id, and the headers of a cell), `text`; an element without text shows its id in brackets',
      ],
      ['meta.claimset', 'what else the claim has'],
      [
        'annotations',
        'one, the ground truth: the label as a choice named `label`; one region a cited id, named `evidence`, with the label `evidence <n>`, the number of its set. Empty for a claim that has neither label nor evidence yet',
      ],
    ],
    notes: [
      `The labelling interface that the tasks are made for (add labels where claims have more evidence sets):\n\n${indented(labelStudioConfig(3))}`,
      'Offsets are UTF-16 code units, as browsers count. A region marks every paragraph that it touches: evidence is whole sentences, cells and items.',
      'Of a task with several annotations the one that is the ground truth is read; or that which they all say. Where they differ, the claim is read without label and evidence, a warning names it, and all annotations are kept under the key `label_studio` of the claim.',
      'Cancelled annotations are not read; a finding counts them. Predictions are never read as labels.',
      'What else a task has (its number, who annotated it and when, results of other controls, what else a choice or a region has, such as a score, further data) is kept under `label_studio`, and stays there when the claim is written again.',
      'Tasks of other projects are read where they have `claim` or `text` in their data and one choice for the label. Paragraphs without ids get made ones, `<title>_sentence_<n>`; the label `evidence` is that of the first set.',
    ],
    clients: [
      'label-studio-sdk from PyPI: `LabelInterface` accepts the labelling interface, and validates each task and annotation against it; the paragraphs that its regions point at are those of the evidence.',
    ],
  },
  losses,
  sniff: (head) => {
    const keys = firstKeys(head);
    if (keys.has('fields') || keys.has('claim')) return false;
    return keys.get('data') === 'object' || (keys.get('annotations') === 'list' && keys.has('id'));
  },
  *read(source, context) {
    const skipped = new SkippedAnnotations();
    const texts = new CarriedTexts(context.evidence);
    yield* readClaimLines(readJsonArray(source), taskSchema, (record) => readTask(record, texts, skipped));
    for (const diagnostic of skipped.findings()) yield { diagnostic };
  },
  *write(claims, context) {
    yield* printJsonArray(tasksOf(claims, context));
  },
};

function indented(xml: string): string {
  return ['```xml', ...xml.trimEnd().split('\n'), '```'].map((line) => `  ${line}`).join('\n');
}

function* tasksOf(claims: Iterable<OpenClaim>, context: FormatContext): Generator<object> {
  for (const kept of keptClaims(losses, claims, context)) yield taskOf(kept, context);
}

function taskOf(claim: OpenClaim, { evidence }: FormatContext): object {
  const shown = shownElements(claim, evidence);
  const at = new Map(shown.map(({ id }, position) => [id, position]));
  const regions = claim.evidence.flatMap((ids, set) =>
    ids.map((id, piece) => {
      const position = at.get(id) ?? 0;
      const text = shown[position]?.text ?? '';
      return {
        id: `evidence-${set + 1}-${piece + 1}`,
        from_name: names.evidence,
        to_name: names.paragraphs,
        type: 'paragraphlabels',
        value: {
          start: String(position),
          end: String(position),
          startOffset: 0,
          endOffset: text.length,
          text,
          paragraphlabels: [evidenceLabel(set)],
        },
      };
    }),
  );
  const choice = {
    id: 'label',
    from_name: names.label,
    to_name: names.claim,
    type: 'choices',
    value: { choices: [claim.label] },
  };
  const result = [...(claim.label === undefined ? [] : [choice]), ...regions];
  const rest = restOf(claim);
  return {
    data: {
      claim_id: claim.id,
      claim: claim.claim,
      paragraphs: shown.map(({ id, text, headers }) => ({
        id,
        name: headers.length === 0 ? id : `${id} [${headers.join('; ')}]`,
        text,
      })),
    },
    ...(rest !== undefined && { meta: { [restKey]: rest } }),
    annotations: result.length === 0 ? [] : [{ result, ground_truth: true }],
  };
}
