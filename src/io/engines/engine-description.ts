import { z } from 'zod';
import { ToolError } from '../../errors.ts';
import { indexSettingsSchema } from '../../retrieve/index/index-settings-schema.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { type EnginePart, engineParts } from './engine-part.ts';

/** Raised when what is kept in an engine, or how terms are made, is another. */
const engineFormat = 1;

const partSchema = z.object({
  size: z.int().nonnegative(),
  words: z.int().nonnegative(),
  /** The highest count of a term in a document. */
  mostTimes: z.int().nonnegative(),
});

/** What an engine keeps about an index: what it was made with, and how much there is of it. */
const descriptionSchema = z.object({
  claimset: z.literal(engineFormat),
  settings: indexSettingsSchema,
  corpus: z.string(),
  parts: z.partialRecord(z.enum(engineParts), partSchema),
  /** Taken in so far. */
  articles: z.int().nonnegative(),
  /** Records that were cut. */
  cut: z.int().nonnegative(),
});

export type EngineDescription = z.infer<typeof descriptionSchema>;
export type PartDescription = z.infer<typeof partSchema>;

/** The description that an engine gives back. @throws ToolError ENGINE_FORMAT where it is none of this version. */
export function readDescription(value: unknown, shown: string): EngineDescription {
  const parsed = descriptionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ToolError(
    'ENGINE_FORMAT',
    `The index in ${shown} is of another version of claimset. Make it anew with \`claimset index --engine\`.`,
  );
}

/** For an engine in which there is no index under a name. */
export function emptyEngine(shown: string): ToolError {
  return new ToolError(
    'ENGINE_EMPTY',
    `There is no index in ${shown} yet. Fill it with \`claimset index --engine\`.`,
  );
}

/** Of an index that nothing was taken into yet. */
export function emptyDescription(
  settings: IndexSettings,
  corpus: string,
  parts: readonly (typeof engineParts)[number][],
): EngineDescription {
  return {
    claimset: engineFormat,
    settings,
    corpus,
    parts: Object.fromEntries(parts.map((part) => [part, { size: 0, words: 0, mostTimes: 0 }])),
    articles: 0,
    cut: 0,
  };
}

/** Whether filling an index of one description may go on with what is to be one of the other. */
export function isSameSource(one: EngineDescription, other: EngineDescription): boolean {
  const key = ({ settings, corpus, parts }: EngineDescription): string =>
    JSON.stringify([indexSettingsSchema.parse(settings), corpus, Object.keys(parts).sort()]);
  return key(one) === key(other);
}

/** The levels of an index, in the order in which they were named. */
export function levelsOf({ parts }: EngineDescription): SearchLevel[] {
  return (Object.keys(parts) as EnginePart[]).filter((part): part is SearchLevel => part !== 'title');
}

/** Number of its records on all levels. */
export function recordsOf(description: EngineDescription): number {
  return levelsOf(description).reduce((sum, level) => sum + (description.parts[level]?.size ?? 0), 0);
}
