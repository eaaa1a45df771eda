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
  /** The part of its text that shows why it was found, cut at words where it is long; the parts that were looked for are marked. */
  snippet: z.array(z.strictObject({ text: z.string(), isMarked: z.boolean() })),
  /** Texts of what heads it: the section, then the header cells of its row and of its column. */
  context: z.array(z.string()),
  score: z.number(),
  /** Of a suggestion: what the claim and it have in common, the strongest first. */
  reasons: z
    .array(
      z.strictObject({
        kind: z.enum(['title', 'entity', 'number', 'term', 'link', 'related']),
        text: z.string(),
      }),
    )
    .optional(),
});

export type Hit = z.infer<typeof hitSchema>;

/** `GET /api/search?q=&limit=` and `GET /api/suggestions?claim=`: the best first. */
export const hitsResponseSchema = z.strictObject({
  /** Titles that have the words; empty for suggestions. */
  titles: z.array(z.string()),
  hits: z.array(hitSchema),
  /** What was searched: `titles` where the corpus is not held in memory and has no index, `titles-for-now` where its engine gives no answer. */
  scope: z.enum(['all', 'titles', 'titles-for-now']),
});

export type HitsResponse = z.infer<typeof hitsResponseSchema>;

/** `GET /api/titles`: the first 5,000 titles of the corpus, sorted, and how many there are. */
export const titlesResponseSchema = z.strictObject({ titles: z.array(z.string()), count: z.int() });

/** `GET /api/guidelines`: Markdown. */
export const guidelinesResponseSchema = z.strictObject({ markdown: z.string(), fingerprint: z.string() });
