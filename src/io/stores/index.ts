import { findById } from '../../formats/find-by-id.ts';
import type { DatabaseFormat } from './database-format.ts';
import { feverDb } from './fever-db.ts';
import { feverousDb } from './feverous-db.ts';

/** All kinds of databases with articles, sorted by id. */
export const databaseFormats: readonly DatabaseFormat[] = [feverDb, feverousDb];

/** The database format of an id. @throws UsageError where there is none, with the nearest ids. */
export function findDatabaseFormat(id: string): DatabaseFormat {
  return findById(id, databaseFormats);
}
