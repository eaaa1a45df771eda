import type { IndexSettings, TextIndex } from '../index/text-index.ts';
import type { indexPlan, levelPlan } from './column-plans.ts';
import type { ColumnsOf } from './columns.ts';
import type { LevelHeader, TitleIndexHeader } from './index-header.ts';

type LevelColumns = ColumnsOf<typeof levelPlan>;
type IndexColumnsOfFile = ColumnsOf<typeof indexPlan>;

/** The index that columns hold, which stay where they are. */
export function indexIn(
  columns: IndexColumnsOfFile,
  { size, words }: Pick<TitleIndexHeader, 'size' | 'words'>,
  settings: IndexSettings,
): TextIndex {
  const { lengths, offsets, documents, counts, manyPostings, manyCounts, peaks, termNumbers, wordTerms } =
    columns;
  return {
    settings,
    size,
    words,
    columns: {
      lengths,
      offsets,
      documents,
      counts,
      manyPostings,
      manyCounts,
      peaks,
      terms: { bytes: columns.termBytes, offsets: columns.termOffsets },
      termNumbers,
      words: { bytes: columns.wordBytes, offsets: columns.wordOffsets },
      wordTerms,
    },
  };
}

/** Times that the words of a title or a heading may be counted, and that of the text itself. */
const maxTimes = 21;

/**
 * Whether columns fit together so far that a search of them ends and reserves no more than the file is long. In time that grows with the terms and documents, not
 * with the postings.
 *
 * @param textBytes bytes of the records and titles: no document has more words
 */
export function indexColumnsFit(columns: IndexColumnsOfFile, textBytes: number): boolean {
  const { documents, lengths, offsets, termBytes, termOffsets, termNumbers } = columns;
  const { wordBytes, wordOffsets, wordTerms } = columns;
  return (
    rises(offsets, documents.length) &&
    rises(termOffsets, termBytes.length) &&
    rises(wordOffsets, wordBytes.length) &&
    isBelow(termNumbers, termNumbers.length) &&
    isBelow(wordTerms, termNumbers.length) &&
    isBelow(lengths, maxTimes * textBytes + 1)
  );
}

/** As {@link indexColumnsFit}, of a level with its records. */
export function levelColumnsFit(columns: LevelColumns, { size }: LevelHeader, textBytes: number): boolean {
  return rises(columns.starts, size) && indexColumnsFit(columns, textBytes);
}

/** Whether the postings of each term go up and name documents that are there. */
export function postingsFit({ documents, lengths, offsets }: IndexColumnsOfFile): boolean {
  for (let term = 0; term + 1 < offsets.length; term++) {
    let before = -1;
    for (let posting = offsets[term] as number; posting < (offsets[term + 1] as number); posting++) {
      const document = documents[posting] as number;
      if (document <= before || document >= lengths.length) return false;
      before = document;
    }
  }
  return true;
}

/** Whether numbers go from 0 to `last` and never down. */
export function rises(numbers: Uint32Array, last: number): boolean {
  if (numbers[0] !== 0 || numbers[numbers.length - 1] !== last) return false;
  for (let at = 1; at < numbers.length; at++)
    if ((numbers[at] as number) < (numbers[at - 1] as number)) return false;
  return true;
}

function isBelow(numbers: Uint32Array, limit: number): boolean {
  for (let at = 0; at < numbers.length; at++) if ((numbers[at] as number) >= limit) return false;
  return true;
}
