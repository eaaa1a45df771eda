import { join, resolve } from 'node:path';
import type { Claim } from '../../claims/claim.ts';
import type { Config } from '../../claims/config.ts';
import { type OpenedVersion, openClaimVersion } from '../../io/claim-version.ts';
import { kindOfPath, readText, shownPath } from '../../io/files.ts';
import { findCommit } from '../../io/find-commit.ts';
import { manifestName } from '../../io/manifest.ts';
import type { ComparedRelease } from '../../io/release/changelog.ts';
import { parseReleaseManifest } from '../../io/release/release-manifest.ts';
import { findRepositoryFolder, writeCommittedFiles } from '../../io/staged-files.ts';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';
import { diffClaims } from '../../stats/diff-claims.ts';
import { bumpOf, versionProblem } from '../../stats/version-bump.ts';
import type { CommandIo } from '../command-io.ts';
import { lockName } from '../dataset/lock-name.ts';

/** What is released, and what it is compared with. */
export interface PreviousRequest {
  /** A folder or a commit. */
  readonly previous: string | undefined;
  /** The folder that the release is written to. */
  readonly target: string;
  /** The dataset folder. */
  readonly home: string;
  readonly config: Config;
  readonly splits: ReadonlyMap<string, readonly Claim[]>;
}

/** What came of the comparison. */
export interface PreviousRelease {
  /** `undefined` for the first release. */
  readonly release: ComparedRelease | undefined;
  /** The changelog of the release before. */
  readonly changelog: string | undefined;
  /** Why this cannot be released under its version. */
  readonly problems: readonly string[];
}

/** Compares the claims with those of an earlier release: the one that is named, or else the one in the place of the new one. */
export async function comparePrevious(request: PreviousRequest, io: CommandIo): Promise<PreviousRelease> {
  const { previous, target } = request;
  const named = previous === undefined ? undefined : resolve(io.cwd, previous);
  if (named !== undefined && kindOfPath(named) === undefined)
    return compareCommit(previous ?? '', request, io);
  const folder = named ?? (kindOfPath(join(target, manifestName)) === 'file' ? target : undefined);
  if (folder === undefined) return { release: undefined, changelog: undefined, problems: [] };
  const nameOf = (path: string): string => shownPath(path, io.cwd);
  const opened = await openClaimVersion(folder, { nameOf, lockName });
  return compare(opened, changelogOf(folder), request);
}

async function compareCommit(
  commit: string,
  request: PreviousRequest,
  { env }: CommandIo,
): Promise<PreviousRelease> {
  const { home } = request;
  const repository = findRepositoryFolder(home, { cwd: home, env });
  const id = findCommit(commit, { cwd: repository.top, env }, '--previous');
  return inTemporaryFolder(async (copy) => {
    writeCommittedFiles(repository, id, copy, { cwd: home, env });
    const nameOf = (path: string): string => `${commit}:${shownPath(path, copy)}`;
    const opened = await openClaimVersion(join(copy, repository.prefix), { nameOf, lockName });
    return compare(opened, changelogOf(request.target), request);
  });
}

function compare(
  { claims, version, problems }: OpenedVersion,
  changelog: string | undefined,
  { config, splits }: PreviousRequest,
): PreviousRelease {
  const current = [...splits].flatMap(([split, members]) => members.map((claim) => ({ claim, split })));
  const diff = diffClaims(claims, () => current);
  const bump = bumpOf(diff);
  const broken = problems.filter(({ severity }) => severity === 'error');
  const unreadable = broken.map(
    ({ place, message }) => `${place.file}:${place.start.line} of the earlier release: ${message}`,
  );
  return {
    release: { version, diff, bump },
    changelog,
    problems: [...unreadable.slice(0, 5), ...versionProblems(config.version, version, bump)],
  };
}

function versionProblems(now: string, before: string | undefined, bump: ComparedRelease['bump']): string[] {
  // How files are written is not seen here: the same claims in another order may keep their version.
  const problem = versionProblem(before, now, bump.part === 'patch' ? { ...bump, part: 'none' } : bump);
  return problem === undefined ? [] : [`${problem} \`claimset diff\` shows the changes.`];
}

/** Only of a release: a dataset folder may be part of a project with a changelog of its own. */
function changelogOf(folder: string): string | undefined {
  const path = join(folder, 'CHANGELOG.md');
  return isRelease(folder) && kindOfPath(path) === 'file' ? readText(path) : undefined;
}

function isRelease(folder: string): boolean {
  const path = join(folder, manifestName);
  return kindOfPath(path) === 'file' && parseReleaseManifest(readText(path)) !== undefined;
}
