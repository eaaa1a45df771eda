import { goldHasIds, predictionHasIds } from '../../src/score/official/has-ids.ts';
import type { JsonObject } from '../../src/score/scorer.ts';
import type { OfficialCall } from '../score/score-as-official.ts';
import type { Random } from './random.ts';

/** What is drawn for the records of a scorer. `dirt` is how often something has another form, from 0 to 1. */
interface RecordForm {
  readonly budgets: readonly ('max_evidence' | 'max_evidence_cell')[];
  evidence(random: Random, dirt: number): unknown;
  predicted(random: Random, dirt: number, evidence: unknown): unknown;
  /** Whether the records are what this scorer reads. */
  accepts(gold: JsonObject, prediction: JsonObject): boolean;
}

const labels = ['SUPPORTS', 'SUPPORTS', 'REFUTES', 'REFUTES', 'NOT ENOUGH INFO', 'NOT ENOUGH INFO'];
const otherLabels = [
  'supports',
  'Not Enough Info',
  'NOT_ENOUGH_INFO',
  'SUPPORTS ',
  'Stra\u00dfe',
  'STRASSE',
  '',
];
const noLabels = [null, 7, true, [], {}];

const pages = [
  'A',
  'B',
  'C_-LRB-x-RRB-',
  '\u00e9',
  'e\u0301',
  'true',
  '"',
  '\ud83d\ude00',
  'A\u0000sentence\u00001',
  '',
];

/** What stands for a list now and then. No object: slices of one are another failure in every second version of Python. */
const noLists = [null, 7, true, 1.5, 'abc', ''];

const odd = [
  null,
  7,
  true,
  1.5,
  'abc',
  'abcdef',
  '',
  [],
  {},
  { k: true },
  [[]],
  ['A'],
  [1, 1],
  [null, null],
  [true, 1],
];

/** Whether ids are such that default and official code take them apart alike. */
export function isPlainId(id: unknown): boolean {
  return plainIds.some((plain) => plain === id);
}

/** Records of `fever_score`. */
const feverForm: RecordForm = {
  budgets: ['max_evidence'],
  evidence(random, dirt) {
    if (random.chance(dirt))
      return random.pick<unknown>([...noLists, {}, { '': 1 }, { abc: 1 }, odd, ['', 'abcde']]);
    if (random.chance(0.2)) return [[[1, null, null, null]]];
    const tuple = (): unknown => {
      if (random.chance(dirt))
        return random.pick<unknown>([...odd, [1, 1, 'A'], [1, 1, 1, 'A'], [1, 1, odd, odd]]);
      const page = random.chance(dirt) ? null : random.pick(pages);
      const line = random.chance(dirt)
        ? random.pick<unknown>([null, true, false, 1.5, '1', '0'])
        : random.int(4);
      return random.chance(0.1) ? [1, 1, page, line, 'more'] : [1, 1, page, line];
    };
    return random.list(random.pick([0, 1, 1, 1, 2, 3, 12]), () =>
      random.list(random.pick([0, 1, 1, 1, 1, 2, 3]), tuple),
    );
  },
  predicted(random, dirt, evidence) {
    if (random.chance(dirt / 2)) return random.pick(noLists);
    const cited = itemsOf(evidence).map((item) => item.slice(2, 4));
    return random.list(random.pick([0, 1, 1, 2, 4, 5, 6, 9, 30]), (): unknown => {
      if (random.chance(dirt))
        return random.pick<unknown>([
          ...odd,
          ['A'],
          ['A', 1, 'x'],
          ['A', '1'],
          ['A', true],
          ['A', 1.5],
          ['A', null],
          'A_sentence_0',
        ]);
      return cited.length > 0 && random.chance(0.5)
        ? random.pick(cited)
        : [random.pick(pages), random.int(4)];
    });
  },
  accepts: () => true,
};

