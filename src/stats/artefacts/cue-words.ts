import type { ClaimId } from '../../claims/claim.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { adjustByHolm } from '../holm.ts';
import type { Interval } from '../resampling/interval.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { type CueSkew, measureCueSkew } from './cue-skew.ts';
import { createCueFinder } from './find-cues.ts';
import { labelsOf } from './labels-of.ts';

/** Which claims have a word that is known to give labels away. */
export interface CueFigures {
  /** Claims with a label. */
  readonly claims: number;
  readonly labels: readonly LabelCues[];
  /** The cues that some claim has, those first that tell most of a label (local mutual information). */
  readonly cues: readonly CueWord[];
}

/** How many claims of a label have a cue, of whatever kind. */
export interface LabelCues {
  readonly label: string;
  readonly claims: number;
  readonly withCue: number;
  /** Of the share of claims with a cue, 95 %, by Wilson's method. */
  readonly interval: Interval | null;
}

/** What a cue tells of the label. */
export interface CueWord extends Omit<CueSkew, 'label'> {
  readonly cue: string;
  /** The label that most claims with the cue have. */
  readonly label: string;
  /** Claims with the cue, in the order of the labels. */
  readonly byLabel: readonly number[];
  /** Productivity less what guessing among the labels gets (Niven and Kao 2019). */
  readonly utility: number;
  /** `p` by Holm's correction for the number of cues. */
  readonly adjustedP: number;
  /** The first claim with the cue that has the label. */
  readonly example: { readonly id: ClaimId; readonly claim: string };
}

interface Seen {
  readonly byLabel: number[];
  readonly examples: CueWord['example'][];
}

/**
 * The cue words of a list in claims. Of a claim each cue counts once. Claims without a label are left out.
 *
 * @see Niven and Kao 2019, Probing Neural Network Comprehension of Natural Language Arguments, for productivity and coverage.
 */
export function measureCueWords(
  claims: readonly Pick<OpenClaim, 'id' | 'claim' | 'label'>[],
  cueWords: readonly string[],
): CueFigures {
  const findCues = createCueFinder(cueWords);
  const labels = labelsOf(claims);
  const all = labels.map(() => 0);
  const withCue = labels.map(() => 0);
  const seen = new Map<string, Seen>();
  for (const { id, claim, label = '' } of claims) {
    const which = labels.indexOf(label);
    if (which < 0) continue;
    increase(all, which);
    const found = findCues(claim);
    if (found.length > 0) increase(withCue, which);
    for (const { cue } of found) {
      const own: Seen = seen.get(cue) ?? { byLabel: labels.map(() => 0), examples: [] };
      seen.set(cue, own);
      increase(own.byLabel, which);
      own.examples[which] ??= { id, claim };
    }
  }
  const skews = [...seen].map(([cue, { byLabel, examples }]) => ({
    cue,
    byLabel,
    examples,
    skew: measureCueSkew(byLabel, all),
  }));
  const adjusted = adjustByHolm(skews.map(({ skew }) => skew.p));
  const cues = skews.flatMap(({ cue, byLabel, examples, skew }, at): CueWord[] => {
    const example = examples[skew.label];
    if (example === undefined) return [];
    return [
      {
        cue,
        ...skew,
        label: labels[skew.label] ?? '',
        byLabel,
        utility: skew.productivity - 1 / labels.length,
        adjustedP: adjusted[at] ?? 1,
        example,
      },
    ];
  });
  return {
    claims: all.reduce((sum, count) => sum + count, 0),
    labels: labels.map((label, which) => {
      const [claimsOf, cuesOf] = [all[which] ?? 0, withCue[which] ?? 0];
      return { label, claims: claimsOf, withCue: cuesOf, interval: wilsonInterval(cuesOf, claimsOf) ?? null };
    }),
    cues: cues.sort((a, b) => b.lmi - a.lmi || (a.cue < b.cue ? -1 : 1)),
  };
}

function increase(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
