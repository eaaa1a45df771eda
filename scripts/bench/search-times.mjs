import { readFileSync } from 'node:fs';

/** Queries that are not counted. */
const warming = 10;
const leastSeconds = 0.1;

/** Seconds of the processor that this process has taken, which are the same whoever else is at work. */
export function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The lines of a file, each a string of its own rather than a part of the whole file. */
export function linesOf(path) {
  const bytes = readFileSync(path);
  const lines = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    lines.push(bytes.toString('utf8', from, end));
    from = end + 1;
  }
  return lines;
}

/**
 * Half and 95 of 100 times in milliseconds that a search takes, of all queries and of the first `few`, which slower engines are asked; and milliseconds of the processor
 * that one of those takes.
 */
export function timesOf(queries, few, search) {
  for (const query of queries.slice(0, Math.min(warming, few))) search(query);
  // Many times over where a search takes less than the clock of the processor can tell.
  const start = processorSeconds();
  let searches = 0;
  do {
    for (const query of queries.slice(0, few)) search(query);
    searches += few;
  } while (processorSeconds() - start < leastSeconds);
  const processorMs = ((processorSeconds() - start) * 1000) / searches;
  const times = queries.map((query) => {
    const start = performance.now();
    search(query);
    return performance.now() - start;
  });
  return { all: percentiles(times), few: percentiles(times.slice(0, few)), processorMs };
}

function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] };
}
