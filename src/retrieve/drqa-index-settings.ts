import type { IndexSettings } from './index/text-index.ts';

/**
 * TF-IDF of words and pairs of words, as the baselines of FEVER rank articles by it: texts alone, without titles and what heads an element.
 *
 * @see Thorne et al. 2018, FEVER, section 4: DrQA's retriever, whose documents are the texts of whole articles.
 */
export const drqaIndexSettings: IndexSettings = {
  analysis: { language: 'en', stem: false, dropStopWords: true, grams: 'hashed-bigrams' },
  weighting: { id: 'drqa' },
  boosts: { title: 0, heads: 0 },
};
