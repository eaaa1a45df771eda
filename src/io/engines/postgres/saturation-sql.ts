import type { WeightingSettings } from '../../../retrieve/weighting/weighting-of.ts';
import type { PartDescription } from '../engine-description.ts';

/**
 * SQL of the saturation of a term by `positions[1]`, its count, and `length`, that of the document: the same operations on doubles as the embedded index has, in the same
 * order, so that the same bits come out.
 */
export function saturationSql(
  weighting: WeightingSettings,
  { size, words, mostTimes }: PartDescription,
): string {
  if (weighting.id === 'drqa') {
    // PostgreSQL has no logarithm of 1 + x.
    const logarithms = Array.from({ length: Math.min(mostTimes, maxTimes) }, (_, at) => Math.log1p(at + 1));
    return `(ARRAY[${logarithms.map(double).join(', ')}]::float8[])[positions[1]]`;
  }
  const { k1, b } = weighting;
  const mean = size === 0 ? 1 : words / size;
  return `positions[1] / (positions[1] + ${double(k1)} * (${double(1 - b)} + ${double(b)} * length / ${double(mean)}))`;
}

/** The highest position that PostgreSQL keeps. */
export const maxTimes = 16_383;

function double(value: number): string {
  return `'${Number(value)}'::float8`;
}
