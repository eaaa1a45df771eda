import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { compareIds } from '../../claims/compare-ids.ts';
import { labels } from '../../claims/label.ts';
import { entropyOf } from '../../stats/entropy.ts';
import { type WaitingKind, waitingKinds } from '../../stats/progress/waiting-kinds.ts';
import { type WaitingSettings, waitingKindsOf } from '../../stats/progress/waiting-kinds-of.ts';
import type { Conflict, ConflictsResponse, Decided } from '../api/adjudication.ts';
import type { ClaimWork, Work } from '../work/work.ts';
import { agreedClaims } from './accept-agreed.ts';
import type { AdjudicationSettings } from './adjudication-settings.ts';
import { sureClaims, waitingSettings } from './waiting-of.ts';

/** Agreed claims that are told at once: as many as a browser keeps in its outbox without trouble. */
const mostAgreed = 500;
const mostDecided = 200;
/** Of each kind: as many as somebody decides until the list is asked for again, and no page of them all. */
const mostOfKind = 500;

/** What waits for who adjudicates, what can be accepted, and what was decided. Linear in the claims that something was done about, but for sorting. */
export function findConflicts(work: Work, settings: AdjudicationSettings): ConflictsResponse {
  const sure = sureClaims(settings.sure);
  const waiting: Conflict[] = [];
  const decided: Decided[] = [];
  let begun = 0;
  for (const claim of work.claims.values()) {
    const known = settings.find(claim.id)?.record;
    const enough = waitingSettings(claim, settings, sure);
    const kinds = known === undefined ? [] : waitingKindsOf(claim, enough);
    if (known !== undefined && kinds.length > 0)
      waiting.push({
        claim: known.id,
        text: known.claim,
        kinds,
        entropy: labelEntropy(claim.answers.values()),
        answers: claim.answers.size,
      });
    const done = decidedOf(claim, settings);
    if (done !== undefined) decided.push(done);
    else if (known !== undefined && kinds.length === 0 && isBegun(claim, enough)) begun += 1;
  }
  waiting.sort((a, b) => b.entropy - a.entropy || compareIds(a.claim, b.claim));
  decided.sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || compareIds(a.claim, b.claim));
  const agreed = [...agreedClaims(work, settings)].sort((a, b) => compareIds(a.id, b.id));
  const kindCounts = Object.fromEntries(waitingKinds.map((kind) => [kind, 0])) as Record<WaitingKind, number>;
  const shown = waiting.filter(({ kinds }) => {
    const isAmongFirst = kinds.some((kind) => kindCounts[kind] < mostOfKind);
    for (const kind of kinds) kindCounts[kind] += 1;
    return isAmongFirst;
  });
  return {
    waiting: shown,
    waitingCount: waiting.length,
    kindCounts,
    agreed: agreed
      .slice(0, mostAgreed)
      .map(({ id, text, answer }) => ({ claim: id, text, label: answer.label })),
    agreedCount: agreed.length,
    decided: decided.slice(0, mostDecided),
    gaps: decided
      .filter(({ did, reason }) => did === 'adjudication' && reason === 'guideline-gap')
      .slice(0, mostDecided),
    begun,
  };
}

/** How far the labels of answers differ, in bits: 0 where they are one, 1 where two were given equally often. */
export function labelEntropy(answers: Iterable<Pick<Annotation, 'label'>>): number {
  const given = [...answers];
  const counts = labels.map((label) => given.filter((answer) => answer.label === label).length);
  // Sorted, so that the same votes in another order give the same to the last bit; no negative zero.
  return Math.abs(entropyOf(counts.toSorted((a, b) => a - b)));
}

function isBegun({ answers }: ClaimWork, { overlap }: WaitingSettings): boolean {
  return answers.size > 0 && answers.size < overlap;
}

/** What became of a claim: dropped before sent back before adjudicated, as the last hides those before. */
function decidedOf(claim: ClaimWork, settings: AdjudicationSettings): Decided | undefined {
  const { dropped, adjudication } = claim;
  const record = settings.find(claim.id)?.record;
  if (dropped !== undefined) {
    const { reason, comment = null, at, annotator } = dropped;
    return {
      ...about(dropped.record.id, dropped.record.claim),
      did: 'drop',
      label: null,
      reason,
      comment,
      at,
      isOwn: annotator === settings.adjudicator,
    };
  }
  if (record === undefined) return undefined;
  const [sent] = claim.sentBack.values();
  if (sent !== undefined) {
    const { comment = null, at, annotator } = sent;
    return {
      ...about(record.id, record.claim),
      did: 'send-back',
      label: null,
      reason: null,
      comment,
      at,
      isOwn: annotator === settings.adjudicator,
    };
  }
  if (adjudication === undefined) return undefined;
  const { label, reason = null, comment = null, at, annotator } = adjudication;
  return {
    ...about(record.id, record.claim),
    did: 'adjudication',
    label,
    reason,
    comment,
    at,
    isOwn: annotator === settings.adjudicator,
  };
}

function about(claim: ClaimId, text: string): Pick<Decided, 'claim' | 'text'> {
  return { claim, text };
}
