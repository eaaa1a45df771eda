/** Claims that go to a split together. */
export interface DatedGroup {
  readonly size: number;
  /** Date of its latest claim; -∞ where none has a date. */
  readonly latest: number;
  /** Position of the split that it must be in; absent where it is free. */
  readonly pinned?: number | undefined;
}

/** Rounding of shares. */
const slack = 1e-9;

/**
 * The split of every group, so that no split has a group later than one of a later split: the earliest go to the first split until its
 * share is reached, and so on. A group that a share ends in is in the split that more of it fits into. Where nothing is pinned and there
 * are groups enough, no split is empty.
 *
 * Groups are in the order of their dates; of groups with the same date some may be on one side of a cut and some on the other. Pinned
 * groups stay; none that is free is put where it would be later than a pinned one of a later split, or earlier than one of an earlier
 * split, unless the pinned ones leave it no such place.
 */
export function allocateByDate(groups: readonly DatedGroup[], ratios: readonly number[]): number[] {
  const total = groups.reduce((sum, { size }) => sum + size, 0);
  const cuts = ratios.map((_, split) =>
    ratios.slice(0, split + 1).reduce((sum, ratio) => sum + ratio * total, 0),
  );
  const last = ratios.length - 1;
  const [earliest, latest] = rangesOfPinned(groups, ratios.length);
  let before = 0;
  const splits = groups.map(({ size, latest: date, pinned }) => {
    const middle = before + size / 2;
    before += size;
    if (pinned !== undefined) return pinned;
    const wanted = cuts.findIndex((cut) => middle <= cut + slack);
    const least = Math.max(
      0,
      earliest.findLastIndex((own) => own < date),
    );
    const latestAfter = latest.findIndex((own) => own > date);
    const most = latestAfter === -1 ? last : latestAfter;
    return Math.max(least, Math.min(most, wanted === -1 ? last : wanted));
  });
  return groups.some(({ pinned }) => pinned !== undefined) ? splits : fillEmpty(splits, ratios.length);
}

/** The dates of the earliest and the latest pinned group of each split. */
function rangesOfPinned(groups: readonly DatedGroup[], splits: number): [number[], number[]] {
  const earliest = Array.from({ length: splits }, () => Number.POSITIVE_INFINITY);
  const latest = Array.from({ length: splits }, () => Number.NEGATIVE_INFINITY);
  for (const { pinned, latest: date } of groups) {
    if (pinned === undefined) continue;
    earliest[pinned] = Math.min(earliest[pinned] ?? date, date);
    latest[pinned] = Math.max(latest[pinned] ?? date, date);
  }
  return [earliest, latest];
}

/** The same with a group in each split, as far as there are groups; `splits` ascend. */
function fillEmpty(splits: readonly number[], count: number): number[] {
  if (splits.length < count) return [...splits];
  const begins = Array.from({ length: count }, (_, split) => {
    const at = splits.findIndex((own) => own >= split);
    return at === -1 ? splits.length : at;
  });
  for (let split = count - 1; split > 0; split--) {
    begins[split] = Math.min(begins[split] ?? 0, (begins[split + 1] ?? splits.length) - 1);
  }
  for (let split = 1; split < count; split++) {
    begins[split] = Math.max(begins[split] ?? 0, (begins[split - 1] ?? 0) + 1);
  }
  return splits.map((_, at) => begins.findLastIndex((begin) => begin <= at));
}
