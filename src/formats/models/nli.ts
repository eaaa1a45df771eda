import { z } from 'zod';
import { type Claim, claimIdSchema, claimSchema } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { codePointsOf } from '../../text/code-points.ts';
import { isObject } from '../../text/is-object.ts';
import { CarriedTexts } from '../carried-texts.ts';
import { weightKey, withUnknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type {
  CarriedText,
  FormatContext,
  Loss,
  ReadableFormat,
  ReadResult,
  WritableFormat,
} from '../format.ts';
import { formatRules } from '../format-rules.ts';
import { type JsonRecord, readClaimLines, readJsonLines } from '../json-lines.ts';
import { defineLoss, keptClaims, nativeKeyLosses } from '../loss.ts';
import { fromNli, nliClasses, toNli } from './nli-labels.ts';
import { type Premise, premiseLosses, premisesOf, styleOf } from './premises.ts';

/** The title of premises of which a row does not say where they are from. */
const ownTitle = 'nli';

const losses: readonly Loss[] = [
  ...premiseLosses,
  ...nativeKeyLosses,
  defineLoss({
    id: 'keys',
    description: 'Unknown keys, but for a `weight` that is a number from 0 on.',
    forget: (claim) => withUnknownEntries(claim, weightEntries(claim)),
  }),
];

const offset = z.int().nonnegative();

const ownShape = {
  premise: z.string(),
  hypothesis: z.string().min(1),
  label: z.literal([0, 1, 2, ...nliClasses]),
  label_text: z.enum(nliClasses).optional(),
  id: claimIdSchema,
  evidence_ids: z.array(z.string().min(1)).optional(),
  evidence_spans: z.array(z.tuple([offset, offset])).optional(),
  set: offset.optional(),
  sets: z.int().positive().optional(),
  sampler: z.string().optional(),
  sampled_ids: z.array(z.string()).optional(),
  style: z.string().optional(),
  seed: z.number().optional(),
  label_of_claim: z.enum(labels).optional(),
  sampled_rank: offset.optional(),
};

const { challenge, mutation, source, split, fingerprints } = claimSchema.shape;
const nothing = z.undefined({ error: 'no such key in this format' }).exactOptional();

const rowSchema = z.looseObject({
  ...{ challenge, mutation, source, split, fingerprints },
  ...{ claim: nothing, evidence: nothing },
  ...ownShape,
});

type NliRow = z.infer<typeof rowSchema>;

const rowKeys: ReadonlySet<string> = new Set(Object.keys(ownShape));

/** Pairs for natural language inference: a row for each claim and evidence set. */
export const nli: ReadableFormat & WritableFormat = {
  id: 'nli',
  title: 'NLI pairs',
  url: 'https://huggingface.co/datasets/nyu-mll/multi_nli',
  extensions: ['jsonl'],
  page: {
    about:
      'Premise, hypothesis and label for programs that train and run models of natural language inference: JSON Lines, one row for each claim and evidence set. Labels are numbered as in MNLI.',
    fields: [
      ['premise', 'the text of the evidence set, as `--evidence` asks for it'],
      ['hypothesis', 'the claim'],
      ['label', '0 entailment (SUPPORTS), 1 neutral (NOT ENOUGH INFO), 2 contradiction (REFUTES)'],
      ['label_text', 'the same as a word'],
      ['id', 'the id of the claim'],
      ['set, sets', 'which evidence set of the claim the row has, from 0, and how many there are'],
      ['evidence_ids', 'the ids of the set; empty where the premise is no evidence'],
      [
        'evidence_spans',
        'where the text of each id stands in the premise: offsets in code points, as Python counts, one pair for each of `evidence_ids`, or else of `sampled_ids`',
      ],
      [
        'sampler',
        '`annotated` where the premise is evidence of the claim, `random` where it is a sentence of the corpus that was drawn, else how a negative was found (`--negatives`)',
      ],
      ['sampled_ids', 'the ids of a premise that is no evidence; otherwise empty'],
      ['style', 'how the premise is written: `text`, `context`, `highlighted` or `ids`'],
      ['seed', 'the seed of the draw (`--seed`, or that of the negative)'],
      [
        'label_of_claim',
        'with `--negatives`: SUPPORTS, REFUTES or NOT ENOUGH INFO, whatever the premise does to the claim',
      ],
      [
        'sampled_rank',
        'with `--negatives`: where the premise stood in the ranking that it was taken from, from 1; 0 where it was not taken from one',
      ],
      [
        'weight',
        'where the claim has one (`--reweight`): what the loss of the row is to be multiplied by. All rows of a claim have it: divide by `sets` where a claim is to count once',
      ],
    ],
    notes: [
      'A NOT ENOUGH INFO claim has its own related evidence as premises where it has some. Another one gets one sentence of the corpus, drawn by `--seed` and the claim’s id: the same row whatever other claims the file has. Nobody has looked whether that sentence says anything about the claim, and most such pairs are easy to tell: compare models on the `annotated` rows, too.',
      '`--negatives` adds a row for each record of the file that does not decide its claim: neutral, whatever the label of the claim, with `set` behind the evidence sets. [Negatives](../negatives.md) says how `claimset negatives` finds them. No sentence is drawn for a NOT ENOUGH INFO claim that has some.',
      'Each row has the same keys, but for `weight`, so that programs which guess types from the first rows guess right.',
      'Reading puts the rows of a claim together again, wherever they stand in the file; a claim some of whose `sets` are missing is a finding. Rows without `set` and `sets`, as other datasets have them, are a claim each; rows without `evidence_ids` cite their premise under a made id, `nli_sentence_<n>`.',
      '`highlighted` writes `<e>` and `</e>` around the evidence; a text that holds these itself is not marked otherwise.',
    ],
    clients: [
      'pandas `read_json` and Hugging Face `datasets`: rows equal, types as written, spans slice to the texts.',
    ],
  },
  losses,
  heeds: ['evidenceStyle', 'negatives', 'seed'],
  isPair: true,
  madeTitle: ownTitle,
  sniff: (head) => {
    const record = firstRecord(head);
    return isObject(record) && typeof record.premise === 'string' && typeof record.hypothesis === 'string';
  },
  *read(source, context) {
    const rows = new RowGroups(new CarriedTexts(context.evidence));
    yield* readClaimLines(readJsonLines(source), rowSchema, (record) => rows.take(record));
    yield* rows.rest();
  },
  *write(claims, context) {
    for (const kept of keptClaims(losses, claims, context)) {
      for (const row of rowsOf(kept as Claim, context)) yield `${JSON.stringify(row)}\n`;
    }
  },
};

function* rowsOf(claim: Claim, context: FormatContext): Generator<object> {
  const premises = premisesOf(claim, context);
  for (const [set, premise] of premises.entries()) {
    const text = toNli(premise.label);
    const points = codePointsOf(premise.text);
    yield {
      premise: premise.text,
      hypothesis: claim.claim,
      label: nliClasses.indexOf(text),
      label_text: text,
      id: claim.id,
      set,
      sets: premises.length,
      ...idsOf(premise),
      evidence_spans: premise.spans.map(({ start, end }) => [points.fromUnits(start), points.fromUnits(end)]),
      style: styleOf(context),
      seed: premise.seed ?? context.seed ?? 0,
      ...(context.negatives !== undefined && {
        label_of_claim: claim.label,
        sampled_rank: premise.rank ?? 0,
      }),
      ...Object.fromEntries(weightEntries(claim)),
    };
  }
}

/** The weight of a claim, the one unknown key that its rows have. */
function weightEntries(claim: OpenClaim): [string, number][] {
  const weight = Object.hasOwn(claim, weightKey) ? claim[weightKey] : undefined;
  return typeof weight === 'number' && weight >= 0 ? [[weightKey, weight]] : [];
}

function idsOf({ ids, sampler }: Premise): object {
  return sampler === 'annotated'
    ? { evidence_ids: ids, sampler, sampled_ids: [] }
    : { evidence_ids: [], sampler, sampled_ids: ids };
}

/** A claim whose rows are being read. */
interface OpenClaimRows {
  readonly record: JsonRecord;
  /** By their numbers. */
  readonly sets: Map<number, readonly string[]>;
}

/** Claims that say the same under the same id: the nth row of a set belongs to the nth of them. */
interface EqualClaims {
  readonly open: Map<number, OpenClaimRows>;
  /** How many rows of each set were met. */
  readonly met: Map<number, number>;
}

/** Puts the rows of claims together. Memory: the claims some of whose rows are still to come, and one entry a text without an id. */
class RowGroups {
  /** By all that the rows of a claim have in common. */
  readonly #open = new Map<string, EqualClaims>();
  readonly #texts: CarriedTexts;

  constructor(texts: CarriedTexts) {
    this.#texts = texts;
  }

  /** What a row gives: its texts, and the claim where the row is the last of it. */
  *take(record: JsonRecord): Generator<ReadResult> {
    const row = record.json as NliRow;
    const made = row.evidence_ids === undefined && row.sampler === undefined;
    const ids = made ? [this.#texts.idOf(ownTitle, row.premise)] : (row.evidence_ids ?? []);
    for (const text of textsOf(row, ids)) if (this.#texts.add(text.id, text.text)) yield { text };
    const { set = 0, sets = 1 } = row;
    const key = JSON.stringify([sets, commonOf(row)]);
    const equal: EqualClaims = this.#open.get(key) ?? { open: new Map(), met: new Map() };
    this.#open.set(key, equal);
    const nth = equal.met.get(set) ?? 0;
    equal.met.set(set, nth + 1);
    const rows = equal.open.get(nth) ?? { record, sets: new Map() };
    equal.open.set(nth, rows);
    rows.sets.set(set, ids);
    if (rows.sets.size < sets) return;
    equal.open.delete(nth);
    if (equal.open.size === 0) this.#open.delete(key);
    yield { claim: claimOf(rows) };
  }

  /** Findings about claims that lack rows. */
  *rest(): Generator<ReadResult> {
    for (const { record, sets } of [...this.#open.values()].flatMap(({ open }) => [...open.values()])) {
      const { sets: wanted = 1 } = record.json as NliRow;
      const problem = `expected ${wanted} rows of the claim, found ${sets.size}`;
      yield {
        diagnostic: createDiagnostic(formatRules.notClaim, 'invalid', {
          data: { key: 'sets', problem },
          place: record.place(['sets']),
        }),
      };
    }
  }
}

/** What all rows of a claim have, in the order of their keys. */
function commonOf(row: NliRow): object {
  const { id, hypothesis } = row;
  return [id, hypothesis, labelOf(row), othersOf(row)];
}

function labelOf({ label_of_claim: own, label }: NliRow): Label {
  return own ?? fromNli(label);
}

/** What a row says that the format has no key for, in its order. */
function othersOf(row: NliRow): [string, unknown][] {
  return Object.entries(row).filter(([key]) => !rowKeys.has(key));
}

function claimOf({ record, sets }: OpenClaimRows): Claim {
  const row = record.json as NliRow;
  const evidence = [...sets]
    .sort(([a], [b]) => a - b)
    .map(([, ids]) => [...ids])
    .filter((ids) => ids.length > 0);
  // Not an object literal with spread keys: `__proto__` must become a key like any other.
  return Object.fromEntries([
    ['id', row.id],
    ['claim', row.hypothesis],
    ['label', labelOf(row)],
    ['evidence', evidence],
    ...othersOf(row),
  ]) as Claim;
}

/** The texts of the evidence that a premise carries. */
function* textsOf(
  { premise, evidence_spans: spans, style }: NliRow,
  ids: readonly string[],
): Generator<CarriedText> {
  if (style === 'ids') return;
  const points = codePointsOf(premise);
  for (const [which, id] of ids.entries()) {
    const span = spans?.[which];
    if (span !== undefined)
      yield { id, text: premise.slice(points.toUnits(span[0]), points.toUnits(span[1])) };
    else if (ids.length === 1) yield { id, text: premise };
  }
}
