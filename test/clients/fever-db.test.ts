import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDatabaseFormat } from '../../src/io/stores/index.ts';
import { writeDatabase } from '../../src/io/stores/write-database.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { exampleArticles } from '../io/stores/example-articles.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('sqlite3');

test.skipIf(why !== undefined)(
  `the queries of FEVER's baseline find the pages of our database${why === undefined ? '' : ` (${why})`}`,
  async () => {
    const path = join(temporaryFolder(), 'fever.db');
    await writeDatabase(path, findDatabaseFormat('fever-db'), exampleArticles);
    const said = askClient('fever-db.py', [path, 'Şuşa_-LRB-film-RRB-']);
    const ids = [
      'Abc',
      'Şuşa_-LRB-film-RRB-',
      'It\'s_"quoted"-COLON-_a_-LSB-title-RSB-;_DROP_TABLE_wiki',
      'Zero\u0000byte',
      'R_&_B',
      '日本',
    ].map((id) => id.normalize('NFD'));
    expect(said).toEqual({ ids: ids.sort(), sentences: ['Şuşa is a film.'], nonEmpty: ids.sort() });
  },
);
