import { toNfc } from '../text/normalise.ts';
import { alignProse } from './align/align-prose.ts';
import { alignTables } from './align/align-tables.ts';
import { type Doubt, Matches } from './align/matches.ts';
import type { Article, EvidenceRecord } from './article.ts';
import { type EvidenceKind, isMarker } from './evidence-kind.ts';

/** What an element of an article has become in a newer text of it. */
export interface AlignedRecord {
  readonly record: EvidenceRecord;
  /** `undefined` where nothing in the new text is like it. */
  readonly next: EvidenceRecord | undefined;
  /** Why it is not certain that `next` is the same element; absent where it is, and where there is none. */
  readonly doubt?: Doubt;
  /** Of the texts, 0 to 1; 0 without `next`. */
  readonly similarity: number;
}

/** The elements of an article that claims can cite or stand under, by their ids in NFC, in the order of the text. */
export type Alignment = ReadonlyMap<string, AlignedRecord>;

const proseKinds: readonly EvidenceKind[] = ['sentence', 'item', 'table_caption'];

/**
 * What each element of an article has become in a newer text of it. Texts are compared without white space and in Unicode normal form C.
 *
 * Certain is what could be nothing else: sentences, list items and captions whose text stands once in both articles, wherever it
 * moved to; rows of tables in the same way. Elements that say the same as others are certain only where all of these copies are left and
 * this one is where it was. All else is in doubt: `similar` to what stands in its place by the order of the text, by words in common; or
 * one of several `copies`. No element of the new text is what two of the old have become. Markers of tables and lists are left out.
 */
export function alignArticles(before: Article, after: Article): Alignment {
  const matches = new Matches();
  const [old, next] = [firstsOf(before), firstsOf(after)];
  const ofKinds = (records: readonly EvidenceRecord[], kinds: readonly EvidenceKind[]) =>
    records.filter(({ kind }) => kinds.includes(kind));
  alignProse(ofKinds(old, proseKinds), ofKinds(next, proseKinds), matches);
  alignProse(ofKinds(old, ['section']), ofKinds(next, ['section']), matches);
  alignTables({ ...before, records: old }, { ...after, records: next }, matches);
  return new Map(
    old.map((record): [string, AlignedRecord] => {
      const match = matches.get(record);
      return [
        toNfc(record.id),
        match === undefined ? { record, next: undefined, similarity: 0 } : { record, ...match },
      ];
    }),
  );
}

/** The elements but markers; of two with one id the first, which is what the id finds. */
function firstsOf({ records }: Article): EvidenceRecord[] {
  const ids = new Set<string>();
  return records.filter(({ id, kind }) => {
    if (isMarker(kind) || ids.has(toNfc(id))) return false;
    ids.add(toNfc(id));
    return true;
  });
}
