// Measures the paths that have a target, as ratios of whole processes on this machine. Build first: npm run build.
//   node scripts/bench/run.mjs [--large] [--rounds N] [--json] [--check]
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateCorpus } from './generate-corpus.mjs';
import { measureNearDuplicates } from './measure-near-duplicates.mjs';
import { measurePages } from './measure-pages.mjs';
import { measureScores } from './measure-scores.mjs';
import { measureSearch } from './measure-search.mjs';
import { measureValidate } from './measure-validate.mjs';
import { compare, runCase, runRounds, summarise } from './round-robin.mjs';

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
/** A ratio may miss its target by this much, best of three tries, before --check fails: machines are busy. */
const margin = 0.75;
const tries = options.check ? 3 : 1;

const root = fileURLToPath(new URL('../../', import.meta.url));
const caseFile = (name) => path.join(root, 'scripts/bench/cases', `${name}.mjs`);
const command = path.join(root, 'dist/cli/main.js');
if (!existsSync(path.join(root, 'dist/io/stream-corpus.js')))
  throw new Error('There is no build to measure. Run `npm run build`.');

const folder = mkdtempSync(path.join(tmpdir(), 'claimset-bench-'));
try {
  const rows = await measure();
  console.log(options.json ? JSON.stringify(rows, null, 2) : tableOf(rows));
  const missed = rows.filter((row) => row.isMissed);
  if (options.check && missed.length > 0) {
    console.error(`Missed: ${missed.map(({ name }) => name).join('; ')}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function measure() {
  const sizes = options.large ? [31e6, 125e6, 500e6] : [2e6, 8e6, 31e6];
  const corpora = sizes.map((bytes) => {
    const file = path.join(folder, `corpus-${bytes}.txt`);
    generateCorpus(file, bytes);
    return file;
  });
  const corpus = corpora.at(-1);
  await checkOutputs(options.large ? corpora[0] : corpus, corpus);
  return [
    ...bestOf(tries, () => measureBulk(corpus)),
    ...bestOf(tries, () => measureStart()),
    ...bestOf(tries, () => measureGrowth(corpora, sizes)),
    measureIndex(options.large ? corpora[0] : corpus),
    ...bestOf(tries, () => measurePages({ folder, caseFile, rounds, isLarge: options.large, row })),
    ...bestOf(tries, () =>
      measureValidate({ folder, command, caseFile, rounds, isLarge: options.large, row }),
    ),
    ...bestOf(tries, () => measureNearDuplicates({ folder, caseFile, rounds, isLarge: options.large, row })),
    ...bestOf(tries, () => measureScores({ folder, command, caseFile, rounds, isLarge: options.large, row })),
    ...bestOf(tries, () => measureSearch({ folder, caseFile, rounds, isLarge: options.large, row })),
  ];
}

/** Nothing is timed before what is timed gives the same lines as the positioned parse and JSON.stringify. */
async function checkOutputs(parsable, corpus) {
  const hashOf = async (name, input) => {
    const target = path.join(folder, 'lines.jsonl');
    runCase({ name, args: [caseFile(name), input, target] });
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(target)) hash.update(chunk);
    rmSync(target);
    return hash.digest('hex');
  };
  for (const [name, other, input] of [
    ['write-records', 'write-parsed', parsable],
    ['write-records', 'stringify-records', corpus],
  ]) {
    if ((await hashOf(name, input)) !== (await hashOf(other, input)))
      throw new Error(`The lines of ${name} are not those of ${other}.`);
  }
}

function measureBulk(corpus) {
  const [decode, records, lines, stringified] = runRounds(
    ['decode-pieces', 'read-records', 'write-records', 'stringify-records'].map((name) => ({
      name,
      args: [caseFile(name), corpus],
    })),
    rounds,
  );
  return [
    row('records, speed of decoding in 32 KiB pieces = 1', compare(records, decode), { atLeast: 0.6 }),
    row('JSONL, speed of records = 1', compare(lines, records), {}),
    row('JSONL, speed of JSON.stringify of the same records = 1', compare(lines, stringified), {
      atLeast: 2,
    }),
    row('records, peak memory in MiB', peakOf(records), { atMost: 120 }),
    row('JSONL, peak memory in MiB', peakOf(lines), { atMost: 120 }),
  ];
}

function measureStart() {
  if (!existsSync(command)) return [];
  const [empty, help] = runRounds(
    [
      { name: 'node', args: ['-e', '0'] },
      { name: 'claimset --help', args: [command, '--help'] },
    ],
    rounds * 2,
  );
  return [row('claimset --help, time of node -e 0 = 1', compare(empty, help), { atMost: 1.6 })];
}

/** How the time of the work itself grows over the last fourfold input; least times, because noise only ever adds. */
function measureGrowth(corpora, sizes) {
  return ['read-records', 'write-records'].map((name) => {
    const cases = corpora.map((file) => ({ name, args: [caseFile(name), file] }));
    const least = runRounds(cases, rounds).map(
      ({ results }) => summarise(results.map(({ seconds }) => seconds)).min,
    );
    const exponent = Math.log(least[2] / least[1]) / Math.log(sizes[2] / sizes[1]);
    return row(`${name}, exponent of growth over the last fourfold`, only(exponent), { atMost: 1.15 });
  });
}

function measureIndex(corpus) {
  const { result } = runCase({
    name: 'evidence-index',
    args: ['--expose-gc', '--max-old-space-size=4096', caseFile('evidence-index'), corpus],
  });
  return row('evidence index, bytes of heap a record', only(result.bytesPerRecord), {});
}

function peakOf({ results }) {
  return summarise(results.map(({ peakMiB }) => peakMiB));
}

function only(value) {
  return { median: value, min: value, max: value };
}

function row(name, { median, min, max }, { atLeast, atMost }) {
  const isMissed =
    (atLeast !== undefined && median < atLeast * margin) ||
    (atMost !== undefined && median > atMost / margin);
  const target = atLeast !== undefined ? `>= ${atLeast}` : atMost !== undefined ? `<= ${atMost}` : '';
  return { name, median, min, max, target, isMissed };
}

/** The rows of the first of some tries that misses nothing, or of the last. */
function bestOf(count, measureRows) {
  const rows = measureRows();
  return count > 1 && rows.some(({ isMissed }) => isMissed) ? bestOf(count - 1, measureRows) : rows;
}

function tableOf(rows) {
  const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  const cells = [
    ['measured', 'median', 'min', 'max', 'target'],
    ...rows.map(({ name, median, min, max, target }) => [name, ...[median, min, max].map(number), target]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const lines = cells.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  '),
  );
  return [`claimset ${version}, Node ${process.versions.node}, ${rounds} rounds`, ...lines].join('\n');
}
