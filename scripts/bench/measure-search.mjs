import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { generateSentences } from './generate-sentences.mjs';
import { runCase, summarise } from './round-robin.mjs';

/** Queries that slower engines are asked too. */
const few = 20;
const queryCount = 1000;
const mostSentences = { miniSearch: 100_000 };

/**
 * What indexing sentences and finding the best ten for all words of a query cost: ours in memory, SQLite's FTS5 in a file, MiniSearch in memory, with `--large` Xapian
 * in a file (`CLAIMSET_XAPIAN_PYTHON` names a Python that has it, Debian's with python3-xapian). Ratios are of the same queries in processes that take turns; those of indexing and of
 * the mean search are of the processor's time, which other work on the machine hardly changes. First that
 * what ours finds is what computing all scores finds.
 */
export function measureSearch({ folder, caseFile, rounds: asked, isLarge, row }) {
  const python = process.env.CLAIMSET_XAPIAN_PYTHON ?? 'python3';
  const hasXapian = isLarge && spawnSync(python, ['-c', 'import xapian']).status === 0;
  const sizes = isLarge ? [100_000, 1_000_000] : [10_000, 100_000];
  return sizes.flatMap((count) => {
    const files = sentencesOf(folder, count);
    const isFull = count === sizes.at(-1);
    const target = path.join(folder, `search-${count}`);
    const caseOf = (name, ...more) => ({ name, args: [caseFile(name), ...files, String(few), ...more] });
    const cases = {
      own: caseOf('search-index'),
      exhaustive: caseOf('search-index', 'exhaustive'),
      fts5: caseOf('search-fts5', target),
      ...(count <= mostSentences.miniSearch && { miniSearch: caseOf('search-minisearch') }),
      ...(hasXapian && {
        xapian: {
          name: 'search-xapian',
          program: python,
          args: [caseFile('search-xapian').replace(/\.mjs$/, '.py'), ...files, String(few), target],
        },
      }),
    };
    const rounds = isFull ? Math.min(asked, isLarge ? 2 : 1) : Math.min(asked, 3);
    const results = takeTurns(cases, rounds, target);
    return [
      ...rowsOf(results, { count, isLarge, row }),
      ...(isFull ? threadRows(caseFile, files, { count, target, row }) : []),
    ];
  });
}

function sentencesOf(folder, count) {
  const [sentences, queries] = ['sentences', 'queries'].map((name) =>
    path.join(folder, `${name}-${count}.txt`),
  );
  generateSentences({ sentences, queries, count, queryCount });
  return [sentences, queries];
}

/** Results by case and round. */
function takeTurns(cases, rounds, target) {
  const results = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, one] of Object.entries(cases)) {
      const { result } = runCase(one);
      if (result.different > 0)
        throw new Error(
          `Search: ${result.different} queries find something else than computing all scores does.`,
        );
      results[name].push(result);
      rmSync(target, { recursive: true, force: true });
    }
  }
  return results;
}

function rowsOf({ own, exhaustive, fts5, miniSearch, xapian }, { count, isLarge, row }) {
  const name = `search, ${count} sentences`;
  const ratio = (others, figure) =>
    summarise(others.map((other, round) => figure(other) / figure(own[round])));
  const built = ({ buildSeconds }) => buildSeconds;
  const p95 = (result) => result.few.p95;
  const mean = ({ processorMs }) => processorMs;
  const isMillion = count === 1_000_000;
  // With few sentences most of the time is the warming up of the compiler: nothing is promised of it.
  const reached = (atLeast) => (count < 100_000 ? {} : { atLeast });
  return [
    row(
      `${name}, indexed in a second of the processor, thousands`,
      summarise(own.map((one) => count / 1000 / built(one))),
      {},
    ),
    row(`${name}, indexing, speed of FTS5 = 1`, ratio(fts5, built), reached(isMillion ? 2 : 1)),
    row(`${name}, p50 of ${queryCount} queries in ms`, summarise(own.map(({ all }) => all.p50)), {}),
    row(`${name}, p95 of ${queryCount} queries in ms`, summarise(own.map(({ all }) => all.p95)), {}),
    row(
      `${name}, p95, all scores computed; ours = 1`,
      ratio(exhaustive, p95),
      isMillion ? { atLeast: 4 } : {},
    ),
    row(`${name}, p95, FTS5; ours = 1`, ratio(fts5, p95), { atLeast: isMillion ? 200 : 50 }),
    row(`${name}, processor's time, FTS5; ours = 1`, ratio(fts5, mean), {}),
    row(
      `${name}, bytes, FTS5; ours = 1`,
      ratio(fts5, ({ bytes }) => bytes),
      {},
    ),
    ...(miniSearch === undefined
      ? []
      : [
          row(
            `${name}, indexing, speed of MiniSearch = 1`,
            ratio(miniSearch, built),
            reached(isLarge ? 12 : 5),
          ),
          row(`${name}, p95, MiniSearch; ours = 1`, ratio(miniSearch, p95), {
            atLeast: count < 100_000 ? 100 : isLarge ? 500 : 300,
          }),
          row(`${name}, processor's time, MiniSearch; ours = 1`, ratio(miniSearch, mean), {}),
          row(
            `${name}, peak memory, MiniSearch; ours = 1`,
            ratio(miniSearch, ({ peakMiB }) => peakMiB),
            {},
          ),
        ]),
    ...(xapian === undefined
      ? []
      : [
          row(`${name}, indexing, speed of Xapian = 1`, ratio(xapian, built), { atLeast: 10 }),
          row(`${name}, p95, Xapian; ours = 1`, ratio(xapian, p95), { atLeast: 3 }),
          row(`${name}, processor's time, Xapian; ours = 1`, ratio(xapian, mean), {}),
        ]),
  ];
}

/** A saved index: how long it takes to open, and what a second thread adds. */
function threadRows(caseFile, files, { count, target, row }) {
  const { result } = runCase({
    name: 'search-threads',
    args: [caseFile('search-threads'), ...files, target],
  });
  rmSync(target, { force: true });
  const name = `search, ${count} sentences in a file`;
  return [
    row(`${name}, opened; reading its bytes = 1`, only(result.openSeconds / result.readSeconds), {
      atMost: 3,
    }),
    row(`${name}, queries a second, two threads; one = 1`, only(result.two / result.one), { atLeast: 1.7 }),
  ];
}

function only(value) {
  return { median: value, min: value, max: value };
}
