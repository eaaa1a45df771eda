import { chmodSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Argument } from 'commander';
import { ToolError, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { fileError, kindOfPath, readText, shownPath } from '../../io/files.ts';
import { findDatasetFolder } from '../../io/load-config.ts';
import { runGit } from '../../io/run-git.ts';
import {
  envOfCopy,
  findRepositoryFolder,
  hasStagedChanges,
  type RepositoryFolder,
  writeStagedFiles,
} from '../../io/staged-files.ts';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { type HookEntry, parseHookScript, printHookScript } from '../hook-script.ts';
import { addDatasetOption } from '../options.ts';
import { type ReadOptions, readOptions } from '../read-options.ts';
import type { ReportTarget } from '../report/report-plan.ts';
import { shellQuote } from '../shell-quote.ts';
import { validate } from './validate.ts';

interface Options {
  readonly dataset?: string;
}

const actions = ['install', 'run', 'uninstall'] as const;

export const hook = defineCommand<[(typeof actions)[number], string[]], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .addArgument(new Argument('<action>', 'what to do').choices(actions))
      .argument('[options...]', 'behind --: options of `claimset validate` for the check')
      .addHelpText(
        'after',
        `
install writes the pre-commit hook of the git repository, or adds this dataset folder to it; uninstall
takes it away. A hook that claimset did not write is left as it is. run is what the hook does: it checks
what is staged, not what lies in the folder, and only if the commit changes the dataset folder; it
tells what stops the commit.
\`git commit --no-verify\` commits without the check.`,
      );
  },
  examples: [
    ['claimset hook install', 'check what is staged before each commit'],
    ['claimset hook install -- --fail-on warning', 'and stop at warnings too'],
    ['claimset hook install -- --since HEAD', 'and say nothing about what the commit does not change'],
    ['claimset hook run', 'the check itself, for a hook manager such as husky or lefthook'],
    ['claimset hook uninstall', 'no more checks'],
  ],
  run: async ([action, given], { dataset }, io) => {
    const folder = folderOf(dataset, io);
    const repository = findRepositoryFolder(folder, io);
    const request = readCheck(given);
    if (action === 'run') return runHook(repository, request, io);
    const file = findHookFile(repository, io);
    return action === 'install'
      ? install(file, { dataset: repository.prefix || '.', options: given }, io)
      : uninstall(file, repository.prefix || '.', io);
  },
});

/** The dataset folder; one that is named need not be there, for a commit may remove it. */
function folderOf(dataset: string | undefined, io: CommandIo): string {
  return dataset === undefined ? findDatasetFolder(io.cwd) : resolve(io.cwd, dataset);
}

function readCheck(given: readonly string[]): ReadOptions {
  const request = readOptions(validate, given);
  const refuse = (what: string): never => {
    throw new UsageError(
      `${what} Behind -- stand options of \`claimset validate\`, such as --fail-on warning.`,
    );
  };
  if (request.args.flat().length > 0) refuse('The hook checks the whole dataset folder: name no files.');
  if (request.options.dataset !== undefined) refuse('Name the dataset folder before the --.');
  const { fix, updateBaseline, watch } = request.options;
  if (fix === true) refuse('The hook checks a copy of what is staged and has nothing to --fix.');
  if (updateBaseline === true)
    refuse('The hook checks a copy of what is staged and has no baseline to update.');
  const reports = (request.options.report ?? []) as readonly ReportTarget[];
  if (reports.some(({ file }) => file !== undefined))
    refuse('The hook checks a copy that is removed afterwards: reports cannot go to files.');
  if (watch === true) refuse('The hook checks once: there is nothing to --watch.');
  return request;
}

/** Checks what is staged in a folder of its own, which has the paths of the repository. */
async function runHook(
  repository: RepositoryFolder,
  { args, options }: ReadOptions,
  io: CommandIo,
): Promise<ExitCode> {
  if (!hasStagedChanges(repository, io)) return 0;
  const exitCode = await inTemporaryFolder(async (copy) => {
    // A commit that removes the dataset leaves nothing to check.
    if (writeStagedFiles(repository, copy, io) === 0) return 0;
    const dataset = repository.prefix || '.';
    const env = envOfCopy(repository, copy, io);
    // What does not stop a commit is not told at each.
    const quiet = options.quiet ?? (options.failOn === 'error' && options.maxWarnings === undefined);
    return validate.run(args, { ...options, dataset, quiet }, { ...io, cwd: copy, env });
  });
  if (exitCode === 1) {
    await io.stderr.write(
      'The commit is stopped: this is in what is staged. Mend it and stage it again, or commit with --no-verify.\n',
    );
  }
  return exitCode;
}

