import type { NegativeSampler } from '../../../claims/negatives.ts';
import type { Sampler } from '../candidate.ts';
import { consulted } from './consulted.ts';
import { hard } from './hard.ts';
import { nearestP } from './nearest-p.ts';
import { randomS } from './random-s.ts';
import { sameArticle } from './same-article.ts';

/** All samplers by name. */
export const samplers: Readonly<Record<NegativeSampler, Sampler>> = {
  consulted,
  hard,
  'nearest-p': nearestP,
  'random-s': randomS,
  'same-article': sameArticle,
};
