import { defaultAnalysis } from './analysis/analysis-settings.ts';
import type { IndexSettings } from './index/text-index.ts';
import { defaultBm25 } from './weighting/bm25.ts';

/** English stems, BM25 as Lucene has it, a title and what heads an element counted once. */
export const defaultIndexSettings: IndexSettings = {
  analysis: defaultAnalysis,
  weighting: defaultBm25,
  boosts: { title: 1, heads: 1 },
};
