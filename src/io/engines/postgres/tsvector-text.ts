import { maxTimes } from './saturation-sql.ts';

/** Bytes of all terms of a document that PostgreSQL takes, with room for what it adds. */
const maxBytes = 900_000;
const bytesBesides = 12;

/** A lexeme in the text of a tsvector or tsquery. */
export function lexeme(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The text of the tsvector of counted terms, the position of each its count; and whether terms had to be left out. */
export function tsvectorText(counts: ReadonlyMap<string, number>): {
  readonly text: string;
  readonly isCut: boolean;
} {
  const lexemes: string[] = [];
  let bytes = 0;
  for (const [term, count] of counts) {
    bytes += Buffer.byteLength(term) + bytesBesides;
    if (bytes > maxBytes) return { text: lexemes.join(' '), isCut: true };
    lexemes.push(`${lexeme(term)}:${Math.min(count, maxTimes)}`);
  }
  return { text: lexemes.join(' '), isCut: false };
}
