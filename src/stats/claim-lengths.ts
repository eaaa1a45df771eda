import { words } from '../text/words.ts';
import type { PlacedClaim } from './claim-change.ts';
import { labelNameOf, labelNamesOf } from './label-table.ts';
import { quantileOf } from './resampling/quantile.ts';

/** How long claims are, in words. */
export interface ClaimLengths {
  /** Those that occur, with their figures. */
  readonly labels: readonly LengthFigures[];
  readonly all: LengthFigures;
  /** Words from which a bin goes and to which, both included; the last bin takes all that are longer. */
  readonly bins: readonly { readonly from: number; readonly to: number }[];
}

/** Lengths in words. */
export interface LengthFigures {
  readonly name: string;
  readonly claims: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly mean: number;
  readonly upperQuartile: number;
  readonly max: number;
  /** Claims by bin. */
  readonly counts: readonly number[];
}

/** Bins at most: more are no picture. */
const maxBins = 24;
/** Beyond this share of the claims lengths are put together, so that one long claim does not flatten all others. */
const tail = 0.995;

/** The lengths of claims, all and by label. There must be one claim at least. */
export function measureClaimLengths(claims: readonly PlacedClaim[]): ClaimLengths {
  const lengths = claims.map(({ claim }) => words(claim.claim).length);
  const sorted = Float64Array.from(lengths).sort();
  const [least, most] = [sorted[0] ?? 0, Math.ceil(quantileOf(sorted, tail))];
  const width = Math.max(1, Math.ceil((most - least + 1) / maxBins));
  const bins = Array.from({ length: Math.max(1, Math.ceil((most - least + 1) / width)) }, (_, at) => ({
    from: least + at * width,
    to: least + (at + 1) * width - 1,
  }));
  const last = bins.at(-1);
  if (last !== undefined) bins[bins.length - 1] = { ...last, to: Math.max(last.to, sorted.at(-1) ?? 0) };
  const byLabel = new Map<string, number[]>(labelNamesOf(claims).map((name) => [name, []]));
  for (const [at, placed] of claims.entries()) byLabel.get(labelNameOf(placed))?.push(lengths[at] as number);
  const figuresOf = (name: string, values: readonly number[]): LengthFigures => {
    const ordered = Float64Array.from(values).sort();
    const counts = bins.map(() => 0);
    for (const length of values) {
      const at = Math.min(bins.length - 1, Math.floor((length - least) / width));
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return {
      name,
      claims: values.length,
      min: ordered[0] ?? 0,
      lowerQuartile: quantileOf(ordered, 0.25),
      median: quantileOf(ordered, 0.5),
      mean: values.reduce((sum, length) => sum + length, 0) / Math.max(1, values.length),
      upperQuartile: quantileOf(ordered, 0.75),
      max: ordered.at(-1) ?? 0,
      counts,
    };
  };
  return {
    labels: [...byLabel].map(([name, values]) => figuresOf(name, values)),
    all: figuresOf('all', lengths),
    bins,
  };
}
