// Indexes sentences in memory and searches them: the best ten by MaxScore, or with `exhaustive` by computing all scores.
import { createAnalyzer } from '../../../dist/retrieve/analysis/analyzer.js';
import { defaultIndexSettings } from '../../../dist/retrieve/default-index-settings.js';
import { TextIndexBuilder } from '../../../dist/retrieve/index/text-index-builder.js';
import { searchExhaustively } from '../../../dist/retrieve/search/exhaustive.js';
import { MaxScore } from '../../../dist/retrieve/search/max-score.js';
import { weightingOf } from '../../../dist/retrieve/weighting/weighting-of.js';
import { report } from '../report.mjs';
import { linesOf, processorSeconds, timesOf } from '../search-times.mjs';

const [sentencesPath, queriesPath, few, method] = process.argv.slice(2);
const sentences = linesOf(sentencesPath);
const queries = linesOf(queriesPath);
const start = processorSeconds();
const builder = new TextIndexBuilder(defaultIndexSettings);
for (const text of sentences) builder.add([{ text, times: 1 }]);
const index = builder.finish();
const buildSeconds = processorSeconds() - start;

const { termsOf } = createAnalyzer(defaultIndexSettings.analysis);
const weighting = weightingOf(defaultIndexSettings.weighting);
const maxScore = new MaxScore(index, weighting);
const quick = (query) => maxScore.search({ terms: termsOf(query), count: 10 });
const slow = (query) => searchExhaustively(index, weighting, { terms: termsOf(query), count: 10 });
const checked = queries.slice(0, Number(few));
const same = checked.filter((query) => JSON.stringify(quick(query)) === JSON.stringify(slow(query)));
const { columns } = index;
const bytes = Object.values(columns).reduce(
  (sum, column) => sum + (column.byteLength ?? column.bytes.byteLength + column.offsets.byteLength),
  0,
);
const times = timesOf(
  method === 'exhaustive' ? checked : queries,
  Number(few),
  method === 'exhaustive' ? slow : quick,
);
report({ buildSeconds, ...times, bytes, different: checked.length - same.length });
