import { foundOf } from '../../text/found-of.ts';
import { isObject } from '../../text/is-object.ts';
import { oddPiece, type Piece } from '../evidence/piece.ts';
import { comparedLabel } from '../labels/label-equality.ts';
import type { Flaw, Gold, JsonObject, Read, ScoreOptions } from '../scorer.ts';
import { goldClaimPiece } from './claim-piece.ts';
import { type DocumentKey, documentPiece, keyOfDocument, keyOfPiece } from './document-key.ts';

/** Which documents a query asks for. */
export interface RetrievalGold extends Gold {
  /** Of the relevant documents, above 0. */
  readonly grades: ReadonlyMap<DocumentKey, number>;
  /** Documents that are needed together, any one set of them; `undefined` where nobody says, as in judgements. */
  readonly needed: readonly (readonly DocumentKey[])[] | undefined;
}

/**
 * The relevant documents of a record: those with a grade above 0 in `relevant`, or all that stand in any evidence set of a claim.
 * `undefined` where there are none, as for claims that nothing decides; with `official` judgements without a relevant document count.
 */
export function readRelevance(record: JsonObject, options: ScoreOptions): Read<RetrievalGold | undefined> {
  const flaws: Flaw[] = [];
  const value = Object.hasOwn(record, 'relevant')
    ? readJudgements(record.relevant, flaws, options)
    : readClaim(record, flaws, options);
  return { value, flaws };
}

function readJudgements(relevant: unknown, flaws: Flaw[], options: ScoreOptions): RetrievalGold | undefined {
  const refuse = (path: Flaw['path'], found: unknown, expected: string): undefined => {
    flaws.push({ path, messageId: 'evidence', data: { found: foundOf(found), expected } });
  };
  if (!isObject(relevant)) return refuse(['relevant'], relevant, 'an object with the grades of documents');
  const grades = new Map<DocumentKey, number>();
  const sets: Piece[][] = [];
  for (const [document, grade] of Object.entries(relevant)) {
    if (typeof grade !== 'number' || !Number.isSafeInteger(grade))
      return refuse(['relevant', document], grade, 'a whole number as the grade of a document');
    if (grade <= 0) continue;
    const key = keyOfDocument(document, options);
    grades.set(key, Math.max(grade, grades.get(key) ?? 0));
    sets.push([documentPiece(document)]);
  }
  return grades.size === 0 && !options.official ? undefined : { label: '', sets, grades, needed: undefined };
}

function readClaim(record: JsonObject, flaws: Flaw[], options: ScoreOptions): RetrievalGold | undefined {
  const label = typeof record.label === 'string' ? record.label : '';
  if (comparedLabel(label, options) === 'NOT ENOUGH INFO') return undefined;
  const { evidence } = record;
  if (evidence === undefined) {
    flaws.push({ path: [], messageId: 'noEvidence' });
    return undefined;
  }
  const refuse = (path: Flaw['path'], found: unknown): undefined => {
    const data = { found: foundOf(found), expected: 'evidence sets, each a list' };
    flaws.push({ path, messageId: 'evidence', data });
  };
  if (!Array.isArray(evidence)) return refuse(['evidence'], evidence);
  const sets: Piece[][] = [];
  const needed: DocumentKey[][] = [];
  const grades = new Map<DocumentKey, number>();
  for (const [which, set] of (evidence as unknown[]).entries()) {
    // A set of FEVEROUS is an object.
    const items: unknown = isObject(set) ? set.content : set;
    if (!Array.isArray(items)) return refuse(['evidence', which], set);
    if (items.length === 0) continue;
    // What names no document can never be found: its set is never complete.
    const pieces = (items as unknown[]).map((item) => goldClaimPiece(item) ?? oddPiece(item));
    const keys = pieces.map((piece) => keyOfPiece(piece, options));
    for (const [at, item] of (items as unknown[]).entries())
      if (goldClaimPiece(item) !== undefined) grades.set(keys[at] ?? '', 1);
    sets.push(pieces);
    needed.push(keys);
  }
  return grades.size === 0 ? undefined : { label, sets, grades, needed };
}
