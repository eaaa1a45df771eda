import type { Rng } from '../../../text/rng.ts';
import { shuffle } from '../../../text/shuffle.ts';
import type { EvidenceSearcher } from '../../evidence-searcher.ts';
import { plainQuery } from '../../query/parsed-query.ts';
import type { Candidate, Sampler } from '../candidate.ts';
import { rankedHits } from '../ranked-hits.ts';
import { sentencesOf } from '../sentences-of.ts';

/** Articles up to which those are gone through that a ranking does not tell apart. */
const fewArticles = 1000;

/**
 * A sentence of each of the nearest articles, drawn from those that have text. Where an article has none that may be taken, the next nearest takes its place. Of
 * a small corpus the articles that the ranking gives nothing come last, drawn and without rank: TF-IDF counts no word that half of the articles have.
 *
 * @see Thorne et al. 2018, FEVER, section 4, and the code of the baselines, `batch_ir_ns.py`: the nearest article is the first by DrQA's TF-IDF.
 */
export const nearestP: Sampler = async function* ({ claim, count, rng }, { articles, elementsOf }) {
  if (articles === undefined) return;
  const drawnOf = async (title: string, found: Pick<Candidate, 'rank' | 'score'>): Promise<Candidate[]> => {
    const sentences = sentencesOf(await elementsOf(title));
    shuffle(sentences, rng);
    return sentences.map((record) => ({ record, ...found, isDrawn: true }));
  };
  const seen = new Set<string>();
  const request = { query: plainQuery(claim.claim), level: 'article' as const };
  for await (const { hit, rank } of rankedHits(articles, request, count + 4)) {
    seen.add(hit.id);
    yield drawnOf(hit.title, { rank, score: hit.score });
  }
  for await (const { id, title } of shuffledArticles(articles, rng))
    if (!seen.has(id)) yield drawnOf(title, {});
};

async function* shuffledArticles(articles: EvidenceSearcher, rng: Rng) {
  const size = await articles.size('article');
  if (articles.recordAt === undefined || size > fewArticles) return;
  const numbers = Array.from({ length: size }, (_, number) => number);
  shuffle(numbers, rng);
  for (const number of numbers) yield articles.recordAt('article', number);
}
