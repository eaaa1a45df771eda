/** Lines of one text that stand in the place of lines of another; 0-based, the end behind the last line. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * Where two lists of lines differ, in order; what lies between the changes is equal. Linear: lines that stand once in both lists,
 * and in the same order, hold the lists together. Short where lines were changed, added and removed; long where many were moved.
 */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const whole = trim(before, after, { from: 0, to: before.length, newFrom: 0, newTo: after.length });
  const changes: LineChange[] = [];
  let [from, newFrom] = [whole.from, whole.newFrom];
  const add = (to: number, newTo: number): void => {
    const change = trim(before, after, { from, to, newFrom, newTo });
    if (change.from < change.to || change.newFrom < change.newTo) changes.push(change);
  };
  for (const { at, newAt } of findAnchors(before, after, whole)) {
    add(at, newAt);
    [from, newFrom] = [at, newAt];
  }
  add(whole.to, whole.newTo);
  return changes;
}

/** A change without the equal lines at its two ends. */
function trim(before: readonly string[], after: readonly string[], change: LineChange): LineChange {
  let { from, to, newFrom, newTo } = change;
  while (from < to && newFrom < newTo && before[from] === after[newFrom]) {
    from += 1;
    newFrom += 1;
  }
  while (from < to && newFrom < newTo && before[to - 1] === after[newTo - 1]) {
    to -= 1;
    newTo -= 1;
  }
  return { from, to, newFrom, newTo };
}

/** Pairs of equal lines in rising order, each line standing once in both lists. */
function* findAnchors(before: readonly string[], after: readonly string[], range: LineChange) {
  const positions = singles(before, range.from, range.to);
  let last = -1;
  for (const [line, newAt] of singles(after, range.newFrom, range.newTo)) {
    const at = newAt < 0 ? -1 : (positions.get(line) ?? -1);
    if (at <= last) continue;
    last = at;
    yield { at, newAt };
  }
}

/** The lines of a range with their positions in order; -1 for one that stands more than once. */
function singles(lines: readonly string[], from: number, to: number): Map<string, number> {
  const positions = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const line = lines[at] as string;
    positions.set(line, positions.has(line) ? -1 : at);
  }
  return positions;
}