/** The pre-commit hook that git runs. */
interface HookFile {
  readonly path: string;
  /** Claimset's main file, for a hook that stays on this machine; one in the working tree is for everybody. */
  readonly program?: string;
}

/** @throws ToolError HOOKS_ELSEWHERE where git takes hooks from no folder of this repository. */
function findHookFile({ top }: RepositoryFolder, { env }: CommandIo): HookFile {
  const printed = runGit(['rev-parse', '--git-path', 'hooks', '--git-common-dir'], { cwd: top, env });
  const [hooks = '', gitFolder = ''] = printed
    .toString('utf8')
    .split(/\r?\n/)
    .map((path) => resolve(top, path));
  const path = join(hooks, 'pre-commit');
  const program = resolve(import.meta.dirname, '../main.js');
  if (isInside(hooks, gitFolder)) return { path, ...(kindOfPath(program) === 'file' && { program }) };
  if (isInside(hooks, top)) return { path };
  throw new ToolError(
    'HOOKS_ELSEWHERE',
    `git takes the hooks from "${hooks}" (core.hooksPath), which is not in this repository: a hook there would run for others too. Call \`claimset hook run\` from a hook of your own.`,
  );
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[/\\]/.test(way);
}

async function install({ path, program }: HookFile, entry: HookEntry, io: CommandIo): Promise<ExitCode> {
  const before = kindOfPath(path) === undefined ? '' : readText(path);
  const entries = before === '' ? [] : ownEntries(path, before, entry, io);
  const others = entries.filter(({ dataset }) => dataset !== entry.dataset);
  const all = [...others, entry].sort((a, b) => (a.dataset < b.dataset ? -1 : 1));
  const text = printHookScript(all, program);
  if (text !== before) writeFileAtomic(path, [text]);
  makeExecutable(path);
  const done = text === before ? 'kept   ' : 'written';
  await io.stdout.write(
    `${done} ${shownPath(path, io.cwd)}: checks what is staged in ${all.map(({ dataset }) => `"${dataset}"`).join(' and ')}\n`,
  );
  return 0;
}

async function uninstall({ path, program }: HookFile, dataset: string, io: CommandIo): Promise<ExitCode> {
  const before = kindOfPath(path) === undefined ? '' : readText(path);
  const shown = shownPath(path, io.cwd);
  const entries = parseHookScript(before) ?? [];
  const others = entries.filter((entry) => entry.dataset !== dataset);
  if (others.length === entries.length) {
    const line = before.includes('claimset hook run')
      ? ' Take out its line with `claimset hook run` by hand.'
      : '';
    await io.stdout.write(`kept    ${shown}: not a hook of claimset for "${dataset}".${line}\n`);
  } else if (others.length > 0) {
    writeFileAtomic(path, [printHookScript(others, program)]);
    await io.stdout.write(`written ${shown}: no more checks of "${dataset}"\n`);
  } else {
    rmSync(path);
    await io.stdout.write(`removed ${shown}\n`);
  }
  return 0;
}

/**
 * What the hook that is there checks.
 *
 * @throws ToolError HOOK_EXISTS for somebody else's. Nothing is appended to it: nobody can tell whether its end is ever reached.
 */
function ownEntries(path: string, text: string, entry: HookEntry, io: CommandIo): HookEntry[] {
  const entries = parseHookScript(text);
  if (entries !== undefined) return entries;
  const options = entry.options.length === 0 ? [] : ['--', ...entry.options];
  const line = ['npx', 'claimset', 'hook', 'run', '--dataset', entry.dataset, ...options]
    .map(shellQuote)
    .join(' ');
  // Husky's folder is made anew at each installation; what a person writes lies beside it.
  const own = path.replace(/([/\\]\.husky)[/\\]_([/\\]pre-commit)$/, '$1$2');
  throw new ToolError(
    'HOOK_EXISTS',
    `"${shownPath(path, io.cwd)}" is a hook that claimset did not write, or that was changed since. Add this line to "${shownPath(own, io.cwd)}", where it stops a commit: ${line}`,
  );
}

function makeExecutable(path: string): void {
  try {
    chmodSync(path, 0o755);
  } catch (cause) {
    throw fileError(path, cause);
  }
}
