import { type SearchLevel, searchLevels } from '../../retrieve/records/search-level.ts';

/** What an engine keeps apart: the levels that are searched, and the titles, by which articles are found. */
export const engineParts = [...searchLevels, 'title'] as const satisfies readonly (SearchLevel | 'title')[];

export type EnginePart = (typeof engineParts)[number];
