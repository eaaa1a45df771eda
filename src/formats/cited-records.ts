import type { OpenClaim } from '../claims/open-claim.ts';
import type { EvidenceRecord } from '../corpus/article.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { toNfc } from '../text/normalise.ts';

/**
 * The records of a corpus in the order of its articles, each id once. Of a corpus that is read page by page, the articles that the
 * claims cite, in the order in which they do: there are too many others to write them out.
 *
 * Memory: one entry an id.
 */
export function* recordsFor(claims: Iterable<OpenClaim>, evidence: Evidence): Generator<EvidenceRecord> {
  const seen = new Set<string>();
  const fresh = function* (records: Iterable<EvidenceRecord>): Generator<EvidenceRecord> {
    for (const record of records) {
      const id = toNfc(record.id);
      if (seen.has(id)) continue;
      seen.add(id);
      yield record;
    }
  };
  for (const article of evidence.articles) yield* fresh(article.records);
  for (const { evidence: sets } of claims) {
    for (const id of sets.flat()) {
      if (seen.has(toNfc(id))) continue;
      const record = evidence.get(id);
      if (record === undefined) continue;
      yield* fresh(evidence.article(record.title)?.records ?? []);
      // A text that came with its claim belongs to no article.
      yield* fresh([record]);
    }
  }
}
