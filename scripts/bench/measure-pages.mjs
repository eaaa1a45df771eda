import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generateClaims, writeLines } from './generate-claims.mjs';
import { feverousPageLines, wikiPageLines } from './generate-pages.mjs';
import { runCase, runRounds, summarise } from './round-robin.mjs';

/**
 * What reading pages costs, against a program that only parses them, and what dividing claims by copying lines saves; first that both
 * ways give the same. The start of the program is left out. With few pages the compiler still warms up, so that the targets that count
 * are those of the large tier.
 */
export function measurePages({ folder, caseFile, rounds, isLarge, row }) {
  const file = (name) => path.join(folder, name);
  const formats = [
    { id: 'wiki-pages', lines: wikiPageLines(isLarge ? 400_000 : 60_000), atLeast: isLarge ? 1.25 : 0.8 },
    {
      id: 'feverous-pages',
      lines: feverousPageLines(isLarge ? 40_000 : 10_000),
      atLeast: isLarge ? 1.2 : 0.8,
    },
  ];
  const rows = formats.flatMap(({ id, lines, atLeast }) => {
    const input = file(`${id}.jsonl`);
    writeLines(input, lines);
    const args = [caseFile('read-pages'), input, id];
    runCase({ name: `${id}, checked`, args: [...args, 'check'] });
    const [parse, read] = runRounds(
      [
        { name: 'parse', args: [caseFile('parse-lines'), input] },
        { name: id, args },
      ],
      rounds,
    );
    return [
      row(`${id} to records, speed of JSON.parse = 1`, compareWork(read, parse), { atLeast }),
      row(`${id} to records, peak memory in MiB`, summarise(read.results.map(({ peakMiB }) => peakMiB)), {
        atMost: 120,
      }),
    ];
  });
  return [...rows, measureSplit({ file, caseFile, rounds, isLarge, row })];
}

function measureSplit({ file, caseFile, rounds, isLarge, row }) {
  const count = isLarge ? 185_000 : 46_000;
  const input = file('native.jsonl');
  writeLines(input, nativeLines(count));
  const args = (way, ...more) => [caseFile('split-lines'), input, way, ...more];
  const hashOf = (way) => {
    runCase({ name: way, args: args(way, file(way)) });
    const hash = createHash('sha256');
    for (const split of ['train', 'dev', 'test']) hash.update(readFileSync(file(`${way}-${split}`)));
    return hash.digest('hex');
  };
  if (hashOf('copy') !== hashOf('print')) throw new Error('Copied lines are not those that are printed.');
  const [print, copy] = runRounds(
    ['print', 'copy'].map((way) => ({ name: way, args: args(way) })),
    rounds,
  );
  return row(
    `${count} claims divided by copying lines, speed of parsing and printing = 1`,
    compareWork(copy, print),
    { atLeast: isLarge ? 5 : 2 },
  );
}

/** Claims as claimset writes them. */
function* nativeLines(count) {
  for (const { id, label, claim, evidence } of generateClaims(count)) {
    const sets = evidence.map((set) => set.map(({ title, sentence }) => `${title}_sentence_${sentence}`));
    yield JSON.stringify({ id, claim, label, evidence: sets });
  }
}

/** How many times as fast as `base` a case works, round by round, without the start of the program. */
function compareWork(measured, base) {
  return summarise(base.results.map(({ seconds }, round) => seconds / measured.results[round].seconds));
}
