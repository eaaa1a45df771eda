// How much of the evidence of claims is found: by suggestions, by a search for the words of the claim, by SQLite's FTS5 and by MiniSearch.
// Build first: npm run build.
//   node scripts/bench/measure-recall.mjs [folder of published files] [--half tuned|other] [--json]
// The dataset of this repository is always measured; of the folder those files that are there, whose own texts are searched.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { CarriedEvidence } from '../../dist/corpus/carried-evidence.js';
import { EvidenceIndex } from '../../dist/corpus/evidence-index.js';
import { findReadableFormat } from '../../dist/formats/index.js';
import { readFormat } from '../../dist/formats/read-format.js';
import { loadCorpus } from '../../dist/io/load-corpus.js';
import { openReadSource } from '../../dist/io/open-read-source.js';
import { buildSearcher } from '../../dist/retrieve/build-searcher.js';
import { defaultIndexSettings } from '../../dist/retrieve/default-index-settings.js';
import { searcherOfTexts } from '../../dist/retrieve/searcher-of-texts.js';
import { contentWords } from '../../dist/retrieve/suggest/claim-parts.js';
import { recallQuestions } from '../../dist/retrieve/suggest/recall/recall-question.js';
import { RecallTally, recallCutoffs } from '../../dist/retrieve/suggest/recall/recall-tally.js';
import { suggestEvidence } from '../../dist/retrieve/suggest/suggest-evidence.js';
import {
  defaultSuggestSettings,
  settingsWithoutOrder,
} from '../../dist/retrieve/suggest/suggest-settings.js';
import { hashText } from '../../dist/text/hash.js';

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string' }, json: { type: 'boolean', default: false } },
});
if (options.half !== undefined && !['tuned', 'other'].includes(options.half))
  throw new Error('--half is "tuned" or "other".');
const root = fileURLToPath(new URL('../../', import.meta.url));
const [folder] = positionals;
const count = Math.max(...recallCutoffs);

/** Files as they are published, or the first part of one. */
const published = [
  ['VitaminC', 'vitaminc', 'vitaminc/synthetic_test_first3000.jsonl', 'en'],
  ['FM2', 'fm2', 'fool-me-twice/dev.jsonl', 'en'],
  ['Climate-FEVER', 'climate-fever', 'climate-fever/first700.jsonl', 'en'],
  ['HealthVer', 'healthver', 'healthver/healthver_dev.csv', 'en'],
  ['AVeriTeC', 'averitec', 'averitec/dev_first250.json', 'en'],
  ['DanFEVER', 'danish', 'danish/dev.jsonl', 'da'],
  ['FEVER Symmetric', 'fever-symmetric', 'fever-symmetric/symmetric_v0.2_fever_symmetric_dev.jsonl', 'en'],
];

const rows = [];
for await (const set of setsToMeasure()) {
  const questions = set.questions.filter(({ sets }) => {
    if (options.half === undefined) return true;
    // Claims of the same evidence are in the same half.
    return (hashText(sets[0][0]) & 1) === (options.half === 'tuned' ? 0 : 1);
  });
  for (const [engine, rank] of enginesOf(set)) {
    const tally = new RecallTally();
    for (const question of questions) tally.add(question, await rank(question.claim));
    rows.push({ set: set.name, claims: questions.length, searched: set.records.length, engine, tally });
  }
}
console.log(options.json ? JSON.stringify(rows.map(recordOf), null, 2) : tableOf(rows));

async function* setsToMeasure() {
  const { evidence } = loadCorpus(root, 'corpus', root);
  const claims = path.join(root, 'claims');
  const files = readdirSync(claims).filter((file) => file.endsWith('.jsonl'));
  const own = readClaims(
    findReadableFormat('jsonl'),
    files.sort().map((file) => path.join(claims, file)),
    evidence,
  );
  const searcher = buildSearcher('the corpus', evidence.articles, ['element'], settingsOf('en'));
  yield setOf('this dataset', 'en', own.claims, searcher, defaultSuggestSettings);
  for (const [name, format, file, language] of folder === undefined ? [] : published) {
    const at = path.join(folder, file);
    if (!existsSync(at)) {
      console.error(`not measured: there is no ${file} in the folder`);
      continue;
    }
    const read = readClaims(findReadableFormat(format), [at], new EvidenceIndex([]));
    const ofTexts = searcherOfTexts(name, read.texts, settingsOf(language));
    yield setOf(name, language, read.claims, ofTexts, settingsWithoutOrder);
  }
}

