import { hasCompleteSet, shareInSets, smallestSet } from '../evidence/evidence-sets.ts';
import { feverousPieceOfId, triplePiece, withinBudgets } from '../evidence/feverous-piece.ts';
import { lenientPiece } from '../evidence/lenient-piece.ts';
import { oddPiece, type Piece } from '../evidence/piece.ts';
import { readSets } from '../evidence/read-sets.ts';
import { isSameLabel } from '../labels/label-equality.ts';
import { failAsFeverous, failAsFeverousAtEnd } from '../official/fail-as-feverous.ts';
import { goldHasIds, predictionHasIds } from '../official/has-ids.ts';
import { pythonElement, pythonMember } from '../official/python-value.ts';
import { piecesAsPython, setsAsPython } from '../official/read-as-python.ts';
import { splitAsEvaluate } from '../official/split-as-evaluate.ts';
import { quickFeverous } from '../quick/feverous.ts';
import { readGoldLabel, readPredictedPieces } from '../read-record.ts';
import type { Flaw, Gold, JsonObject, Prediction, ScoreOptions, Scorer } from '../scorer.ts';

export interface FeverousGold extends Gold {
  /** Pieces without a title, which count for recall and not for precision. */
  readonly withoutTitle: ReadonlySet<Piece>;
  /** Whether the official code takes predictions for this record as they stand, and takes no ids apart. */
  readonly takesTriples: boolean;
}

export interface FeverousPrediction extends Prediction {
  /** With `official`, where ids may be predicted: the predicted evidence, for gold of triples, with which no ids are taken apart. */
  readonly items?: unknown;
}

/** Of most claims. */
const none: ReadonlySet<Piece> = new Set();

/** What an item should be, for flaws. */
const expected = 'a triple of title, kind and position, or an evidence id';

/** FEVEROUS score, label accuracy and evidence figures (Aly et al. 2021), as `feverous_score` and `evaluate.py` compute them. */
export const feverous: Scorer<FeverousGold, FeverousPrediction> = {
  id: 'feverous',
  title: 'FEVEROUS',
  url: 'https://github.com/Raldir/FEVEROUS',
  about: 'label and a complete evidence set among the first 5 predicted sentences and 25 predicted cells',
  customFor: ['feverous'],
  reads: ['feverous', 'jsonl'],
  parts: ['claims', 'strict', 'labels', 'precision', 'recall'],
  figures: [
    {
      id: 'feverousScore',
      title: 'FEVEROUS score',
      about:
        'Share of claims with the right label and a complete evidence set among the predicted pieces that count.',
    },
    { id: 'labelAccuracy', title: 'label accuracy', about: 'Share of claims with the right label.' },
    {
      id: 'evidencePrecision',
      title: 'evidence precision',
      about: 'Mean over claims of the share of predicted pieces that stand in any gold set.',
      emptyIsOne: 'of claims for which no evidence is predicted',
    },
    {
      id: 'evidenceRecall',
      title: 'evidence recall',
      about: 'Share of claims of which a complete gold set was predicted.',
    },
    {
      id: 'evidenceF1',
      title: 'evidence F1',
      about: 'Harmonic mean of evidence precision and evidence recall.',
    },
  ],
  deviations: [
    'A claim for which nothing is predicted has precision 1: a system that predicts no evidence has evidence precision 1 and recall 0.',
    'Evidence ids are taken apart from the right, so that titles may hold underscores. `evaluate.py` takes them apart from the left and cuts such titles, and with `--official` so does this.',
    'Where evidence precision and recall are both 0, F1 is 0; the official code divides by zero.',
    'No claim is skipped; `evaluate.py` skips the first line of a file whatever it is, and with `--official` so does this.',
    'A prediction without label or evidence counts as wrong, a piece of another form as a miss; the official code stops at them, at pieces only where the label is right. With `--official` so does this.',
    'A gold record whose evidence is no list of sets of ids or triples is left out; the official code stops, or takes a text for the list of its letters.',
    'Predicted pieces may be ids or triples whatever the gold record has. With `--official` gold of ids asks for ids, gold of triples for triples.',
    'NOT ENOUGH INFO is a label like the others: it needs a complete evidence set. Where a claim has no set at all none can be complete, and recall is 1.',
  ],
  readGold(record, options) {
    const flaws: Flaw[] = [];
    const label = readGoldLabel(record, flaws);
    let withoutTitle: Set<Piece> | undefined;
    const toPiece = (item: unknown): Piece | undefined => {
      const piece = typeof item === 'string' ? idPiece(item, options) : goldTriple(item, options);
      if (piece !== undefined && Array.isArray(item) && item[0] === null) {
        withoutTitle ??= new Set();
        withoutTitle.add(piece);
      }
      return piece;
    };
    const takesTriples = options.official && goldHasIds(record) === false;
    const sets = options.official
      ? officialSets(record, takesTriples, toPiece, options)
      : readSets(record, flaws, toPiece, expected);
    if (label === undefined || sets === undefined) return { value: undefined, flaws };
    return { value: { label, sets, withoutTitle: withoutTitle ?? none, takesTriples }, flaws };
  },
  readPrediction(record, options) {
    const { predicted_evidence: items } = record;
    // Where the first piece is no id, the official code does not take any text for one.
    const takesIds = !options.official || !Array.isArray(items) || predictionHasIds(record);
    const toPiece = (item: unknown) => predictedPiece(item, takesIds, options);
    const read = readPredictedPieces(record, toPiece, expected);
    if (!options.official || !takesIds) return read;
    const pieces = Array.isArray(items) ? read.value.pieces : piecesAsPython(items, toPiece);
    return { value: { label: read.value.label, pieces, items }, flaws: read.flaws };
  },
  nothing: { label: undefined, pieces: [] },
  outcomeOf(gold, prediction, options) {
    const { label, items } = prediction;
    const pieces = withinBudgets(
      gold.takesTriples && items !== undefined
        ? piecesAsPython(items, (item) => predictedPiece(item, false, options))
        : prediction.pieces,
      options,
    );
    const right = label !== undefined && isSameLabel(gold.label, label, options) ? 1 : 0;
    const isComplete = hasCompleteSet(gold.sets, pieces);
    const precision = shareInSets(gold.sets, pieces, (piece) => !gold.withoutTitle.has(piece));
    // Where there is no set at all there is nothing to find.
    return [1, isComplete ? right : 0, right, precision, isComplete || gold.sets.length === 0 ? 1 : 0];
  },
  figuresOf([claims = 0, strict = 0, labels = 0, precision = 0, recall = 0]) {
    if (claims === 0) return [null, null, null, null, null];
    const p = precision / claims;
    const r = recall / claims;
    return [strict / claims, labels / claims, p, r, p + r > 0 ? (2 * p * r) / (p + r) : 0];
  },
  bounds: [
    {
      id: 'goldEvidence',
      title: 'with gold evidence',
      replace: ({ sets }, { label }, options) => {
        const distinct = sets.map((set) => [...new Set(set)]);
        const fitting = distinct.filter((set) => withinBudgets(set, options).length === set.length);
        return { label, pieces: smallestSet(fitting.length > 0 ? fitting : distinct) };
      },
    },
    {
      id: 'goldLabel',
      title: 'with gold label',
      replace: (gold, prediction) => ({ ...prediction, label: gold.label }),
    },
  ],
  quick: quickFeverous,
  officialJoin: {
    by: 'position',
    failure: ['AssertionError', 'actual data and predicted data length must match'],
  },
  sameLabel: isSameLabel,
  failAsOfficial: failAsFeverous,
  failAsOfficialAtEnd: failAsFeverousAtEnd,
};

