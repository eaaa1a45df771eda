import type { Config } from '../claims/config.ts';
import type { IndexSettings } from './index/text-index.ts';

/** What the index of a dataset is made with, as its configuration says. The language is that of the dataset. */
export function settingsOfConfig({ language, search }: Pick<Config, 'language' | 'search'>): IndexSettings {
  const { b, dropStopWords, headBoost, k1, stem, titleBoost, weighting } = search;
  return {
    analysis: { language, stem, dropStopWords, grams: 'words' },
    weighting: { id: weighting, k1, b },
    boosts: { title: titleBoost, heads: headBoost },
  };
}
