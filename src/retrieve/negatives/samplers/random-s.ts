import { shuffle } from '../../../text/shuffle.ts';
import type { Candidate, Sampler } from '../candidate.ts';
import { sentencesOf } from '../sentences-of.ts';
import { isUninformative } from '../uninformative-title.ts';

/** Draws in a row of which nothing was taken, after which there is taken to be nothing left. */
const mostFruitless = 500;

/**
 * A sentence of an article, both drawn: each article with text is as likely as any other, and so is each sentence of it. Lists of articles are not drawn from.
 *
 * @see Thorne et al. 2018, FEVER, section 4, and the code of the baselines, `neg_sample_evidence.py`.
 */
export const randomS: Sampler = async function* ({ rng, taken }, { titleAt, elementsOf }) {
  if (titleAt === undefined) return;
  let before = taken();
  for (let fruitless = 0; fruitless < mostFruitless; fruitless++) {
    const title = await titleAt(rng());
    if (title === undefined) return;
    if (isUninformative(title)) continue;
    const sentences = sentencesOf(await elementsOf(title));
    shuffle(sentences, rng);
    if (sentences.length === 0) continue;
    yield sentences.map((record): Candidate => ({ record, isDrawn: true }));
    if (taken() > before) fruitless = 0;
    before = taken();
  }
};
