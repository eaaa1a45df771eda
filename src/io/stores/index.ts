import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import type { DatabaseFormat } from './database-format.ts';
import { feverDb } from './fever-db.ts';
import { feverousDb } from './feverous-db.ts';

/** All kinds of databases with articles, sorted by id. */
export const databaseFormats: readonly DatabaseFormat[] = [feverDb, feverousDb];

/** The database format of an id. @throws UsageError where there is none, with the nearest ids. */
export function findDatabaseFormat(id: string): DatabaseFormat {
  const found = databaseFormats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const ids = databaseFormats.map((format) => format.id);
  throw new UsageError(
    `There is no kind of database "${id}". ${didYouMean(id, ids) ?? `Use one of ${ids.join(', ')}.`}`,
  );
}
