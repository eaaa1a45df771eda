import { join, relative, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { compareDiagnostics } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import type { VersionRequest } from '../../io/claim-files.ts';
import { type OpenedVersion, openClaimVersion } from '../../io/claim-version.ts';
import { shownPath } from '../../io/files.ts';
import { findCommit } from '../../io/find-commit.ts';
import { findDatasetFolder } from '../../io/load-config.ts';
import { findRepositoryFolder, writeCommittedFiles } from '../../io/staged-files.ts';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';
import { diffClaims } from '../../stats/diff-claims.ts';
import { bumpOf, versionProblem } from '../../stats/version-bump.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { lockName } from '../dataset/lock-name.ts';
import { type NamedDiff, printDiffJson, printDiffText } from '../diff/print-named-diff.ts';
import { report } from '../report/report.ts';

interface Options {
  readonly expectVersion?: boolean;
  readonly format?: string;
  readonly json?: boolean;
  readonly limit: number;
  readonly since?: string;
}

export const diff = defineCommand<[string | undefined, string | undefined], Options>({
  configure: (command) => {
    command
      .argument('[old]', 'claims file, dataset folder, or what a build or release wrote')
      .argument('[new]', 'the same of the new version')
      .option(
        '--since <commit>',
        'compare with the dataset folder as it was in a commit; [old] is then the folder',
      )
      .addOption(
        new Option('-f, --format <format>', 'what the files of claims are (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .addOption(
        new Option('--limit <number>', 'changes shown of each kind')
          .default(50)
          .argParser((value: string) => {
            if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
            return Number(value);
          }),
      )
      .option('--expect-version', 'fail where the new version is lower than the changes ask for')
      .option('--json', 'print all changes as JSON')
      .addHelpText(
        'after',
        `
Claims are compared by id, their evidence as sets: order says nothing. The version that the changes ask
for follows Croissant: PATCH where only the serialisation differs, MINOR where claims or keys were added,
MAJOR where claims were edited, removed, renamed or moved between splits.`,
      );
  },
  examples: [
    ['claimset diff ../v1 .', 'two dataset folders'],
    ['claimset diff --since v1.0.0 --expect-version', 'whether the version of this folder is high enough'],
    ['claimset diff old.jsonl new.jsonl --json', 'two files, for programs'],
  ],
  run: async ([old, next], options, io) => {
    if (options.since !== undefined) {
      if (next !== undefined) throw new UsageError('With --since only one folder is named: the new version.');
      return diffSince(options.since, old, options, io);
    }
    if (old === undefined || next === undefined) {
      throw new UsageError(
        old === undefined
          ? 'Name two versions, as in `claimset diff old.jsonl new.jsonl`, or a commit with --since.'
          : `Name the new version too, as in \`claimset diff ${printable(old)} .\`. A commit goes with --since.`,
      );
    }
    const request = requestOf(options, (path) => shownPath(path, io.cwd));
    const before = await openClaimVersion(resolve(io.cwd, old), request);
    const after = await openClaimVersion(resolve(io.cwd, next), request);
    return tell({ old, next, before, after }, options, io);
  },
});

/** Compares a dataset folder with what it was in a commit. */
async function diffSince(
  commit: string,
  given: string | undefined,
  options: Options,
  io: CommandIo,
): Promise<ExitCode> {
  const folder = findDatasetFolder(io.cwd, given);
  const repository = findRepositoryFolder(folder, { cwd: folder, env: io.env });
  const id = findCommit(commit, { cwd: repository.top, env: io.env });
  return inTemporaryFolder(async (copy) => {
    writeCommittedFiles(repository, id, copy, io);
    const nameOf = (path: string): string => `${commit}:${relative(copy, path).replaceAll('\\', '/')}`;
    const before = await openClaimVersion(join(copy, repository.prefix), requestOf(options, nameOf));
    const after = await openClaimVersion(
      folder,
      requestOf(options, (path) => shownPath(path, io.cwd)),
    );
    return tell(
      { old: commit, next: folder === io.cwd ? '.' : shownPath(folder, io.cwd), before, after },
      options,
      io,
    );
  });
}

function requestOf({ format }: Options, nameOf: VersionRequest['nameOf']): VersionRequest {
  return { format, nameOf, lockName };
}

interface Compared {
  readonly old: string;
  readonly next: string;
  readonly before: OpenedVersion;
  readonly after: OpenedVersion;
}

async function tell(
  { old, next, before, after }: Compared,
  options: Options,
  io: CommandIo,
): Promise<ExitCode> {
  if (options.expectVersion === true) {
    for (const [name, { version }] of [
      [old, before],
      [next, after],
    ] as const) {
      if (version === undefined)
        throw new UsageError(
          `--expect-version needs the versions of both sides, and "${name}" says none. Name a dataset folder with claimset.config.json, a build or a release.`,
        );
    }
  }
  const difference = diffClaims(before.claims, after.claims);
  const named: NamedDiff = {
    old: { name: old, version: before.version },
    new: { name: next, version: after.version },
    diff: difference,
    bump: bumpOf(difference),
  };
  if (options.json === true) await io.stdout.write(printDiffJson(named));
  else for (const piece of printDiffText(named, options.limit)) await io.stdout.write(piece);
  const problems = [...before.problems, ...after.problems].sort(compareDiagnostics);
  if (problems.length > 0) {
    const records = difference.before + difference.after;
    await report(problems, { files: 2, records }, io.stderr, io);
  }
  const tooLow =
    options.expectVersion === true
      ? versionProblem(named.old.version, named.new.version, named.bump)
      : undefined;
  if (tooLow !== undefined) await io.stderr.write(`error: ${tooLow}\n`);
  const isBroken = problems.some(({ severity }) => severity === 'error');
  return isBroken || tooLow !== undefined ? 1 : 0;
}
