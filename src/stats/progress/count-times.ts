import type { Progress } from './progress.ts';

/** Where the parts begin, in seconds: about twice as long from one to the next. */
const starts = [0, 15, 30, 60, 120, 300, 600] as const;

/** How many answers took how long. */
export function countTimes(seconds: readonly number[]): Progress['times'] {
  const counts = starts.map(() => 0);
  for (const took of seconds) {
    const at = starts.findLastIndex((from) => took >= from);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? null, answers: counts[at] ?? 0 }));
}
