// Writes an index file of sentences, opens it, and searches it with one thread and with two over the same memory.
import { readFileSync } from 'node:fs';
import { buildIndexFile } from '../../../dist/io/search-index/build-index-file.js';
import { mapAhead } from '../../../dist/io/search-index/map-ahead.js';
import { openIndexFile, searcherOfIndex } from '../../../dist/io/search-index/open-index-file.js';
import { openPool } from '../../../dist/io/search-index/pooled-searcher.js';
import { defaultIndexSettings as settings } from '../../../dist/retrieve/default-index-settings.js';
import { plainQuery } from '../../../dist/retrieve/query/parsed-query.js';
import { report } from '../report.mjs';
import { linesOf } from '../search-times.mjs';

const [sentencesPath, queriesPath, path] = process.argv.slice(2);
const sentencesPerArticle = 25;
const sentences = linesOf(sentencesPath);
const queries = linesOf(queriesPath);
/** A batch asks the queries so often, for some ten seconds: who has few of them needs no threads, which each take a moment to become quick. */
const times = Math.max(5, Math.round(2_500_000 / sentences.length));
const corpus = { path: 'corpus', files: 1, bytes: 1, stamp: 'bench' };
await buildIndexFile(path, {
  articles: articles(),
  levels: ['element'],
  settings,
  configured: settings,
  corpus,
});

const openSeconds = least(() => openIndexFile(path, { shown: path }).close());
const readSeconds = least(() => readFileSync(path));
const index = openIndexFile(path, { shown: path, isShared: true });
const searcher = searcherOfIndex(index, path);
const opened = { origin: 'file', searcher, shown: path, index };
const rates = [];
const batch = Array.from({ length: times }, () => queries).flat();
for (const threads of [1, 2]) {
  const pool = await openPool(opened, { threads, least: 1 });
  const ask = (query) => pool.searcher.search({ query: plainQuery(query), level: 'element', count: 10 });
  await run(queries.slice(0, 100 * threads), pool.ahead, ask);
  rates.push(batch.length / (await run(batch, pool.ahead, ask)));
  await pool.close();
}
await searcher.close();
report({ openSeconds, readSeconds, one: rates[0], two: rates[1] });

async function run(asked, ahead, ask) {
  const start = performance.now();
  let hits = 0;
  for await (const found of mapAhead(asked, ahead, ask)) hits += found.length;
  if (hits === 0) throw new Error('Nothing was found.');
  return (performance.now() - start) / 1000;
}

function least(work) {
  const seconds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...seconds);
}

function* articles() {
  for (let from = 0; from < sentences.length; from += sentencesPerArticle) {
    const title = `Article ${from / sentencesPerArticle}`;
    const records = sentences
      .slice(from, from + sentencesPerArticle)
      .map((text, at) => ({ id: `${title}_sentence_${at}`, title, kind: 'sentence', index: [at], text }));
    yield { title, records };
  }
}
