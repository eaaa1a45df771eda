import { cutText } from '../../text/cut-text.ts';
import { inferenceClasses } from '../inference-classes.ts';
import { ClassTable } from '../labels/class-table.ts';
import { comparedLabel } from '../labels/label-equality.ts';
import { readGoldLabel, readPredictedLabel } from '../read-record.ts';
import type { Figure, Flaw, Gold, Prediction, ScoreOptions, Scorer } from '../scorer.ts';

/** Places for classes, the last for all that have none of their own. The datasets of the family have two to six classes. */
const maxClasses = 16;

/** Where the numbers of a class stand in an outcome: those of the claims, the right ones, and then three for each class. */
const before = 2;
const perClass = 3;
const [rightOf, goldOf, predictedOf] = [0, 1, 2];

const parts = [
  'claims',
  'right',
  ...Array.from({ length: maxClasses }, (_, at) => [`right${at}`, `gold${at}`, `predicted${at}`]).flat(),
];

/** Characters of a class in titles: sentences may stand in the place of labels. */
const maxShown = 200;

const overall: readonly Figure[] = [
  { id: 'accuracy', title: 'accuracy', about: 'Share of claims with the right label.' },
  {
    id: 'macroF1',
    title: 'macro F1',
    about: 'Mean over classes of their F1. Classes are all labels that gold or predictions have.',
  },
  { id: 'macroPrecision', title: 'macro precision', about: 'Mean over classes of their precision.' },
  { id: 'macroRecall', title: 'macro recall', about: 'Mean over classes of their recall.' },
];

const deviations = [
  'A claim without a predicted label counts as wrong for its class; having no label is no class of its own.',
  `Classes are told apart up to ${maxClasses - 1}; what is met beyond, such as sentences in the place of labels, counts as one class.`,
  'Labels are compared without case; scikit-learn compares them letter by letter.',
];

/** Label metrics as `precision_recall_fscore_support` of scikit-learn computes them, with `zero_division=0`; evidence does not count. */
export const nli: Scorer = { ...createNliScorer({ lenient: false }), begin: createNliScorer };

/** The scorer for one run, which learns the classes from the claims that it is shown. */
function createNliScorer({ lenient }: Pick<ScoreOptions, 'lenient'>): Scorer {
  const own = new ClassTable(maxClasses);
  // Claims that are only looked at with other options give the run no classes.
  const other = new ClassTable(maxClasses);
  return {
    id: 'nli',
    title: 'Labels (accuracy and macro F1)',
    url: 'https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_fscore_support.html',
    about: 'accuracy, macro F1 and the figures of each class; evidence does not count',
    customFor: [
      'averitec',
      'climate-fever',
      'danish',
      'fever-symmetric',
      'fm2',
      'healthver',
      'nli',
      'pubhealth',
      'vitaminc',
    ],
    reads: ['averitec', 'fever', 'fever-symmetric', 'feverous', 'fm2', 'hover', 'jsonl', 'vitaminc'],
    parts,
    get figures() {
      return [...overall, ...own.goldClasses.flatMap(([name]) => classFigures(name))];
    },
    deviations,
    readGold(record) {
      const flaws: Flaw[] = [];
      const label = readGoldLabel(record, flaws);
      return { value: label === undefined ? undefined : { label, sets: [] }, flaws };
    },
    readPrediction(record) {
      const flaws: Flaw[] = [];
      return { value: { label: readPredictedLabel(record, flaws), pieces: [] }, flaws };
    },
    nothing: { label: undefined, pieces: [] },
    outcomeOf: (gold, prediction, options) =>
      outcomeIn(options.lenient === lenient ? own : other, gold, prediction, options),
    figuresOf: (totals) => figuresIn(own, totals),
    bounds: [],
    officialJoin: {
      by: 'position',
      failure: ['ValueError', 'Found input variables with inconsistent numbers of samples'],
    },
    sameLabel: (gold, predicted, options) => className(gold, options) === className(predicted, options),
  };
}

function className(label: string, options: Pick<ScoreOptions, 'lenient'>): string {
  const name = comparedLabel(label, options);
  return (options.lenient ? inferenceClasses.get(name) : undefined) ?? name;
}

function classFigures(name: string): Figure[] {
  const shown = cutText(name, maxShown);
  return [
    {
      id: `precision:${name}`,
      title: `precision of ${shown}`,
      about: `Share of claims predicted ${shown} that are.`,
    },
    {
      id: `recall:${name}`,
      title: `recall of ${shown}`,
      about: `Share of the claims that are ${shown} predicted so.`,
    },
    { id: `f1:${name}`, title: `F1 of ${shown}`, about: 'Harmonic mean of the two.' },
  ];
}

function outcomeIn(
  classes: ClassTable,
  gold: Gold,
  { label }: Prediction,
  options: Pick<ScoreOptions, 'lenient'>,
): number[] {
  const outcome = new Array<number>(parts.length).fill(0);
  const count = (place: number, what: number): void => {
    outcome[before + place * perClass + what] = 1;
  };
  outcome[0] = 1;
  const wanted = className(gold.label, options);
  const place = classes.placeOf(wanted, true);
  count(place, goldOf);
  if (label === undefined) return outcome;
  const found = className(label, options);
  count(classes.placeOf(found, false), predictedOf);
  if (found !== wanted) return outcome;
  outcome[1] = 1;
  count(place, rightOf);
  return outcome;
}

function figuresIn(classes: ClassTable, totals: readonly number[]): (number | null)[] {
  const gold = classes.goldClasses;
  const [claims = 0, right = 0] = totals;
  if (claims === 0) return new Array<null>(overall.length + gold.length * perClass).fill(null);
  const met = classes.places.map((place) => classScore(totals, place)).filter((score) => score !== undefined);
  const mean = (part: keyof ClassScore): number =>
    met.reduce((sum, score) => sum + score[part], 0) / met.length;
  return [
    right / claims,
    mean('f1'),
    mean('precision'),
    mean('recall'),
    ...gold.flatMap(([, place]) => {
      const score = classScore(totals, place);
      return score === undefined ? [null, null, null] : [score.precision, score.recall, score.f1];
    }),
  ];
}

interface ClassScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The figures of a class, 0 where nothing is divided by nothing; `undefined` where neither gold nor predictions have it. */
function classScore(totals: readonly number[], place: number): ClassScore | undefined {
  const at = before + place * perClass;
  const right = totals[at + rightOf] ?? 0;
  const gold = totals[at + goldOf] ?? 0;
  const predicted = totals[at + predictedOf] ?? 0;
  if (gold + predicted === 0) return undefined;
  return {
    precision: predicted === 0 ? 0 : right / predicted,
    recall: gold === 0 ? 0 : right / gold,
    f1: (2 * right) / (gold + predicted),
  };
}
