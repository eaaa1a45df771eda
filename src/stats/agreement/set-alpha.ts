import { createRng } from '../../text/rng.ts';
import { percentileInterval } from '../resampling/bootstrap.ts';
import { createMultinomialDraw } from '../resampling/draw-multinomial.ts';
import { checkResampling, type Resampling } from '../resampling/resampling.ts';
import { roundingOf } from '../resampling/rounding-of.ts';
import { countShared, setKey } from './cited-evidence.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import type { SetDistance } from './set-distance.ts';
import { countOverlapSteps, findOverlaps } from './set-overlaps.ts';

/** Krippendorff's alpha of sets, by some distances. */
export interface SetAlpha<Name extends string> {
  readonly figures: Readonly<Record<Name, MeasuredCoefficient>>;
  /** Sentences on what was not measured because it would take too long. */
  readonly remarks: readonly string[];
}

/** Steps that may be taken to find the pairs of values that overlap: less than a second, and 28 bytes each. */
const mostOverlapSteps = 5e6;
/** Steps that may be taken for an interval: some seconds. */
const mostResamplingSteps = 1e9;

/**
 * Krippendorff's alpha, 1 - Do/De, of units whose values are sets. Units with fewer than two values are left out.
 *
 * The expected disagreement De is over all pairs of values, but only sets with a member in common are less than 1 apart: it is found
 * from the counts of the distinct sets and from their overlapping pairs, without looking at the others. The cost is the sum over
 * members of the square of the distinct sets that have it; for an interval, the units, distinct sets and overlapping pairs once a
 * resample. Where that is too much there is no alpha, or no interval, and a remark.
 *
 * @param resampling `undefined` for figures without intervals
 * @see Krippendorff 2011, Computing Krippendorff's alpha-reliability; Passonneau 2006 for sets as values.
 */
export function measureSetAlpha<Name extends string>(
  units: Iterable<readonly ReadonlySet<string>[]>,
  distances: Readonly<Record<Name, SetDistance>>,
  resampling: Resampling | undefined,
): SetAlpha<Name> {
  const { sets, values } = internSets(units);
  const names = Object.keys(distances) as Name[];
  const named = (figures: readonly MeasuredCoefficient[]): Readonly<Record<Name, MeasuredCoefficient>> =>
    Object.fromEntries(names.map((name, at) => [name, figures[at]])) as Record<Name, MeasuredCoefficient>;
  const without = (reason: string): Readonly<Record<Name, MeasuredCoefficient>> =>
    named(names.map(() => ({ value: null, reason, interval: null })));
  if (values.length === 0) return { figures: without(noUnits), remarks: [] };
  const overlapSteps = countOverlapSteps(sets);
  if (overlapSteps > mostOverlapSteps) return { figures: without(tooManyOverlaps), remarks: [] };
  const overlaps = findOverlaps(sets, overlapSteps);
  const alphasOf = names.map((name) => {
    const distance = distances[name];
    const apart = Float64Array.from(overlaps.shared, (shared, at) =>
      distance(shared, sizeAt(sets, overlaps.one[at]), sizeAt(sets, overlaps.other[at])),
    );
    const observed = Float64Array.from(values, (unit) => observedOf(unit, sets, distance));
    return (drawn: Drawn): number | null => alphaOf(drawn, observed, overlaps, apart);
  });
  const once = countValues(values, new Uint32Array(values.length).fill(1), sets.length);
  const alphas = alphasOf.map((alphaIn) => alphaIn(once));
  const steps = (values.length + sets.length + overlaps.shared.length) * names.length;
  const isTooMuch = resampling !== undefined && steps * resampling.resamples > mostResamplingSteps;
  const chance = isTooMuch ? undefined : resampling;
  const drawn = alphas.map((): number[] => []);
  for (const resample of chance === undefined ? [] : drawUnits(values, sets.length, chance)) {
    for (const [at, alphaIn] of alphasOf.entries()) {
      const alpha = alphaIn(resample);
      if (alpha !== null) drawn[at]?.push(alpha);
    }
  }
  const figures = alphas.map((value, at): MeasuredCoefficient => {
    if (value === null) return { value, reason: allTheSame, interval: null };
    const interval = chance && percentileInterval(drawn[at] ?? [], chance, roundingOf(value, value));
    return { value, interval: interval ?? null };
  });
  const remark = `Alpha of evidence has no interval: ${resampling?.resamples} resamples would take too long. Ask for fewer.`;
  return { figures: named(figures), remarks: isTooMuch ? [remark] : [] };
}

