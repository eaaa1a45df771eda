// Indexes sentences by SQLite's FTS5 in a file and searches them: the best ten of all with any word, by its BM25.
import { statSync } from 'node:fs';
import Database from 'libsql';
import { report } from '../report.mjs';
import { linesOf, processorSeconds, timesOf } from '../search-times.mjs';

const [sentencesPath, queriesPath, few, path] = process.argv.slice(2);
const sentences = linesOf(sentencesPath);
const queries = linesOf(queriesPath).slice(0, Number(few));
const database = new Database(path);
database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
const start = processorSeconds();
// `detail` and contents are left out: what is found is only numbered, as in the other cases.
database.exec("CREATE VIRTUAL TABLE s USING fts5(text, content='', tokenize='porter unicode61')");
const insert = database.prepare('INSERT INTO s (rowid, text) VALUES (?, ?)');
database.transaction(() => {
  for (const [at, text] of sentences.entries()) insert.run(at + 1, text);
})();
const buildSeconds = processorSeconds() - start;
const select = database.prepare('SELECT rowid, rank FROM s WHERE s MATCH ? ORDER BY rank LIMIT 10');
const search = (query) =>
  select.all(
    query
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      .map((word) => `"${word}"`)
      .join(' OR '),
  );
const times = timesOf(queries, Number(few), search);
database.close();
report({ buildSeconds, ...times, bytes: statSync(path).size });
