import { foundOf } from '../text/found-of.ts';
import { oddPiece, type Piece } from './piece.ts';
import type { Flaw, JsonObject, Prediction, Read } from './scorer.ts';

/** The first of the keys that a record has. */
export function firstKey(record: JsonObject, keys: readonly string[]): string | undefined {
  return keys.find((key) => Object.hasOwn(record, key));
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
const labelKeys = ['predicted_label', 'prediction', 'predicted', 'label'];

/** The predicted label; `undefined` where there is none, which is then among the flaws. */
export function readPredictedLabel(record: JsonObject, flaws: Flaw[]): string | undefined {
  const key = firstKey(record, labelKeys);
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
 */
export function readPredictedPieces(
  record: JsonObject,
  pieceOf: (item: unknown) => Piece | undefined,
  expected: string,
): Read<Prediction> {
  const flaws: Flaw[] = [];
  const label = readPredictedLabel(record, flaws);
  const key = firstKey(record, ['predicted_evidence', 'evidence']);
  const items = key === undefined ? undefined : record[key];
  if (key === undefined) flaws.push({ path: [], messageId: 'noEvidence' });
  else if (!Array.isArray(items)) {
    flaws.push({ path: [key], messageId: 'evidence', data: { found: foundOf(items) } });
  }
  if (key === undefined || !Array.isArray(items)) return { value: { label, pieces: [] }, flaws };
  const pieces: Piece[] = [];
  const isNative = key === 'evidence';
  for (let at = 0; at < items.length; at++) {
    const item: unknown = items[at];
    const inner = isNative && Array.isArray(item) ? item : [item];
    for (let within = 0; within < inner.length; within++) {
      const piece = pieceOf(inner[within]);
      pieces.push(piece ?? oddPiece(inner[within]));
      if (piece !== undefined) continue;
      const path = inner === item ? [key, at, within] : [key, at];
      flaws.push({ path, messageId: 'piece', data: { found: foundOf(inner[within]), expected } });
    }
  }
  return { value: { label, pieces }, flaws };
}
