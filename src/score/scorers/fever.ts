import { firstPieces, hasCompleteSet, shareInSets, smallestSet } from '../evidence/evidence-sets.ts';
import { lenientPiece } from '../evidence/lenient-piece.ts';
import { feverPieceOfId, oddPiece, type Piece, sentencePieceOf } from '../evidence/piece.ts';
import { readSets } from '../evidence/read-sets.ts';
import { comparedLabel, isSameLabel } from '../labels/label-equality.ts';
import { failAsFever, failAsFeverAtEnd, noEvidenceLabel } from '../official/fail-as-fever.ts';
import { pythonElement } from '../official/python-value.ts';
import { piecesAsPython, setsAsPython } from '../official/read-as-python.ts';
import { quickFever } from '../quick/fever.ts';
import { readGoldLabel, readPredictedPieces } from '../read-record.ts';
import type { Flaw, Gold, Prediction, ScoreOptions, Scorer } from '../scorer.ts';

/** Of most claims. */
const none: ReadonlySet<Piece> = new Set();

/** What stands for evidence of claims that have none. */
const nowhere = oddPiece([null, null]);

export interface FeverGold extends Gold {
  /** Whether evidence is asked for. */
  readonly isVerifiable: boolean;
  /** Pieces without a sentence, which count for recall and not for precision. */
  readonly withoutSentence: ReadonlySet<Piece>;
}

/** FEVER score, label accuracy and evidence figures (Thorne et al. 2018), as `fever_score` of fever-scorer computes them. */
export const fever: Scorer<FeverGold, Prediction> = {
  id: 'fever',
  title: 'FEVER',
  url: 'https://github.com/sheffieldnlp/fever-scorer',
  about: 'label and a complete evidence set among the first five predicted pieces',
  customFor: ['fever', 'jsonl'],
  reads: ['fever', 'jsonl'],
  parts: ['claims', 'strict', 'labels', 'verifiable', 'precision', 'recall'],
  figures: [
    {
      id: 'feverScore',
      title: 'FEVER score',
      about:
        'Share of claims with the right label and, unless it is NOT ENOUGH INFO, a complete evidence set among the predicted pieces that count.',
    },
    { id: 'labelAccuracy', title: 'label accuracy', about: 'Share of claims with the right label.' },
    {
      id: 'evidencePrecision',
      title: 'evidence precision',
      about: 'Mean over verifiable claims of the share of predicted pieces that stand in any gold set.',
      emptyIsOne: 'of claims for which no evidence is predicted or needed',
    },
    {
      id: 'evidenceRecall',
      title: 'evidence recall',
      about: 'Share of verifiable claims of which a complete gold set was predicted.',
    },
    {
      id: 'evidenceF1',
      title: 'evidence F1',
      about: 'Harmonic mean of evidence precision and evidence recall.',
    },
  ],
  deviations: [
    'A claim for which nothing is predicted has precision 1: a system that predicts no evidence has evidence precision 1 and recall 0. So have claims none of which is verifiable, as in a break-down by label.',
    'Where evidence precision and recall are both 0, F1 is 0, as in fever-scorer 2.0.39; older copies of the scorer divide by zero.',
    'A prediction without label or evidence counts as wrong, a piece of another form as a miss; the official code stops at them, at pieces only where the label is right. With `--official` so does this.',
    'A gold record whose label needs evidence and whose evidence is no list of sets is left out; the official code stops, or takes a text for the list of its letters.',
    'Predicted pieces may be evidence ids (`Title_sentence_3`), whose titles are spelled as FEVER spells pages. With `--official` a text is no piece.',
    'JSON of JavaScript has one kind of number: a sentence `1.0` is 1, which the official code refuses where the label is right, and numbers from 2^53 on are rounded.',
  ],
  readGold(record, options) {
    const flaws: Flaw[] = [];
    const label = readGoldLabel(record, flaws);
    if (label === undefined) return { value: undefined, flaws };
    const isVerifiable = comparedLabel(label, options) !== noEvidenceLabel;
    let withoutSentence: Set<Piece> | undefined;
    const toPiece = (item: unknown): Piece | undefined => {
      const piece = goldPiece(item, options);
      if (piece !== undefined && Array.isArray(item) && item[3] === null) {
        withoutSentence ??= new Set();
        withoutSentence.add(piece);
      }
      return piece;
    };
    const sets = options.official
      ? setsAsPython(record, (item) => toPiece(item) ?? oddPiece(pageAndLine(item)))
      : readSets(record, isVerifiable ? flaws : [], toPiece, 'a tuple of FEVER, or an evidence id');
    // Whether a claim is right that needs no evidence, its label alone says.
    if (sets === undefined && isVerifiable) return { value: undefined, flaws };
    return {
      value: { label, sets: sets ?? [], isVerifiable, withoutSentence: withoutSentence ?? none },
      flaws,
    };
  },
  readPrediction(record, options) {
    const toPiece = (item: unknown) => predictedPiece(item, options);
    const read = readPredictedPieces(
      record,
      toPiece,
      'a page with the number of a sentence, or an evidence id',
    );
    if (!options.official || Array.isArray(record.predicted_evidence)) return read;
    const pieces = piecesAsPython(record.predicted_evidence, toPiece);
    return { value: { label: read.value.label, pieces }, flaws: read.flaws };
  },
  nothing: { label: undefined, pieces: [] },
  outcomeOf(gold, prediction, options) {
    const isRight = prediction.label !== undefined && isSameLabel(gold.label, prediction.label, options);
    const right = isRight ? 1 : 0;
    if (!gold.isVerifiable) return [1, right, right, 0, 0, 0];
    const pieces = firstPieces(prediction.pieces, options.maxEvidence);
    const isComplete = hasCompleteSet(gold.sets, pieces);
    const precision = shareInSets(gold.sets, pieces, (piece) => !gold.withoutSentence.has(piece));
    // Where there is no set at all there is nothing to find.
    return [1, isComplete ? right : 0, right, 1, precision, isComplete || gold.sets.length === 0 ? 1 : 0];
  },
  figuresOf([claims = 0, strict = 0, labels = 0, verifiable = 0, precision = 0, recall = 0]) {
    if (claims === 0) return [null, null, null, null, null];
    const p = verifiable > 0 ? precision / verifiable : 1;
    const r = verifiable > 0 ? recall / verifiable : 0;
    return [strict / claims, labels / claims, p, r, p + r > 0 ? (2 * p * r) / (p + r) : 0];
  },
  bounds: [
    {
      id: 'goldEvidence',
      title: 'with gold evidence',
      replace: (gold, prediction) => ({ ...prediction, pieces: smallestSet(gold.sets) }),
    },
    {
      id: 'goldLabel',
      title: 'with gold label',
      replace: (gold, prediction) => ({ ...prediction, label: gold.label }),
    },
  ],
  quick: quickFever,
  officialJoin: {
    by: 'position',
    failure: ['AssertionError', 'actual data and predicted data length must match'],
  },
  sameLabel: isSameLabel,
  failAsOfficial: failAsFever,
  failAsOfficialAtEnd: failAsFeverAtEnd,
};

