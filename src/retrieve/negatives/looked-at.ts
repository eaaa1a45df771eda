import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { standingAnswers } from '../../claims/standing-records.ts';
import { toNfc } from '../../text/normalise.ts';

/** What annotators looked at for a claim. Ids and titles in normal form C. */
export interface LookedAt {
  /** Ids that were said to decide nothing, by how many annotators, in the order of the journals. */
  readonly consulted: ReadonlyMap<string, number>;
  /** Titles of articles that were opened, by how many annotators, in the order of the journals. */
  readonly opened: ReadonlyMap<string, number>;
  /** Ids that some answer has as evidence. */
  readonly chosen: ReadonlySet<string>;
}

interface OpenLookedAt {
  readonly consulted: Map<string, Set<string>>;
  readonly opened: Map<string, Set<string>>;
  readonly chosen: Set<string>;
}

/** What annotators looked at, by the key of the claim: of all answers that stand, an annotator's earlier ones too. */
export function lookedAtOf(records: Iterable<JournalRecord>): ReadonlyMap<string, LookedAt> {
  const claims = new Map<string, OpenLookedAt>();
  for (const answer of standingAnswers(records)) {
    const key = claimIdKey(answer.claim);
    const own: OpenLookedAt = claims.get(key) ?? {
      consulted: new Map(),
      opened: new Map(),
      chosen: new Set(),
    };
    claims.set(key, own);
    const annotator = toNfc(answer.annotator);
    for (const id of answer.consulted ?? []) addBy(own.consulted, id, annotator);
    for (const { did, what } of answer.trail ?? []) if (did === 'open') addBy(own.opened, what, annotator);
    for (const id of answer.evidence.flat()) own.chosen.add(toNfc(id));
  }
  return new Map(
    [...claims].map(([key, { consulted, opened, chosen }]) => [
      key,
      { consulted: sizesOf(consulted), opened: sizesOf(opened), chosen },
    ]),
  );
}

function addBy(found: Map<string, Set<string>>, what: string, annotator: string): void {
  const key = toNfc(what);
  const annotators = found.get(key);
  if (annotators === undefined) found.set(key, new Set([annotator]));
  else annotators.add(annotator);
}

function sizesOf(found: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  return new Map([...found].map(([what, annotators]) => [what, annotators.size]));
}
