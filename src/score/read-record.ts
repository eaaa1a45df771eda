import { foundOf } from '../text/found-of.ts';
import { oddPiece, type Piece } from './evidence/piece.ts';
import type { Flaw, JsonObject, Prediction, Read } from './scorer.ts';

/** The first of the keys that a record has. */
export function firstKey(record: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) if (Object.hasOwn(record, key)) return key;
  return undefined;
}

/** The label of a gold record; `undefined` where it has none, which is then among the flaws. */
export function readGoldLabel(record: JsonObject, flaws: Flaw[], key = 'label'): string | undefined {
  const label = Object.hasOwn(record, key) ? record[key] : undefined;
  if (typeof label === 'string') return label;
  if (label === undefined) flaws.push({ path: [], messageId: 'noLabel' });
  else flaws.push({ path: [key], messageId: 'label', data: { found: foundOf(label) } });
  return undefined;
}

/** Keys under which predictions have their label, the first that is there. The last is that of claimset's own records. */
export const predictedLabelKeys = ['predicted_label', 'prediction', 'predicted', 'label'];

/** Likewise of records that have gold evidence besides what was predicted: their `label` is the gold one. */
const labelKeysBesideGold = predictedLabelKeys.slice(0, -1);

/** Whether a gold record says what was predicted, and so is a prediction, too. */
export function hasPrediction(record: JsonObject): boolean {
  return firstKey(record, [...labelKeysBesideGold, 'predicted_evidence', 'ranking']) !== undefined;
}

/** The predicted label; `undefined` where there is none, which is then among the flaws. */
export function readPredictedLabel(record: JsonObject, flaws: Flaw[]): string | undefined {
  const hasGold = Object.hasOwn(record, 'evidence') && Object.hasOwn(record, 'predicted_evidence');
  const key = firstKey(record, hasGold ? labelKeysBesideGold : predictedLabelKeys);
  const label = key === undefined ? undefined : record[key];
  if (typeof label === 'string') return label;
  if (key === undefined) flaws.push({ path: [], messageId: 'noLabel' });
  else flaws.push({ path: [key], messageId: 'label', data: { found: foundOf(label) } });
  return undefined;
}

/**
 * The label and the pieces of a prediction: `predicted_label` and `predicted_evidence`, or a record of claimset's own, whose evidence
 * sets are taken one after the other.
 *
 * @param pieceOf the piece of an item; `undefined` for one that no gold evidence can equal
 * @param expected what an item should be, for the flaw
 * @param keys under which predictions have their evidence, the first that is there; `evidence` is that of claimset's own records
 */
export function readPredictedPieces(
  record: JsonObject,
  pieceOf: (item: unknown) => Piece | undefined,
  expected: string,
  keys: readonly string[] = ['predicted_evidence', 'evidence'],
): Read<Prediction> {
  const flaws: Flaw[] = [];
  const label = readPredictedLabel(record, flaws);
  const key = firstKey(record, keys);
  const items = key === undefined ? undefined : record[key];
  if (key === undefined) flaws.push({ path: [], messageId: 'noEvidence' });
  else if (!Array.isArray(items)) {
    flaws.push({ path: [key], messageId: 'evidence', data: { found: foundOf(items) } });
  }
  if (key === undefined || !Array.isArray(items)) return { value: { label, pieces: [] }, flaws };
  const pieces: Piece[] = [];
  const add = (item: unknown, at: number, within?: number): void => {
    const piece = pieceOf(item);
    pieces.push(piece ?? oddPiece(item));
    if (piece !== undefined) return;
    const path = within === undefined ? [key, at] : [key, at, within];
    flaws.push({ path, messageId: 'piece', data: { found: foundOf(item), expected } });
  };
  const isNative = key === 'evidence';
  for (let at = 0; at < items.length; at++) {
    const item: unknown = items[at];
    if (!isNative || !Array.isArray(item)) add(item, at);
    else for (let within = 0; within < item.length; within++) add(item[within], at, within);
  }
  return { value: { label, pieces }, flaws };
}
