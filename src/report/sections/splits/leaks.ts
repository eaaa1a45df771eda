import type { ClaimId } from '../../../claims/claim.ts';
import { type FurtherLeakageKind, furtherLeakageKinds } from '../../../stats/group-leakage.ts';
import { type LeakageKind, leakageKinds } from '../../../stats/leakage.ts';
import { plural } from '../../../text/plural.ts';
import { countWords } from '../../number-words.ts';

/** A way in which splits can tell of each other. */
export type LeakKind = LeakageKind | FurtherLeakageKind;

/** How often splits tell of each other in one way. */
export interface LeakCount {
  readonly count: number;
  /** The first ones. */
  readonly examples: readonly {
    readonly claims: readonly ClaimId[];
    readonly splits: readonly string[];
    readonly shared: string;
  }[];
}

/** What leaks between splits: four kinds, and those that claims are grouped by. */
export type Leakage = Readonly<Record<LeakageKind, LeakCount>> & Partial<Record<LeakKind, LeakCount>>;

/** What was counted, in the order of the audit. */
export function countedKinds(leakage: Leakage): (readonly [LeakKind, LeakCount])[] {
  return [...leakageKinds, ...furtherLeakageKinds].flatMap((kind) => {
    const count = leakage[kind];
    return count === undefined ? [] : [[kind, count] as const];
  });
}

/** How many leaks there are of all kinds. */
export function leaksOf(leakage: Leakage): number {
  return countedKinds(leakage).reduce((sum, [, { count }]) => sum + count, 0);
}

/** A number of leaks as a sentence has it. */
export function leakWords(leaks: number): string {
  return leaks === 0 ? 'nothing leaks' : `${countWords(leaks)} ${plural('leak', leaks)}`;
}
