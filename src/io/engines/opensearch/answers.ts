import { z } from 'zod';
import { evidenceKinds } from '../../../corpus/evidence-kind.ts';
import { noEngine } from './rest.ts';

const recordSource = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum([...evidenceKinds]),
  text: z.string(),
  heads: z.array(z.string()),
  number: z.int().nonnegative(),
});

/** Records that were found. */
export const recordsAnswer = hitsOf(z.object({ _score: z.number().nullable(), _source: recordSource }));

/** Mappings of indexes, by name. */
export const mappingsAnswer = z.record(
  z.string(),
  z.object({
    mappings: z.object({ _meta: z.looseObject({ claimset: z.unknown().optional() }).nullish() }),
  }),
);

/** Articles that were found by their titles. */
export const articlesAnswer = hitsOf(
  z.object({ _source: z.object({ key: z.string(), article: z.int().nonnegative() }) }),
);

/** Words that were counted. */
export const wordsAnswer = z.object({
  aggregations: z.object({
    words: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  }),
});

/** An answer as it must be. @throws ToolError ENGINE_FAILED for any other: whoever answers may be anything. */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  shown: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw noEngine(shown);
}

function hitsOf<Hit extends z.ZodType>(hit: Hit) {
  return z.object({ hits: z.object({ hits: z.array(hit) }) });
}
