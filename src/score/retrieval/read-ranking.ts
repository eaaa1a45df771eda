import { foundOf } from '../../text/found-of.ts';
import { isOdd, type Piece } from '../evidence/piece.ts';
import { firstKey } from '../read-record.ts';
import type { Flaw, JsonObject, Prediction, Read, ScoreOptions } from '../scorer.ts';
import { claimPiece } from './claim-piece.ts';
import { type DocumentKey, documentPiece, keyOfDocument, keyOfPiece } from './document-key.ts';
import { rankDocuments, type ScoredDocument } from './rank-documents.ts';

/** What was retrieved for a query. */
export interface RetrievalPrediction extends Prediction {
  /** The documents, best first, each once. */
  readonly ranking: readonly DocumentKey[];
  /** Whether the run has nothing for the query. */
  readonly isMissing: boolean;
}

/**
 * The ranking of a record: `ranking` with documents and their scores in any order, or `predicted_evidence` best first; of claimset's own
 * records the evidence sets one after the other. Of a document that stands twice the first counts.
 */
export function readRanking(record: JsonObject, options: ScoreOptions): Read<RetrievalPrediction> {
  const flaws: Flaw[] = [];
  const key = firstKey(record, ['ranking', 'predicted_evidence', 'evidence']);
  const items = key === undefined ? undefined : record[key];
  if (key !== undefined && Array.isArray(items)) {
    const value =
      key === 'ranking' ? readRanked(items, flaws, options) : readListed(key, items, flaws, options);
    return { value, flaws };
  }
  if (key === undefined) flaws.push({ path: [], messageId: 'noEvidence' });
  else flaws.push({ path: [key], messageId: 'evidence', data: { found: foundOf(items) } });
  return { value: new Ranking([], () => []), flaws };
}

/** Its pieces are made when they are asked for: few of the claims are shown. */
class Ranking implements RetrievalPrediction {
  readonly label = undefined;
  readonly isMissing = false;
  readonly ranking: readonly DocumentKey[];
  readonly #makePieces: () => readonly Piece[];
  #pieces: readonly Piece[] | undefined;

  constructor(ranking: readonly DocumentKey[], makePieces: () => readonly Piece[]) {
    this.ranking = ranking;
    this.#makePieces = makePieces;
  }

  get pieces(): readonly Piece[] {
    this.#pieces ??= this.#makePieces();
    return this.#pieces;
  }
}

function readRanked(items: readonly unknown[], flaws: Flaw[], options: ScoreOptions): Ranking {
  const documents: ScoredDocument[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    const [document, score] = Array.isArray(item) ? (item as unknown[]) : [];
    if (typeof document !== 'string' || typeof score !== 'number' || Number.isNaN(score)) {
      const data = { found: foundOf(item), expected: 'a document and its score' };
      flaws.push({ path: ['ranking', at], messageId: 'piece', data });
    } else if (seen.size === seen.add(document).size) {
      flaws.push({ path: ['ranking', at], messageId: 'repeated', data: { document } });
    } else documents.push({ document, score: Math.fround(score) });
  }
  rankDocuments(documents);
  const ids = documents.map(({ document }) => document);
  // Ids that differ may be the same leniently, and only then.
  const keys = options.lenient ? [...new Set(ids.map((document) => keyOfDocument(document, options)))] : ids;
  return new Ranking(keys, () => ids.map(documentPiece));
}

function readListed(key: string, items: readonly unknown[], flaws: Flaw[], options: ScoreOptions): Ranking {
  const pieces = new Map<DocumentKey, Piece>();
  const isNative = key === 'evidence';
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    const inner: readonly unknown[] = isNative && Array.isArray(item) ? item : [item];
    for (let within = 0; within < inner.length; within++) {
      const path = inner === item ? [key, at, within] : [key, at];
      const found = inner[within];
      const piece = claimPiece(found);
      if (piece === undefined || isOdd(piece)) {
        const expected = 'an evidence id, or what the dataset has for one';
        flaws.push({ path, messageId: 'piece', data: { found: foundOf(found), expected } });
        continue;
      }
      const document = keyOfPiece(piece, options);
      if (!pieces.has(document)) pieces.set(document, piece);
      // Sets may share what they need.
      else if (!isNative) {
        const shown = typeof found === 'string' ? found : JSON.stringify(found);
        flaws.push({ path, messageId: 'repeated', data: { document: shown } });
      }
    }
  }
  return new Ranking([...pieces.keys()], () => [...pieces.values()]);
}
