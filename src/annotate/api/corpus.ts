import { z } from 'zod';
import { evidenceKinds } from '../../corpus/evidence-kind.ts';

/** `GET /api/article?title=`: an article as tagged text, which the browser takes apart with the parser of the command line. */
export const articleResponseSchema = z.strictObject({
  title: z.string(),
  file: z.string(),
  text: z.string(),
  /** Of the text: another one when the article has changed. */
  fingerprint: z.string(),
});

export type ArticleResponse = z.infer<typeof articleResponseSchema>;

export const hitSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(evidenceKinds),
  text: z.string(),
  /** Texts of what heads it: the section, then the header cells of its row and of its column. */
  context: z.array(z.string()),
  score: z.number(),
});

export type Hit = z.infer<typeof hitSchema>;

/** `GET /api/search?q=&limit=` and `GET /api/suggestions?claim=`: the best first. */
export const hitsResponseSchema = z.strictObject({
  /** Titles that have the words; empty for suggestions. */
  titles: z.array(z.string()),
  hits: z.array(hitSchema),
  /** Whether only titles could be searched: the corpus is not held in memory. */
  isTitlesOnly: z.boolean(),
});

export type HitsResponse = z.infer<typeof hitsResponseSchema>;

/** `GET /api/titles`: the first 5,000 titles of the corpus, sorted, and how many there are. */
export const titlesResponseSchema = z.strictObject({ titles: z.array(z.string()), count: z.int() });

/** `GET /api/guidelines`: Markdown. */
export const guidelinesResponseSchema = z.strictObject({ markdown: z.string(), fingerprint: z.string() });
