import type { Annotation } from '../../claims/annotation.ts';
import type { Claim, ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { isJournalEvent, type JournalRecord } from '../../claims/journal-event.ts';
import { standingRecords } from '../../claims/standing-records.ts';
import type { UnlabelledClaim } from '../../claims/unlabelled-claim.ts';
import { toNfc } from '../../text/normalise.ts';
import type { HistoryEntry, HistoryResponse } from '../api/history.ts';
import type { Work } from '../work/work.ts';

const mostEntries = 500;

export interface HistoryInput {
  readonly work: Work;
  /** Lines of the annotator's own journal, in their order; lines of others are left out. */
  readonly records: Iterable<JournalRecord>;
  readonly annotator: string;
  readonly find: (id: ClaimId) => { readonly record: Claim | UnlabelledClaim } | undefined;
}

/**
 * What an annotator has done and not taken back, the latest first. Of several answers to a claim it is the one that stands. What was decided in the
 * end stands beside answers and skips of others than who decided: corrections are for those who are corrected.
 */
export function listHistory({ work, records, annotator, find }: HistoryInput): HistoryResponse {
  const name = toNfc(annotator);
  const entries = new Map<string, HistoryEntry>();
  for (const record of standingRecords(records)) {
    if (toNfc(record.annotator) !== name) continue;
    const entry = entryOf(record, { work, name, find });
    if (entry === undefined) continue;
    const key = JSON.stringify([entry.did, claimIdKey(record.claim)]);
    entries.delete(key);
    entries.set(key, entry);
  }
  // The journal's order is that of the server; a time by the browser's clock only tells when.
  return { entries: [...entries.values()].reverse().slice(0, mostEntries) };
}

function entryOf(
  record: JournalRecord,
  { work, name, find }: { readonly work: Work; readonly name: string; readonly find: HistoryInput['find'] },
): HistoryEntry | undefined {
  const claim = work.claims.get(claimIdKey(record.claim));
  const known = find(record.claim)?.record ?? claim?.dropped?.record;
  const about = {
    claim: record.claim,
    text: known?.claim ?? '',
    at: record.at,
    isDropped: claim?.dropped !== undefined,
    sentBack: null,
    skipReason: null,
    decided: null,
  };
  const sentBack = claim?.sentBack.get(name);
  const waiting = sentBack === undefined ? null : (sentBack.comment ?? '');
  if (!isJournalEvent(record)) {
    const isAdjudication = record.adjudication === true;
    const isStanding = isAdjudication || claim?.answers.get(name) !== undefined;
    return isStanding
      ? {
          ...about,
          did: isAdjudication ? 'adjudication' : 'annotation',
          label: record.label,
          evidence: record.evidence,
          seconds: record.seconds ?? null,
          sentBack: isAdjudication ? null : waiting,
          decided: isAdjudication ? null : decidedFor(name, claim?.adjudication),
        }
      : undefined;
  }
  const none = { ...about, label: null, evidence: [], seconds: null };
  switch (record.event) {
    case 'skip':
      if (claim?.skips.get(name) === undefined) return undefined;
      return {
        ...none,
        did: 'skip',
        seconds: record.seconds ?? null,
        skipReason: record.reason,
        sentBack: waiting,
        decided: decidedFor(name, claim.adjudication),
      };
    case 'write':
      return {
        ...none,
        text: known?.claim ?? record.record.claim,
        did: 'write',
        label: record.record.label,
        evidence: record.record.evidence,
      };
    case 'verdict':
      return { ...none, did: 'verdict', label: record.label };
    case 'drop':
      return { ...none, text: record.record.claim, did: 'drop' };
    default:
      return undefined;
  }
}

function decidedFor(name: string, adjudication: Annotation | undefined): HistoryEntry['decided'] {
  if (adjudication === undefined || toNfc(adjudication.annotator) === name) return null;
  const { label, evidence, reason = null, comment = null } = adjudication;
  return { label, evidence, reason, comment };
}