/** The piece of `[annotation_id, evidence_id, page, sentence]` or of an evidence id. */
function goldPiece(item: unknown, options: ScoreOptions): Piece | undefined {
  if (typeof item === 'string') return spelled(feverPieceOfId(item), options);
  if (!Array.isArray(item) || item.length < 4) return undefined;
  const [, , page, line] = item as unknown[];
  if (page === null && line === null) return nowhere;
  return sentencePiece(page, line, options) ?? oddPiece([page, line]);
}

/** The two parts that count of what stands where a tuple should. @throws OfficialFailure */
function pageAndLine(item: unknown): readonly unknown[] {
  return [pythonElement(item, 2), pythonElement(item, 3)];
}

function predictedPiece(item: unknown, options: ScoreOptions): Piece | undefined {
  if (typeof item === 'string') return options.official ? undefined : spelled(feverPieceOfId(item), options);
  return Array.isArray(item) && item.length === 2 ? sentencePiece(item[0], item[1], options) : undefined;
}

function sentencePiece(page: unknown, line: unknown, options: ScoreOptions): Piece | undefined {
  // Python's True is the number 1.
  const number = typeof line === 'boolean' ? Number(line) : line;
  if (typeof page !== 'string' || typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return spelled(sentencePieceOf(page, number), options);
}

function spelled(piece: Piece | undefined, { lenient }: ScoreOptions): Piece | undefined {
  return piece !== undefined && lenient ? lenientPiece(piece) : piece;
}
