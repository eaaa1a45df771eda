// Indexes sentences by MiniSearch in memory and searches them: the best ten of all with any word. It stems nothing.
import MiniSearch from 'minisearch';
import { report } from '../report.mjs';
import { linesOf, processorSeconds, timesOf } from '../search-times.mjs';

const [sentencesPath, queriesPath, few] = process.argv.slice(2);
const sentences = linesOf(sentencesPath);
const queries = linesOf(queriesPath).slice(0, Number(few));
const start = processorSeconds();
const index = new MiniSearch({ fields: ['text'], storeFields: [] });
for (const [id, text] of sentences.entries()) index.add({ id, text });
const buildSeconds = processorSeconds() - start;
report({ buildSeconds, ...timesOf(queries, Number(few), (query) => index.search(query).slice(0, 10)) });
