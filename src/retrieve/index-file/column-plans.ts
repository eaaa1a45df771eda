/** Columns of an index. */
export const indexPlan = {
  lengths: 'u32',
  offsets: 'u32',
  documents: 'u32',
  counts: 'u8',
  manyPostings: 'u32',
  manyCounts: 'u32',
  peaks: 'f64',
  termBytes: 'u8',
  termOffsets: 'u32',
  termNumbers: 'u32',
  wordBytes: 'u8',
  wordOffsets: 'u32',
  wordTerms: 'u32',
} as const;

/** Columns of a level: those of its index, then where its records stand. */
export const levelPlan = {
  ...indexPlan,
  /** By document: the place of its kind in the header's list. */
  kinds: 'u8',
  /** By document: the bytes of its record. */
  recordLengths: 'u32',
  /** For every {@link recordsPerBlock} documents: where the record of the first stands. */
  recordBlocks: 'f64',
  /** By article: its first document; at the end the number of documents. */
  starts: 'u32',
} as const;

/** Columns of the titles, in the order of the articles, and of their hashes as a `PageTable` has them. */
export const titlePlan = {
  titleBytes: 'u8',
  titleOffsets: 'u32',
  fences: 'u32',
  high: 'u32',
  low: 'u32',
  articles: 'u32',
} as const;

/** Documents whose records are found from one place: a place is eight bytes, a length four. */
export const recordsPerBlock = 32;
