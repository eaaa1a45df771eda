import { diffLines, type LineChange } from './diff-lines.ts';

/** Equal lines shown on both sides of a change. */
const contextLines = 3;

/** What two versions of a text are called. */
export interface DiffNames {
  readonly before: string;
  readonly after: string;
}

/** One line of a diff without its line end: what it begins with says what it is. */
export interface DiffLine {
  readonly mark: '---' | '+++' | '@@' | ' ' | '-' | '+' | '\\';
  readonly text: string;
}

/** The unified diff of two texts, which `git apply` and `patch` take; nothing where they are equal. */
export function* unifiedDiff(before: string, after: string, names: DiffNames): Generator<DiffLine> {
  const [old, changed] = [linesOf(before), linesOf(after)];
  const hunks = groupChanges(diffLines(old, changed), old.length);
  if (hunks.length === 0) return;
  yield { mark: '---', text: `--- ${names.before}` };
  yield { mark: '+++', text: `+++ ${names.after}` };
  for (const { changes, from, to } of hunks) {
    const first = changes[0] as LineChange;
    const last = changes.at(-1) as LineChange;
    const newFrom = first.newFrom - (first.from - from);
    const newTo = last.newTo + (to - last.to);
    yield { mark: '@@', text: `@@ -${range(from, to)} +${range(newFrom, newTo)} @@` };
    let at = from;
    for (const change of changes) {
      yield* marked(' ', old, at, change.from);
      yield* marked('-', old, change.from, change.to);
      yield* marked('+', changed, change.newFrom, change.newTo);
      at = change.to;
    }
    yield* marked(' ', old, at, to);
  }
}

interface Hunk {
  readonly changes: readonly LineChange[];
  /** With the context. */
  readonly from: number;
  readonly to: number;
}

/** Changes whose contexts touch, together. */
function groupChanges(changes: readonly LineChange[], lineCount: number): Hunk[] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const end = groups.at(-1)?.at(-1)?.to;
    if (end !== undefined && change.from - end <= contextLines * 2) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => ({
    changes: group,
    from: Math.max(0, (group[0]?.from ?? 0) - contextLines),
    to: Math.min(lineCount, (group.at(-1)?.to ?? 0) + contextLines),
  }));
}

function* marked(
  mark: ' ' | '-' | '+',
  lines: readonly string[],
  from: number,
  to: number,
): Generator<DiffLine> {
  for (const line of lines.slice(from, to)) {
    const isEnded = line.endsWith('\n');
    yield { mark, text: `${mark}${isEnded ? line.slice(0, -1) : line}` };
    if (!isEnded) yield { mark: '\\', text: '\\ No newline at end of file' };
  }
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** An empty range is named by the line before it. */
function range(from: number, to: number): string {
  const count = to - from;
  return count === 1 ? `${from + 1}` : `${count === 0 ? from : from + 1},${count}`;
}
