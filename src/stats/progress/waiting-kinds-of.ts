import type { Label } from '../../claims/label.ts';
import { type SkipReason, skipConsequence } from '../../claims/skip-reason.ts';
import { disagreementOf, type Said } from '../agreement/disagreement.ts';
import type { WaitingKind } from './waiting-kinds.ts';

/** What stands of all that was done about a claim, as far as it decides whether somebody has to look at it. */
export interface StandingClaim {
  /** By annotator. */
  readonly answers: ReadonlyMap<string, Said>;
  readonly skips: ReadonlyMap<string, { readonly reason: SkipReason }>;
  readonly flags: ReadonlyMap<string, { readonly at: string }>;
  /** Annotators who have been asked to look again and have not yet. */
  readonly sentBack: ReadonlyMap<string, unknown>;
  readonly adjudication: { readonly label: Label; readonly at: string } | undefined;
  readonly dropped: unknown;
  readonly verdicts: ReadonlyMap<string, { readonly label: Label }>;
}

export interface WaitingSettings {
  /** Annotators who are to answer each claim. */
  readonly overlap: number;
  /** Whether the claim's label and evidence are sure: what annotators say of it measures them, and decides nothing. */
  readonly isSure: boolean;
  /** The label that the dataset has; `undefined` where it has none. */
  readonly dataset: Label | undefined;
}

/**
 * Why a claim waits for who adjudicates, in the order of the kinds; none where it does not. A claim that was sent back waits for its
 * annotators first. One that is decided waits again where it was flagged since, or where the evidence alone speaks for another label.
 */
export function waitingKindsOf(claim: StandingClaim, settings: WaitingSettings): WaitingKind[] {
  const { answers, skips, flags, sentBack, adjudication, dropped, verdicts } = claim;
  if (dropped !== undefined || sentBack.size > 0) return [];
  const kinds: WaitingKind[] = [];
  const isOpen = adjudication === undefined;
  if (isOpen && !settings.isSure) {
    const disagreement = answers.size >= settings.overlap ? disagreementOf(answers.values()) : undefined;
    if (disagreement !== undefined) kinds.push(disagreement);
  }
  if (isOpen && [...skips.values()].some(({ reason }) => skipConsequence[reason] === 'lead'))
    kinds.push('skipped');
  const decidedAt = isOpen ? Number.NEGATIVE_INFINITY : Date.parse(adjudication.at);
  if ([...flags.values()].some(({ at }) => Date.parse(at) > decidedAt)) kinds.push('flagged');
  if (isOpen && isAgainstDataset(claim, settings)) kinds.push('dataset');
  const decided = adjudication?.label ?? settings.dataset;
  if ([...verdicts.values()].some(({ label }) => label !== decided)) kinds.push('verdict');
  return kinds;
}

/** Whether enough annotators agree with one another, and the dataset says something else. */
function isAgainstDataset(
  { answers }: StandingClaim,
  { overlap, isSure, dataset }: WaitingSettings,
): boolean {
  const [first] = answers.values();
  if (isSure || dataset === undefined || first === undefined || answers.size < overlap) return false;
  return first.label !== dataset && disagreementOf(answers.values()) === undefined;
}
