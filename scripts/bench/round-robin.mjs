import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const preload = pathToFileURL(path.join(import.meta.dirname, 'peak.mjs')).href;

/**
 * Runs a case in a process of its own, of Node unless it names a program; gives back its seconds, what it printed, that as JSON where it is a case's own, and its
 * most memory in MiB where a file for that is given.
 */
export function runCase({ name, args, program = process.execPath, exitCode = 0, peakFile }) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    program,
    peakFile === undefined ? args : ['--import', preload, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, BENCH_PEAK_FILE: peakFile ?? '' } },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== exitCode) throw new Error(`Case "${name}" failed with exit code ${status}:\n${stderr}`);
  return {
    seconds,
    stdout,
    result: stdout.startsWith('{"') ? JSON.parse(stdout) : undefined,
    peak: peakFile === undefined ? undefined : Number(readFileSync(peakFile, 'utf8')),
  };
}

/**
 * Runs the cases one after the other, `rounds` times over after one round that is not counted, so that what else the machine
 * does falls on all of them. Gives back for each case its seconds and results by round.
 */
export function runRounds(cases, rounds) {
  const measured = cases.map((one) => ({ name: one.name, seconds: [], results: [], peaks: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [which, one] of cases.entries()) {
      const { seconds, result, peak } = runCase(one);
      if (round === 0) continue;
      measured[which].seconds.push(seconds);
      measured[which].results.push(result);
      measured[which].peaks.push(peak);
    }
  }
  return measured;
}

/** How many times as fast as `base` a case is, round by round: median, least and most. */
export function compare(measured, base) {
  return summarise(base.seconds.map((seconds, round) => seconds / measured.seconds[round]));
}

/** Median, least and most of some numbers. */
export function summarise(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], min: sorted[0], max: sorted.at(-1) };
}