const kinds = [
  'sentence',
  'sentence',
  'sentence',
  'cell',
  'cell',
  'header_cell',
  'table_caption',
  'item',
  'section',
  'x',
];

/** Records of `feverous_score`, with triples. */
const feverousForm: RecordForm = {
  budgets: ['max_evidence', 'max_evidence_cell'],
  evidence(random, dirt) {
    if (random.chance(dirt))
      return random.pick<unknown>([...noLists, {}, { '': 1 }, { abc: 1 }, odd, ['', 'abc']]);
    const item = (): unknown => {
      if (random.chance(dirt))
        return random.pick<unknown>([...odd, ['A', 'cell'], [null, null, null], [odd, odd, odd]]);
      const title = random.chance(dirt) ? null : random.pick(pages);
      const triple = [title, random.pick(kinds), random.chance(dirt) ? random.int(3) : String(random.int(3))];
      return random.chance(0.1) ? [...triple, 'more'] : triple;
    };
    return random.list(random.pick([0, 1, 1, 1, 2, 3, 12]), () =>
      random.list(random.pick([0, 1, 1, 1, 1, 2, 3]), item),
    );
  },
  predicted(random, dirt, evidence) {
    if (random.chance(dirt / 2)) return random.pick<unknown>([...noLists, {}, { ab: 1, cd: 2 }, { a: 1 }]);
    const cited = itemsOf(evidence).map((item) => item.slice(0, 3));
    return random.list(random.pick([0, 1, 2, 4, 6, 9, 40]), (): unknown => {
      if (random.chance(dirt))
        return random.pick<unknown>([
          ...odd,
          ['A'],
          ['A', 'cell'],
          ['A', 'cell', 1],
          ['A', 'x', '1', '2'],
          'A_sentence_0',
        ]);
      if (cited.length > 0 && random.chance(0.5)) return random.pick(cited);
      return [random.pick(pages), random.pick(kinds), String(random.int(3))];
    });
  },
  // With ids, they would be those of evaluate.py.
  accepts: (gold, prediction) => !(goldHasIds(gold) ?? predictionHasIds(prediction)),
};

/** A call of `fever_score`. */
export function feverCall(random: Random): OfficialCall {
  return callOf(feverForm, random);
}

/** A call of `feverous_score`. */
export function feverousCall(random: Random): OfficialCall {
  return callOf(feverousForm, random);
}

/** A call of `evaluate.py`. At most one record has another form, because the program does not take records one by one. */
export function evaluateCall(random: Random): OfficialCall {
  const ids = random.chance(0.5) ? plainIds : [...plainIds, ...trickyIds];
  const id = () => random.pick(ids);
  const predictions: JsonObject[] = random.list(random.pick([0, 1, 2, 5, 12]), () => {
    const evidence = random.list(random.pick([0, 1, 1, 1, 2, 3]), () => ({
      content: random.list(random.pick([0, 1, 1, 2, 4]), id),
      context: {},
    }));
    const cited = evidence.flatMap(({ content }) => content);
    const label = random.pick(labels);
    return {
      label,
      evidence,
      predicted_label: random.chance(0.7) ? label : random.pick([...labels, ...otherLabels]),
      predicted_evidence: random.list(random.pick([0, 1, 2, 5, 9, 35]), () =>
        cited.length > 0 && random.chance(0.5) ? random.pick(cited) : id(),
      ),
    };
  });
  const victim = random.int(predictions.length * 4);
  if (victim < predictions.length) predictions[victim] = brokenRecord(random);
  return { predictions, actual: predictions, kwargs: {} };
}

/** Ids that `evaluate.py` and claimset take apart alike. */
const plainIds = [
  ...['A_sentence_0', 'A_sentence_1', 'A_sentence_2', 'B c_sentence_0', 'A_cell_0_0_0', 'A_cell_0_1_0'],
  ...[
    'A_header_cell_0_0_0',
    'A_table_caption_0',
    'A_item_0_1',
    'A_section_0',
    'A_title',
    '\u00e9_sentence_0',
    'e\u0301_sentence_0',
  ],
];

