import type { Config } from '../../claims/config.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { ClaimsDiff } from '../../stats/diff-claims.ts';
import { printClaimsDiff } from '../../stats/print-claims-diff.ts';
import { figureWords, type VersionBump } from '../../stats/version-bump.ts';

/** Changes of each kind that an entry names. */
const maxChanges = 100;

/** What a version is compared with. */
export interface ComparedRelease {
  readonly version: string | undefined;
  readonly diff: ClaimsDiff;
  readonly bump: VersionBump;
}

/**
 * The text of CHANGELOG.md: the entry of this version over the earlier ones. An entry that this version has already stays as it is
 * where no claim has changed since.
 *
 * @param earlier the text of the release before; `undefined` where there is none
 */
export function printChangelog(
  { version, published }: Config,
  claims: number,
  compared: ComparedRelease | undefined,
  earlier: string | undefined,
): string {
  const entries = entriesOf(earlier ?? '');
  const own = entries.find((entry) => versionOf(entry) === version);
  const isSame = compared === undefined || compared.bump.part === 'none' || compared.bump.part === 'patch';
  const heading = `## ${version}${published === '' ? '' : ` (${published})`}`;
  const entry =
    own !== undefined && isSame
      ? [heading, ...own.split('\n').slice(1)].join('\n').trimEnd()
      : `${heading}\n\n${bodyOf(claims, compared)}`;
  const others = entries.filter((one) => one !== own).map((one) => one.trimEnd());
  return `${['# Changelog', entry, ...others].join('\n\n')}\n`;
}

function bodyOf(claims: number, compared: ComparedRelease | undefined): string {
  if (compared === undefined) return `The first release: ${countWords(claims, 'claim')}.`;
  const { diff, bump, version } = compared;
  const since = version === undefined ? '' : ` Compared with ${version}.`;
  const reasons = bump.reasons.length === 0 ? '' : ` ${figureWords(bump.reasons)}.`;
  return [`${bump.rule}${reasons}${since}`, [...printClaimsDiff(diff, maxChanges)].join('').trimEnd()]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The entries of a changelog, each from its heading on. */
function entriesOf(text: string): string[] {
  return text.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
}

function versionOf(entry: string): string | undefined {
  return /^## (\d+\.\d+\.\d+)/.exec(entry)?.[1];
}