/** What the official code makes of gold evidence, whatever it is. */
function officialSets(
  record: JsonObject,
  takesTriples: boolean,
  toPiece: (item: unknown) => Piece | undefined,
  options: ScoreOptions,
): readonly (readonly Piece[])[] {
  if (!takesTriples) return setsAsPython(record, (item) => toPiece(item) ?? oddPiece(item), contentOf);
  return setsAsPython(record, (item) => {
    const triple = Array.isArray(item) ? toPiece(item) : undefined;
    return (
      triple ?? pieceOfParts(pythonElement(item, 0), pythonElement(item, 1), pythonElement(item, 2), options)
    );
  });
}

function contentOf(set: unknown): unknown {
  return Array.isArray(set) ? set : pythonMember(set, 'content');
}

function idPiece(id: string, options: ScoreOptions): Piece | undefined {
  if (!options.official) return spelled(feverousPieceOfId(id), options);
  return id.includes('_') ? spelled(triplePiece(...splitAsEvaluate(id)), options) : undefined;
}

function goldTriple(item: unknown, options: ScoreOptions): Piece | undefined {
  if (!Array.isArray(item) || item.length < 3) return undefined;
  return pieceOfParts(item[0], item[1], item[2], options);
}

function predictedPiece(item: unknown, takesIds: boolean, options: ScoreOptions): Piece | undefined {
  if (typeof item === 'string') return takesIds ? idPiece(item, options) : undefined;
  if (!Array.isArray(item) || item.length !== 3) return undefined;
  const [title, kind, position] = item as unknown[];
  if (typeof title !== 'string' || typeof kind !== 'string' || typeof position !== 'string') return undefined;
  return spelled(triplePiece(title, kind, position), options);
}

function pieceOfParts(title: unknown, kind: unknown, position: unknown, options: ScoreOptions): Piece {
  if (typeof title !== 'string' || typeof kind !== 'string' || typeof position !== 'string')
    return oddPiece([title, kind, position]);
  return spelled(triplePiece(title, kind, position), options);
}

function spelled<Spelled extends Piece | undefined>(
  piece: Spelled,
  { lenient }: ScoreOptions,
): Piece | Spelled {
  return piece !== undefined && lenient ? lenientPiece(piece) : piece;
}