const noUnits = 'No claim has two annotations with evidence.';
const allTheSame =
  'All cite the same evidence for all claims: no disagreement is expected, and alpha is not defined.';
const tooManyOverlaps =
  'Too many different values have an id in common for alpha in reasonable time: see pooled F1.';

/** The values of units as positions of distinct sets, without units of fewer than two. */
function internSets(units: Iterable<readonly ReadonlySet<string>[]>): {
  readonly sets: readonly ReadonlySet<string>[];
  readonly values: readonly (readonly number[])[];
} {
  const sets: ReadonlySet<string>[] = [];
  const places = new Map<string, number>();
  const values: number[][] = [];
  for (const unit of units) {
    if (unit.length < 2) continue;
    const own = unit.map((set) => {
      const key = setKey(set);
      const place = places.get(key) ?? sets.push(set) - 1;
      places.set(key, place);
      return place;
    });
    values.push(own);
  }
  return { sets, values };
}

/** As many units as there are, drawn with replacement; again and again. */
function* drawUnits(
  values: readonly (readonly number[])[],
  sets: number,
  resampling: Resampling,
): Generator<Drawn> {
  checkResampling(resampling);
  const rng = createRng(resampling.seed);
  const draw = createMultinomialDraw(values.map(() => 1));
  const times = new Uint32Array(values.length);
  for (let resample = 0; resample < resampling.resamples; resample++) {
    draw(rng, times);
    yield countValues(values, times, sets);
  }
}

/** What a resample holds. */
interface Drawn {
  /** How often each unit was drawn. */
  readonly times: Uint32Array;
  /** How often each distinct set is a value. */
  readonly counts: Float64Array;
  readonly values: number;
}

function countValues(units: readonly (readonly number[])[], times: Uint32Array, sets: number): Drawn {
  const counts = new Float64Array(sets);
  let values = 0;
  for (const [at, unit] of units.entries()) {
    const often = times[at] as number;
    if (often === 0) continue;
    values += often * unit.length;
    for (const place of unit) counts[place] = (counts[place] as number) + often;
  }
  return { times, counts, values };
}

/** `null` where all values are the same. */
function alphaOf(
  { times, counts, values }: Drawn,
  observed: Float64Array,
  { one, other }: { readonly one: Int32Array; readonly other: Int32Array },
  apart: Float64Array,
): number | null {
  let disagreeing = 0;
  for (let at = 0; at < observed.length; at++)
    disagreeing += (times[at] as number) * (observed[at] as number);
  let alike = 0;
  for (const count of counts) alike += count * count;
  // Whole numbers, so that nothing is lost where nearly all values are the same.
  let disjoint = values * values - alike;
  if (disjoint === 0) return null;
  let overlapping = 0;
  for (let at = 0; at < apart.length; at++) {
    const pairs = 2 * (counts[one[at] as number] as number) * (counts[other[at] as number] as number);
    disjoint -= pairs;
    overlapping += pairs * (apart[at] as number);
  }
  return 1 - (disagreeing * (values - 1)) / (disjoint + overlapping);
}

/** The disagreement of the values of a unit, as it goes into that of all: over all ordered pairs, by one less than their number. */
function observedOf(
  unit: readonly number[],
  sets: readonly ReadonlySet<string>[],
  distance: SetDistance,
): number {
  const counts = new Map<number, number>();
  for (const place of unit) counts.set(place, (counts.get(place) ?? 0) + 1);
  const distinct = [...counts];
  let sum = 0;
  for (const [at, [one, times]] of distinct.entries()) {
    for (const [other, often] of distinct.slice(at + 1)) {
      const [a, b] = [sets[one], sets[other]] as [ReadonlySet<string>, ReadonlySet<string>];
      sum += 2 * times * often * distance(countShared(a, b), a.size, b.size);
    }
  }
  return sum / (unit.length - 1);
}

function sizeAt(sets: readonly ReadonlySet<string>[], place: number | undefined): number {
  return sets[place ?? -1]?.size ?? 0;
}
