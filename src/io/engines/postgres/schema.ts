import type { EnginePart } from '../engine-part.ts';

/** Two schemas of PostgreSQL: the index that is searched, and the one that is being made. Names in SQL, quoted. */
export interface SchemaNames {
  readonly own: string;
  readonly building: string;
}

/** The names of an index's schemas. */
export function schemasOf(index: string): SchemaNames {
  return { own: quoted(index), building: quoted(`${index}_building`) };
}

/** An identifier in SQL. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What shows that a schema is claimset's: nothing else is ever removed. */
export const schemaComment = 'An index of claimset';

/**
 * SQL that makes a schema for an index. `meta` has one row, its description; `known_title` the first article of each title; each part its documents, terms and
 * the words that are no terms themselves. The one position of a term in `terms` is its count: PostgreSQL takes positions up to 16383.
 */
export function makeSchema(schema: string, parts: readonly EnginePart[]): string {
  return `
    CREATE SCHEMA ${schema};
    COMMENT ON SCHEMA ${schema} IS '${schemaComment}';
    CREATE TABLE ${schema}.meta (description jsonb NOT NULL);
    CREATE TABLE ${schema}.known_title (key text COLLATE "C" PRIMARY KEY, number int NOT NULL);
    ${parts.map((part) => makePart(schema, part)).join('\n')}`;
}

function makePart(schema: string, part: EnginePart): string {
  return `
    CREATE TABLE ${schema}.${part} (
      number int NOT NULL, article int NOT NULL, id text NOT NULL, title text NOT NULL, kind text NOT NULL, text text NOT NULL,
      heads jsonb NOT NULL, length int NOT NULL, rows text NOT NULL, terms tsvector NOT NULL);
    CREATE TABLE ${schema}.${part}_term (term text COLLATE "C" NOT NULL, documents int NOT NULL, peak float8 NOT NULL);
    CREATE TABLE ${schema}.${part}_word (word text COLLATE "C" NOT NULL, term text COLLATE "C" NOT NULL, PRIMARY KEY (word, term));`;
}

/**
 * SQL that makes a part quick to search when all is in it: the indexes, and for each term how many documents have it and the greatest saturation it has in one. It
 * has no parameters: what it is given are numbers.
 */
export function finishPart(schema: string, part: EnginePart, saturation: string): string {
  return `
    ALTER TABLE ${schema}.${part} ADD PRIMARY KEY (number);
    CREATE INDEX ON ${schema}.${part} (article);
    CREATE INDEX ON ${schema}.${part} USING gin (terms) WITH (fastupdate = off);
    INSERT INTO ${schema}.${part}_term
      SELECT lexeme, count(*), max(${saturation})
      FROM ${schema}.${part}, unnest(terms) AS own(lexeme, positions, weights) GROUP BY lexeme;
    ALTER TABLE ${schema}.${part}_term ADD PRIMARY KEY (term);
    ANALYZE ${schema}.${part}, ${schema}.${part}_term, ${schema}.${part}_word;`;
}
