import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import { printJson } from '../../reporters/print-json.ts';
import type { ClaimsDiff } from '../../stats/diff-claims.ts';
import { printClaimsDiff } from '../../stats/print-claims-diff.ts';
import { figuresOf, figureWords, nextVersion, type VersionBump } from '../../stats/version-bump.ts';

/** One side of a comparison. */
interface Side {
  /** As the user named it. */
  readonly name: string;
  readonly version: string | undefined;
}

/** A difference with what was compared. */
export interface NamedDiff {
  readonly old: Side;
  readonly new: Side;
  readonly diff: ClaimsDiff;
  readonly bump: VersionBump;
}

const maxNameChars = 200;
/** Repeated ids that are named. */
const maxRepeated = 5;

/** The difference as Markdown: figures, what the version becomes, and at most `limit` changes of each kind. */
export function* printDiffText(named: NamedDiff, limit: number): Generator<string> {
  const { old, new: next, diff } = named;
  yield `# ${sideWords(old)} → ${sideWords(next)}\n\n`;
  const sum = (count: number): string => countWords(count, 'claim');
  yield `${sum(diff.before)} → ${sum(diff.after)}: ${formatNumber(diff.changed.length)} changed, ${formatNumber(diff.added.length)} added, ${formatNumber(diff.removed.length)} removed\n\n`;
  yield `${bumpWords(named)}\n\n`;
  for (const [side, ids] of [
    [old, diff.repeated.before],
    [next, diff.repeated.after],
  ] as const) {
    if (ids.length === 0) continue;
    const shown = ids.slice(0, maxRepeated).map((id) => markdownCode(String(id), maxNameChars));
    const more = ids.length > maxRepeated ? ` and ${formatNumber(ids.length - maxRepeated)} more` : '';
    yield `Ids that stand twice in ${sideWords(side)}, of which the first claim was compared: ${shown.join(', ')}${more}\n\n`;
  }
  if (!diff.comparesSplits)
    yield 'Splits were not compared: one of the versions does not say where claims are.\n\n';
  yield* printClaimsDiff(diff, limit);
}

/** All of the difference as JSON, one line. */
export function printDiffJson({ old, new: next, diff, bump }: NamedDiff): string {
  const { changed, added, removed, repeated, before, after, comparesSplits } = diff;
  const json = {
    old: { ...old, claims: before },
    new: { ...next, claims: after },
    figures: Object.fromEntries(figuresOf(diff).map(({ name, claims }) => [name, claims])),
    bump: {
      part: bump.part,
      rule: bump.rule,
      reasons: bump.reasons.map(({ name }) => name),
      ...(old.version !== undefined && { atLeast: nextVersion(old.version, bump.part) }),
    },
    comparesSplits,
    changed,
    added,
    removed,
    repeated,
  };
  return `${printJson(json)}\n`;
}

function bumpWords({ old, bump }: NamedDiff): string {
  const reasons = bump.reasons.length === 0 ? '' : ` Decided by: ${figureWords(bump.reasons)}.`;
  const least =
    old.version === undefined || bump.part === 'none'
      ? ''
      : ` After ${old.version} comes at least ${nextVersion(old.version, bump.part)}.`;
  return `${bump.rule}${reasons}${least}`;
}

function sideWords({ name, version }: Side): string {
  return `${markdownCode(name, maxNameChars)}${version === undefined ? '' : ` ${version}`}`;
}