async function setOf(name, language, claims, searcher, settings) {
  const size = await searcher.size('element');
  const records = [];
  for (let at = 0; at < size; at++) records.push(await searcher.recordAt('element', at));
  return { name, language, questions: recallQuestions(claims), searcher, settings, records };
}

function settingsOf(language) {
  return { ...defaultIndexSettings, analysis: { ...defaultIndexSettings.analysis, language } };
}

function readClaims(format, files, evidence) {
  const carried = new CarriedEvidence(evidence);
  const context = { evidence: carried, anyLabel: true };
  const claims = [];
  for (const file of files) {
    const source = openReadSource(file, path.basename(file));
    for (const { claim, text, diagnostic } of readFormat(format, source, context)) {
      if (diagnostic?.severity === 'error') throw new Error(`Not all of ${file} could be read.`);
      if (text !== undefined) carried.add(text.id, text.text);
      if (claim !== undefined) claims.push(claim);
    }
  }
  return { claims, texts: carried.texts };
}

/** What ranks ids for a claim. All get the same elements with titles and headers, and the claim without the commonest words. */
function enginesOf({ language, searcher, settings, records }) {
  const words = (claim) => contentWords(claim, language);
  const search = async (claim) => {
    const query = { words: words(claim), phrases: [], prefixes: [] };
    return (await searcher.search({ query, level: 'element', count })).map(({ id }) => id);
  };
  const suggest = async (claim) =>
    (await suggestEvidence(searcher, { claim, count, language }, settings)).map(({ id }) => id);
  return [
    ['claimset suggest', suggest],
    ['claimset search', search],
    ['FTS5 (porter)', fts5(records, words)],
    ['MiniSearch', miniSearch(records, words)],
  ];
}

function fts5(records, words) {
  const database = new Database(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE elements USING fts5(text, title, heads, tokenize = 'porter unicode61')",
  );
  const insert = database.prepare('INSERT INTO elements (rowid, text, title, heads) VALUES (?, ?, ?, ?)');
  for (const [at, { text, title, heads }] of records.entries()) insert.run(at, text, title, heads.join(' '));
  const best = database.prepare(
    'SELECT rowid FROM elements WHERE elements MATCH ? ORDER BY rank, rowid LIMIT ?',
  );
  return (claim) => {
    const query = words(claim)
      .map((word) => `"${word}"`)
      .join(' OR ');
    return query === '' ? [] : best.all(query, count).map(({ rowid }) => records[rowid].id);
  };
}

function miniSearch(records, words) {
  const engine = new MiniSearch({ fields: ['text', 'title', 'heads'] });
  engine.addAll(records.map(({ text, title, heads }, id) => ({ id, text, title, heads: heads.join(' ') })));
  return (claim) =>
    engine
      .search(words(claim).join(' '))
      .slice(0, count)
      .map(({ id }) => records[id].id);
}

function recordOf({ set, claims, searched, engine, tally }) {
  const shares = (key) =>
    Object.fromEntries(tally.figures.map((figure) => [figure.cutoff, figure[key] / claims]));
  return { set, claims, searched, engine, whole: shares('whole'), any: shares('any') };
}

function tableOf(measured) {
  const cutoffs = recallCutoffs.map((cutoff) => `@${cutoff}`);
  const head = [
    '',
    'claims',
    'elements',
    'engine',
    ...cutoffs.map((at) => `whole set ${at}`),
    ...cutoffs.map((at) => `any ${at}`),
  ];
  const lines = measured.map(({ set, claims, searched, engine, tally }, at) => {
    const shares = (key) => tally.figures.map((figure) => ((figure[key] / claims) * 100).toFixed(1));
    const what = measured[at - 1]?.set === set ? ['', '', ''] : [set, claims, searched];
    return [...what, engine, ...shares('whole'), ...shares('any')];
  });
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const bar = head.map((_, at) => (at === 0 || at === 3 ? '---' : '---:'));
  return [row(head), row(bar), ...lines.map(row)].join('\n');
}
