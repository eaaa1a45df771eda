import { type Bm25Settings, bm25 } from './bm25.ts';
import { type TfIdfSettings, tfIdf } from './tf-idf.ts';
import type { Weighting } from './weighting.ts';

/** How documents are ranked, as it is kept with an index. */
export type WeightingSettings = Bm25Settings | TfIdfSettings;

/** The weighting of some settings. */
export function weightingOf(settings: WeightingSettings): Weighting {
  return settings.id === 'drqa' ? tfIdf : bm25(settings);
}
