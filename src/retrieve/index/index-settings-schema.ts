import { z } from 'zod';
import { bm25Variants } from '../weighting/bm25.ts';

const boostSchema = z.int().min(0).max(20);

/** What an index says that it was made with, wherever it is kept: nothing else, and nothing that would make a search slow or wrong. */
export const indexSettingsSchema = z.strictObject({
  analysis: z.strictObject({
    language: z.string().max(100),
    stem: z.boolean(),
    dropStopWords: z.boolean(),
    grams: z.enum(['words', 'hashed-bigrams', 'title-trigrams']),
  }),
  weighting: z.union([
    z.strictObject({
      id: z.enum(bm25Variants),
      k1: z.number().min(0).max(100),
      b: z.number().min(0).max(1),
    }),
    z.strictObject({ id: z.literal('drqa') }),
  ]),
  boosts: z.strictObject({ title: boostSchema, heads: boostSchema }),
});
