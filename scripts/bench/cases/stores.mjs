// Articles that do not fit in memory: what the index of wiki-pages, random reads and the check of claims against them cost. Prints
// figures, for docs/performance.md; makes its input itself.
//   npm run build && node scripts/bench/cases/stores.mjs [pages] [claims]
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoredEvidence } from '../../../dist/corpus/stored-evidence.js';
import { bufferTools } from '../../../dist/io/buffer-tools.js';
import { readChunks } from '../../../dist/io/files.js';
import { findDatabaseFormat } from '../../../dist/io/stores/index.js';
import { openCorpus } from '../../../dist/io/stores/open-corpus.js';
import { writeDatabase } from '../../../dist/io/stores/write-database.js';
import { readLines } from '../../../dist/text/source-line.js';
import { feverLine, generateClaims, pageOf, titleOf, writeLines } from '../generate-claims.mjs';
import { runCase } from '../round-robin.mjs';

const [pages = 400_000, claims = 20_000] = process.argv.slice(2).map(Number);
const reads = 20_000;
const sentences = 12;
const command = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'claimset-stores-'));
const corpus = path.join(folder, 'wiki-pages');
const file = path.join(corpus, 'wiki-001.jsonl');
const say = async () => undefined;

try {
  mkdirSync(corpus);
  writeLines(file, map(range(pages), pageLine));
  const megabytes = statSync(file).size / 1e6;
  print('pages', `${pages}, ${megabytes.toFixed(0)} MB`);

  const reading = await seconds(() => {
    for (const _ of readLines('pages', readChunks(file), bufferTools));
  });
  const indexing = await seconds(async () => (await openCorpus(corpus, folder, { say })).store.close());
  print('index made and kept; seconds of reading the lines = 1', (indexing / reading).toFixed(2));
  print('index, bytes a page', (statSync(path.join(corpus, 'claimset-index')).size / pages).toFixed(1));
  const opening = await seconds(async () => (await openCorpus(corpus, folder, { say })).store.close());
  print('index loaded, ms', (opening * 1000).toFixed(0));

  await readAtRandom('wiki-pages', corpus);
  for (const [id, count] of [
    ['fever-db', pages / 4],
    ['feverous-db', pages / 4],
  ]) {
    const database = path.join(folder, `${id}.db`);
    const drafts = map(range(count), draftOf);
    const writing = await seconds(() => writeDatabase(database, findDatabaseFormat(id), drafts));
    print(`${id}, pages written a second`, (count / writing).toFixed(0));
    await readAtRandom(id, database);
  }

  const claimFile = path.join(folder, 'claims.jsonl');
  writeLines(claimFile, map(generateClaims(claims, { titles: Math.min(pages, 50_000) }), feverLine));
  for (const [name, ...more] of [
    ['without articles', '--no-corpus'],
    ['against the pages, level 3', '--corpus', corpus, '--level', '3'],
    ['against the pages, all levels', '--corpus', corpus],
  ]) {
    const args = [command, 'validate', '--format', 'fever', claimFile, '--fail-on', 'none', ...more];
    const { seconds: taken, peak } = runCase({ name, args, peakFile: path.join(folder, 'peak') });
    print(`${claims} claims ${name}`, `${taken.toFixed(2)} s, ${peak} MiB`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function readAtRandom(name, where) {
  const { store } = await openCorpus(where, folder, { say });
  const { size } = store;
  const titles = Array.from({ length: reads }, (_, which) => titleOf((which * 7919) % size));
  const evidence = new StoredEvidence(store);
  const drafts = await seconds(
    () => titles.filter((title) => store.load(title)?.article === undefined).length,
  );
  const articles = await seconds(() => {
    const missing = titles.filter((title) => evidence.article(title) === undefined);
    if (missing.length > 0) throw new Error(`${name} has no "${missing[0]}".`);
  });
  print(`${name}, articles read at random a second`, (reads / drafts).toFixed(0));
  print(`${name}, the same with their ids looked up and placed`, (reads / articles).toFixed(0));
  store.close();
}

function pageLine(number) {
  const title = titleOf(number);
  const texts = Array.from(range(sentences), (which) => sentenceOf(title, number + which));
  const lines = texts
    .map((text, which) => `${which}\t${text}\t${titleOf(which)}\t${titleOf(which)}`)
    .join('\n');
  return JSON.stringify({ id: pageOf(title), text: `${texts.join(' ')} `, lines });
}

function draftOf(number) {
  const title = titleOf(number);
  const elements = Array.from(range(sentences), (which) => ({
    kind: 'sentence',
    number: which,
    text: sentenceOf(title, number + which),
  }));
  return { title, elements };
}

function sentenceOf(title, number) {
  return `${title} was seen with ${titleOf(number)} near ${titleOf(number * 3)} in ${1900 + (number % 100)} , and again later .`;
}

function print(name, figure) {
  console.log(`${name}: ${figure}`);
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function* range(count) {
  for (let number = 0; number < count; number++) yield number;
}

function* map(items, convert) {
  for (const item of items) yield convert(item);
}
