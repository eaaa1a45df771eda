/** Least milliseconds of this process's own time in three runs; in fewer where one takes less than `limit`, or far more. */
export function measureMs(run: () => void, limit = Number.NaN): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
    if (least < limit || least > 2 * limit) break;
  }
  return least;
}

/** How many times larger the input is whose growth is measured. */
const times = 16;

/** The square of sixteen is 256; the rest is for a compiler that warms up and a machine that is busy. */
export const growthLimit = 100;

/**
 * How many times as long `run` takes for what `make` makes of `size` as for what it makes of a sixteenth. What is too short to be measured counts as two
 * milliseconds: nothing is said of what takes less than a fifth of a second in all.
 */
export function measureGrowth<T>(size: number, make: (size: number) => T, run: (made: T) => void): number {
  const [small, large] = [make(Math.ceil(size / times)), make(size)];
  const once = Math.max(
    2,
    measureMs(() => run(small)),
  );
  return measureMs(() => run(large), once * growthLimit) / once;
}
