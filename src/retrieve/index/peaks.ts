import type { Weighting } from '../weighting/weighting.ts';
import { Saturation } from './saturation.ts';
import type { TextIndex } from './text-index.ts';

/** By term: the greatest saturation that it has in a document. One pass over all postings. */
export function peaksOf(index: TextIndex, weighting: Weighting): Float64Array {
  const saturation = new Saturation(index, weighting);
  const { offsets } = index.columns;
  const peaks = new Float64Array(offsets.length - 1);
  for (let term = 0; term < peaks.length; term++)
    peaks[term] = saturation.peak(offsets[term] as number, offsets[term + 1] as number);
  return peaks;
}
