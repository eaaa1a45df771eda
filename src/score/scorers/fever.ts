import { foundOf } from '../../text/found-of.ts';
import { firstPieces, hasCompleteSet, shareInSets, smallestSet } from '../evidence-sets.ts';
import { comparedLabel, isSameLabel } from '../label-equality.ts';
import { lenientPiece } from '../lenient-piece.ts';
import { failAsFever } from '../official/fail-as-fever.ts';
import { feverPieceOfId, oddPiece, type Piece, pieceOf } from '../piece.ts';
import { readGoldLabel, readPredictedPieces } from '../read-record.ts';
import type { Flaw, Gold, JsonObject, Prediction, ScoreOptions, Scorer } from '../scorer.ts';

/** The label whose claims need no evidence. */
const noEvidenceLabel = 'NOT ENOUGH INFO';

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
  deviations: [],
  readGold(record, options) {
    const flaws: Flaw[] = [];
    const label = readGoldLabel(record, flaws);
    const withoutSentence = new Set<Piece>();
    const sets = readSets(record, flaws, withoutSentence, options);
    if (label === undefined || sets === undefined) return { value: undefined, flaws };
    const isVerifiable = comparedLabel(label, options) !== noEvidenceLabel;
    return { value: { label, sets, isVerifiable, withoutSentence }, flaws };
  },
  readPrediction: (record, options) =>
    readPredictedPieces(
      record,
      (item) => predictedPiece(item, options),
      'a page with the number of a sentence, or an evidence id',
    ),
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
  sameLabel: isSameLabel,
  failAsOfficial: failAsFever,
};

function readSets(
  record: JsonObject,
  flaws: Flaw[],
  withoutSentence: Set<Piece>,
  options: ScoreOptions,
): Piece[][] | undefined {
  const { evidence } = record;
  if (!Array.isArray(evidence)) {
    flaws.push(
      evidence === undefined
        ? { path: [], messageId: 'noEvidence' }
        : {
            path: ['evidence'],
            messageId: 'evidence',
            data: { found: foundOf(evidence), expected: 'a list of evidence sets' },
          },
    );
    return undefined;
  }
  const sets: Piece[][] = [];
  for (const [which, set] of (evidence as unknown[]).entries()) {
    if (!Array.isArray(set)) {
      flaws.push({
        path: ['evidence', which],
        messageId: 'evidence',
        data: { found: foundOf(set), expected: 'an evidence set' },
      });
      return undefined;
    }
    const pieces: Piece[] = [];
    for (const [at, item] of (set as unknown[]).entries()) {
      const piece = goldPiece(item, withoutSentence, options);
      if (piece === undefined) {
        flaws.push({
          path: ['evidence', which, at],
          messageId: 'evidence',
          data: { found: foundOf(item), expected: 'a tuple of FEVER, or an evidence id' },
        });
        return undefined;
      }
      pieces.push(piece);
    }
    sets.push(pieces);
  }
  return sets;
}

/** The piece of `[annotation_id, evidence_id, page, sentence]` or of an evidence id. */
function goldPiece(item: unknown, withoutSentence: Set<Piece>, options: ScoreOptions): Piece | undefined {
  if (typeof item === 'string') return spelled(feverPieceOfId(item), options);
  if (!Array.isArray(item) || item.length < 4) return undefined;
  const [, , page, line] = item as unknown[];
  const piece = sentencePiece(page, line, options) ?? oddPiece([page, line]);
  if (line === null) withoutSentence.add(piece);
  return piece;
}

function predictedPiece(item: unknown, options: ScoreOptions): Piece | undefined {
  if (typeof item === 'string') return options.official ? undefined : spelled(feverPieceOfId(item), options);
  return Array.isArray(item) && item.length === 2 ? sentencePiece(item[0], item[1], options) : undefined;
}

function sentencePiece(page: unknown, line: unknown, options: ScoreOptions): Piece | undefined {
  // Python's True is the number 1.
  const number = typeof line === 'boolean' ? Number(line) : line;
  if (typeof page !== 'string' || typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return spelled(pieceOf(page, 'sentence', number), options);
}

function spelled(piece: Piece | undefined, { lenient }: ScoreOptions): Piece | undefined {
  return piece !== undefined && lenient ? lenientPiece(piece) : piece;
}
