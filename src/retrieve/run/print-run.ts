import { encodeId } from '../../claims/retrieval-id.ts';
import type { SearchRecord } from '../records/search-record.ts';

/** A record that was ranked. */
export type RankedRecord = Pick<SearchRecord, 'id' | 'title' | 'kind'> & { readonly score: number };

/**
 * The lines of a TREC run of one query, `query Q0 document rank score tag`. Programs rank by the score as a number of 32 bits and turn equal ones around: scores that
 * are equal are written one after the other a little lower.
 *
 * @param query Its id, without white space (`queryIdOf`).
 * @param ranked The best first.
 * @see https://github.com/usnistgov/trec_eval, README
 */
export function* printRun(query: string, ranked: Iterable<RankedRecord>, tag: string): Generator<string> {
  const written = new Set<string>();
  let last = Number.POSITIVE_INFINITY;
  for (const record of ranked) {
    const document = documentIdIn(record);
    // Two articles of one title have the same ids: trec_eval refuses a whole run for one document that stands there twice.
    if (written.has(document)) continue;
    written.add(document);
    const own = Math.fround(record.score);
    last = own < last ? own : below(last);
    // Nine digits are enough for every number of 32 bits.
    yield `${query} Q0 ${document} ${written.size} ${Number(last.toPrecision(9))} ${tag}\n`;
  }
}

/** What a record is called in runs and judgements: its id, or of an article its title, without white space. */
function documentIdIn({ id, title, kind }: RankedRecord): string {
  return encodeId(kind === 'title' ? title : id);
}

/** The next lower number of 32 bits. */
function below(value: number): number {
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, value);
  const number = bits.getInt32(0);
  // Of negative numbers the greater bits are the lower number.
  bits.setInt32(0, value > 0 ? number - 1 : value < 0 ? number + 1 : -0x7fffffff);
  return bits.getFloat32(0);
}
