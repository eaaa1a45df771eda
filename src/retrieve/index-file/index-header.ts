import { z } from 'zod';
import { evidenceKinds } from '../../corpus/evidence-kind.ts';
import { indexSettingsSchema } from '../index/index-settings-schema.ts';
import { searchLevels } from '../records/search-level.ts';
import { indexPlan, levelPlan, recordsPerBlock, titlePlan } from './column-plans.ts';
import { bytesOfColumns, type ColumnPlan } from './columns.ts';

const wholeSchema = z.int().nonnegative();
/** Numbers of documents, terms and postings are kept in four bytes. */
const countSchema = z.int().nonnegative().max(0xffffffff);
const sumSchema = z.int().nonnegative().max(0xffffffff);

const regionSchema = z.strictObject({ offset: wholeSchema, bytes: wholeSchema, crc32: sumSchema });

function columnsSchema<Plan extends ColumnPlan>(plan: Plan) {
  const items = Object.fromEntries(Object.keys(plan).map((name) => [name, countSchema]));
  return regionSchema.extend({
    items: z.strictObject(items as { [Name in keyof Plan]: typeof countSchema }),
  });
}

const titleIndexSchema = z.strictObject({
  size: countSchema,
  words: wholeSchema,
  columns: columnsSchema(indexPlan),
});

const levelSchema = z.strictObject({
  size: countSchema,
  words: wholeSchema,
  columns: columnsSchema(levelPlan),
  records: regionSchema,
});

/** What an index file says of itself: where its parts stand, what it was made with and of. */
const headerSchema = z.strictObject({
  settings: indexSettingsSchema,
  /** What the configuration said when the index was made. */
  configured: indexSettingsSchema,
  corpus: z.strictObject({
    /** From the folder of the index file, with `/`. */
    path: z.string(),
    files: wholeSchema,
    bytes: wholeSchema,
    /** SHA-256 of the names, sizes and times of the files. */
    stamp: z.string(),
  }),
  articles: countSchema,
  /** What the column `kinds` counts. */
  kinds: z.array(z.enum(evidenceKinds)).max(255),
  titles: columnsSchema(titlePlan),
  /** Of the runs of three characters that titles have, by article. */
  titleIndex: titleIndexSchema,
  levels: z.partialRecord(z.enum(searchLevels), levelSchema),
});

export type IndexHeader = z.infer<typeof headerSchema>;
export type TitleIndexHeader = z.infer<typeof titleIndexSchema>;
export type LevelHeader = z.infer<typeof levelSchema>;
/** A part of the file, with the sum of its bytes. */
export type Region = z.infer<typeof regionSchema>;

/**
 * The header of an index file of some bytes; `undefined` for one that cannot be true: whose parts do not lie in the file or do not fit together. What it promises
 * may be reserved.
 *
 * @param end where the parts end: the first byte of the header
 */
export function parseIndexHeader(json: string, end: number): IndexHeader | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { data: header } = headerSchema.safeParse(parsed);
  if (header === undefined) return undefined;
  const levels = Object.values(header.levels);
  const regions: readonly Region[] = [
    header.titles,
    header.titleIndex.columns,
    ...levels.flatMap(({ columns, records }) => [columns, records]),
  ];
  const fits =
    levels.length > 0 &&
    regions.every(({ offset, bytes }) => offset + bytes <= end) &&
    titlesFit(header) &&
    levels.every((level) => levelFits(level, header.articles));
  return fits ? header : undefined;
}

function titlesFit({ articles, titles, titleIndex }: IndexHeader): boolean {
  const { bytes, items } = titles;
  return (
    bytes === bytesOfColumns(titlePlan, items) &&
    items.titleOffsets === articles + 1 &&
    [items.high, items.low, items.articles, titleIndex.size].every((count) => count === articles) &&
    titleIndex.columns.bytes === bytesOfColumns(indexPlan, titleIndex.columns.items) &&
    indexFits(titleIndex)
  );
}

function levelFits(level: LevelHeader, articles: number): boolean {
  const { size, columns } = level;
  const { bytes, items } = columns;
  return (
    bytes === bytesOfColumns(levelPlan, items) &&
    [items.kinds, items.recordLengths].every((count) => count === size) &&
    items.recordBlocks === Math.ceil(size / recordsPerBlock) &&
    items.starts === articles + 1 &&
    indexFits(level)
  );
}

function indexFits({ size, columns: { items } }: TitleIndexHeader | LevelHeader): boolean {
  const terms = items.offsets - 1;
  return (
    items.lengths === size &&
    terms >= 0 &&
    [items.peaks, items.termNumbers, items.termOffsets - 1].every((count) => count === terms) &&
    items.wordTerms === items.wordOffsets - 1 &&
    items.documents === items.counts &&
    items.manyPostings === items.manyCounts
  );
}
