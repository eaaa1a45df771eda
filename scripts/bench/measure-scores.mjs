import path from 'node:path';
import { generatePredictions } from './generate-predictions.mjs';
import { compare, runCase, runRounds, summarise } from './round-robin.mjs';

/** Numbers of predictions, with how many times as fast as the official package the whole command is to be. */
const targets = {
  fever: { 20000: 2.3, 80000: undefined, 320000: 8 },
  feverous: { 20000: 6, 80000: 10 },
};

/** With few predictions the start of the program weighs more than the work: the small tier only holds what was reached. */
const reached = { fever: 0.9, feverous: 3.5 };

/**
 * What `claimset score` costs, with its intervals and bounds, against the official package in a process of its own, where `CLAIMSET_PYTHON`
 * is a Python that has fever-scorer and feverous; first that the figures are the same to the last bit.
 */
export function measureScores({ folder, command, caseFile, rounds, isLarge, row }) {
  const python = process.env.CLAIMSET_PYTHON;
  const rows = [];
  for (const form of ['fever', 'feverous']) {
    const peaks = [];
    for (const count of Object.keys(targets[form]).map(Number)) {
      if (!isLarge && count > 20_000) continue;
      const file = path.join(folder, `${form}-${count}.jsonl`);
      generatePredictions(file, count, form);
      const own = {
        name: `score ${form} ${count}`,
        args: [command, 'score', file, '--scorer', form, '--json'],
        peakFile: path.join(folder, 'peak'),
      };
      const official = {
        name: `official ${form} ${count}`,
        program: python,
        args: [caseFile('official-scores').replace(/\.mjs$/, '.py'), form, file],
      };
      const parse = { name: `parse ${form} ${count}`, args: [caseFile('parse-json'), file] };
      if (python !== undefined) checkFigures(own, official);
      const cases = [{ ...own, peakFile: undefined }, parse, ...(python === undefined ? [] : [official])];
      const [mine, parsed, theirs] = runRounds(cases, rounds);
      peaks.push(runCase(own).peak);
      rows.push(
        row(
          `score, ${form}, ${count} predictions, speed of parsing them alone = 1`,
          compare(mine, parsed),
          {},
        ),
      );
      if (theirs === undefined) continue;
      const least = isLarge ? targets[form][count] : reached[form];
      rows.push(
        row(
          `score, ${form}, ${count} predictions, speed of the official package = 1`,
          compare(mine, theirs),
          least === undefined ? {} : { atLeast: least },
        ),
      );
    }
    rows.push(row(`score, ${form}, most memory in MiB`, summarise(peaks.slice(-1)), { atMost: 70 }));
    if (peaks.length > 1)
      rows.push(
        row(
          `score, ${form}, memory of the most predictions, that of the fewest = 1`,
          summarise([peaks.at(-1) / peaks[0]]),
          { atMost: 1.3 },
        ),
      );
  }
  return rows;
}

function checkFigures(own, official) {
  const { figures } = JSON.parse(runCase({ ...own, peakFile: undefined }).stdout).systems[0];
  const expected = JSON.parse(runCase(official).stdout);
  for (const [at, { id, value }] of figures.entries()) {
    if (value !== expected[at])
      throw new Error(`${own.name}: ${id} is ${value}, and officially ${expected[at]}.`);
  }
}
