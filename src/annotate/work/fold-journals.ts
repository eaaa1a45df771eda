import { claimIdKey } from '../../claims/claim-id-key.ts';
import { isJournalEvent, type JournalRecord } from '../../claims/journal-event.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ClaimWork, Work } from './work.ts';
import { workOfClaim } from './work-of-claim.ts';

/** What stands of journals that grow. */
export interface WorkFold {
  /** Takes the next line of a journal. Journals may come mixed, each in the order of its lines. */
  add(record: JournalRecord): void;
  /** What stands of all lines so far. Ask again after `add`: only claims with new lines are worked out anew. */
  readonly work: Work;
}

/** What stands of no lines yet. */
export function createWorkFold(): WorkFold {
  const lines = new Map<string, JournalRecord[]>();
  const claims = new Map<string, ClaimWork>();
  const lastAt = new Map<string, number>();
  const answering = new Set<string>();
  const changed = new Set<string>();
  return {
    add(record) {
      const key = claimIdKey(record.claim);
      const own = lines.get(key);
      if (own === undefined) lines.set(key, [record]);
      else own.push(record);
      changed.add(key);
      const annotator = toNfc(record.annotator);
      const at = Date.parse(record.at);
      if (isJournalEvent(record) ? record.event === 'skip' : record.adjudication !== true)
        answering.add(annotator);
      if (at > (lastAt.get(annotator) ?? Number.NEGATIVE_INFINITY)) lastAt.set(annotator, at);
    },
    get work() {
      for (const key of changed) {
        const own = lines.get(key) ?? [];
        const [first] = own;
        if (first !== undefined) claims.set(key, workOfClaim(first.claim, own));
      }
      changed.clear();
      return { claims, lastAt, answering };
    },
  };
}

/**
 * What stands of all lines of all journals, whose lines come in order; it does not matter how journals are mixed.
 *
 * - A withdrawal takes back the last thing of its kind that the same annotator said of the claim and that still stands, as an undo does:
 *   what the annotator said before that stands again.
 * - Of adjudications, drops and written claims the one with the latest time stands, whoever made it; at the same time the one of the last
 *   name. A drop that is withdrawn leaves the claim as it was.
 * - A claim that was sent back waits for each annotator named until what stands of that annotator, or the adjudication, is later.
 * - Verdicts count while they are later than the adjudication.
 */
export function foldJournals(records: Iterable<JournalRecord>): Work {
  const fold = createWorkFold();
  for (const record of records) fold.add(record);
  return fold.work;
}