/** Ids on which one of them trips. */
const trickyIds = [
  ...[
    'A_title_',
    'A_B_sentence_1',
    'A_B_cell_0_1_1',
    'My header_cell page_sentence_0',
    'header_cell',
    'table_caption',
  ],
  ...['_sentence_0', 'A_sentence_', '__', 'A_table_infobox_0'],
];

/** A record of another form than `evaluate.py` reads, whose evidence shows nevertheless that it has ids. */
function brokenRecord(random: Random): JsonObject {
  const whole = {
    label: 'SUPPORTS',
    evidence: [{ content: ['A_sentence_0'] }] as unknown,
    predicted_label: 'SUPPORTS',
    predicted_evidence: ['A_sentence_0'] as unknown,
  };
  const other = random.pick<unknown>([
    null,
    7,
    true,
    1.5,
    {},
    [],
    ['A', 'sentence', '0'],
    'A',
    '',
    { A_sentence_0: 1 },
  ]);
  return random.pick<JsonObject>([
    ...Object.keys(whole).map((key) => ({ ...without(whole, (own) => own === key) })),
    { ...whole, label: other },
    { ...whole, predicted_label: other },
    { ...whole, predicted_evidence: other },
    { ...whole, predicted_evidence: ['A_sentence_0', other] },
    { ...whole, evidence: null },
    { ...whole, evidence: [{ content: other }] },
    { ...whole, evidence: [{ content: ['A_sentence_0', other] }] },
    { ...whole, evidence: [{ content: ['A_sentence_1'] }, { context: {} }] },
    { ...whole, evidence: [{ content: ['A_sentence_1'] }, random.pick([null, 7, 'A'])] },
  ]);
}

function callOf(form: RecordForm, random: Random): OfficialCall {
  const dirt = random.pick([0, 0, 0.01, 0.05, 0.3]);
  const inline = random.pick([0, 0.5, 1]);
  const actual: JsonObject[] = [];
  const predictions = random.list(random.pick([0, 1, 1, 2, 3, 5, 12]), (): JsonObject => {
    const [gold, prediction] = pairOf(form, random, dirt);
    const isWhole = Object.hasOwn(gold, 'label') && Object.hasOwn(gold, 'evidence');
    // Gold in the prediction comes before that of the file if it is whole, and counts for nothing if it is not.
    const isInline = isWhole && random.chance(inline);
    actual.push(isInline ? {} : gold);
    if (isInline) return { ...gold, ...prediction };
    return random.chance(0.1) ? { ...prediction, label: 'REFUTES' } : prediction;
  });
  const kwargs: Record<string, number | null> = {};
  for (const budget of form.budgets)
    if (random.chance(0.6)) kwargs[budget] = random.pick([null, null, 0, 1, 2, 3, 5, 30, -1, -2]);
  return { predictions, actual, kwargs };
}

function pairOf(form: RecordForm, random: Random, dirt: number): readonly [JsonObject, JsonObject] {
  const labelOf = (): unknown => {
    if (random.chance(dirt)) return random.pick<unknown>(noLabels);
    return random.chance(0.1) ? random.pick(otherLabels) : random.pick(labels);
  };
  const isLost = () => random.chance(dirt / 4);
  for (;;) {
    const label = labelOf();
    const evidence = form.evidence(random, dirt);
    const gold = without({ label, evidence }, isLost);
    const predicted_label = random.chance(0.7) ? label : labelOf();
    const prediction = without(
      { predicted_label, predicted_evidence: form.predicted(random, dirt, evidence) },
      isLost,
    );
    if (form.accepts(gold, prediction)) return [gold, prediction];
  }
}

function without(record: JsonObject, isLost: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !isLost(key)));
}

/** The lists among the items of evidence sets. */
function itemsOf(evidence: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.flat().filter((item): item is readonly unknown[] => Array.isArray(item));
}
