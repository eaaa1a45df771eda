import { resolve, sep } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../errors.ts';
import { followLinks } from '../../io/files.ts';
import { reporters } from '../../reporters/index.ts';
import type { CommandIo } from '../command-io.ts';

/** One `--report`: a format, and the file it is written to; to standard output without one. */
export interface ReportTarget {
  readonly format: string;
  readonly file?: string;
}

/** Where the reports of a run go. */
export interface ReportPlan {
  /** Formats for standard output, in order. */
  readonly stdout: readonly string[];
  readonly files: readonly (ReportTarget & { readonly path: string })[];
  /** Whether the step of a GitHub workflow gets its summary. */
  readonly stepSummary: boolean;
}

/** Adds the target of `format` or `format=file` to those before. */
export function parseReportTarget(
  value: string,
  previous: readonly ReportTarget[] = [],
): readonly ReportTarget[] {
  const at = value.indexOf('=');
  const format = at < 0 ? value : value.slice(0, at);
  const ids = reporters.map(({ id }) => id);
  if (!ids.includes(format)) throw new InvalidArgumentError(`The formats are ${ids.join(', ')}.`);
  if (at < 0) return [...previous, { format }];
  const file = value.slice(at + 1);
  if (file === '') throw new InvalidArgumentError('Name the file behind =, or leave out the =.');
  return [...previous, file === '-' ? { format } : { format, file }];
}

/**
 * Where the reports go: as asked for, and for people to standard output where nothing else goes there. In a GitHub workflow then
 * also to the pull request; the summary of the step is written where the pull request is told.
 *
 * @throws UsageError for two reports to one place.
 */
export function planReports(targets: readonly ReportTarget[] = [], { cwd, env }: CommandIo): ReportPlan {
  const stdout = targets.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (stdout.length > 1) {
    throw new UsageError(
      `Two reports, ${stdout.slice(0, 2).join(' and ')}, would be mixed on standard output. Give all but one a file: --report ${stdout[1]}=FILE.`,
    );
  }
  const files = targets.flatMap(({ format, file }) =>
    file === undefined ? [] : [{ format, file, path: resolve(cwd, file) }],
  );
  const places = files.map(({ path }) => followLinks(path));
  const twice = files.find((_, which) => places.indexOf(places[which] ?? '') < which);
  if (twice !== undefined) throw new UsageError(`Two reports go to "${twice.file}". Give each its own file.`);
  const isWorkflow = env.GITHUB_ACTIONS === 'true';
  const usual = isWorkflow ? ['pretty', 'github'] : ['pretty'];
  return {
    stdout: stdout.length === 0 ? usual : stdout,
    files,
    stepSummary: isWorkflow && (stdout.length === 0 || stdout.includes('github')),
  };
}

/** Where data is read from. */
interface ReadFolders {
  readonly claims: string;
  readonly corpus: string;
  /** The corpus that was named on the command line, a folder or a file. */
  readonly named?: string | undefined;
}

/** Refuses to write a report over what is checked, and where it would be taken for data. @throws UsageError. */
export function guardInputs(
  { files }: ReportPlan,
  inputs: readonly string[],
  { claims, corpus, named }: ReadFolders,
): void {
  if (files.length === 0) return;
  const read = new Set(inputs.map(followLinks));
  for (const { path, file } of files) {
    if (read.has(followLinks(path)))
      throw new UsageError(`"${file}" is a file that is checked: the report would replace it. Name another.`);
    if (named !== undefined && followLinks(path).startsWith(followLinks(named) + sep)) {
      throw new UsageError(
        `"${file}" lies among the articles that claims are checked against. Name another.`,
      );
    }
    const isData =
      (path.startsWith(claims + sep) && path.endsWith('.jsonl')) ||
      (path.startsWith(corpus + sep) && path.endsWith('.txt'));
    if (isData) {
      throw new UsageError(
        `"${file}" would be read as a part of the dataset from now on. Write the report outside of its folders.`,
      );
    }
  }
}
