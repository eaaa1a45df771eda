import { foundOf } from '../../text/found-of.ts';
import { isObject } from '../../text/is-object.ts';
import type { Flaw, JsonObject } from '../scorer.ts';
import type { Piece } from './piece.ts';

/**
 * The evidence sets of a gold record; `undefined` where something else stands there, which is then among the flaws. A set is a list,
 * or an object whose `content` is one.
 *
 * @param pieceOf the piece of an item of a set; `undefined` for one that is none
 * @param expected what an item should be, for the flaw
 */
export function readSets(
  record: JsonObject,
  flaws: Flaw[],
  pieceOf: (item: unknown) => Piece | undefined,
  expected: string,
): Piece[][] | undefined {
  const evidence = Object.hasOwn(record, 'evidence') ? record.evidence : undefined;
  if (evidence === undefined) {
    flaws.push({ path: [], messageId: 'noEvidence' });
    return undefined;
  }
  if (!Array.isArray(evidence)) {
    flaws.push(otherThan('a list of evidence sets', evidence, ['evidence']));
    return undefined;
  }
  const sets: Piece[][] = [];
  for (let which = 0; which < evidence.length; which++) {
    const set: unknown = evidence[which];
    const items = isObject(set) ? set.content : set;
    if (!Array.isArray(items)) {
      flaws.push(otherThan('an evidence set', set, ['evidence', which]));
      return undefined;
    }
    const pieces: Piece[] = [];
    for (let at = 0; at < items.length; at++) {
      const piece = pieceOf(items[at]);
      if (piece === undefined) {
        const path = ['evidence', which, ...(items === set ? [] : ['content']), at];
        flaws.push(otherThan(expected, items[at], path));
        return undefined;
      }
      pieces.push(piece);
    }
    sets.push(pieces);
  }
  return sets;
}

function otherThan(expected: string, found: unknown, path: Flaw['path']): Flaw {
  return { path, messageId: 'evidence', data: { found: foundOf(found), expected } };
}
