import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Level } from '../../diagnostic/diagnostic.ts';
import type { Severity } from '../../diagnostic/severity.ts';
import { UsageError } from '../../errors.ts';
import { reporters } from '../../reporters/index.ts';
import type { CommandIo } from '../command-io.ts';
import { formChoices } from '../dataset/with-form.ts';
import { addDatasetOption, addProfileOption, addRuleOption } from '../options.ts';
import { parseReportTarget, planReports, type ReportTarget } from '../report/report-plan.ts';
import { baselineName } from './baseline-file.ts';
import type { CheckRequest } from './check-dataset.ts';

/** What commander makes of the options of `claimset validate`. */
export interface ValidateOptions {
  readonly baseline?: string | false;
  /** False for none, a path for others than the dataset's own. */
  readonly corpus?: string | false;
  readonly dataset?: string;
  readonly failOn: Severity | 'none';
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly format: string;
  readonly level: Level;
  readonly maxWarnings?: number;
  readonly profile?: readonly string[];
  readonly quiet?: boolean;
  readonly report?: readonly ReportTarget[];
  readonly rule?: Readonly<Record<string, Severity | 'off'>>;
  readonly since?: string;
  readonly stdinFilename?: string;
  readonly suggest?: boolean;
  readonly titles?: string;
  readonly updateBaseline?: boolean;
  readonly watch?: boolean;
}

/** The arguments and options of `claimset validate`. */
export function addValidateOptions(command: Command): void {
  addDatasetOption(command).argument(
    '[paths...]',
    'claims (.jsonl), articles (.txt), folders, - for standard input (default: the dataset’s own)',
  );
  command
    .addOption(
      new Option('-f, --format <form>', 'what form the claim files have; auto looks at each file')
        .choices(formChoices)
        .default('native'),
    )
    .option(
      '--corpus <path>',
      'other articles than the dataset’s: a folder of tagged text or wiki-pages, or a database of FEVER or FEVEROUS',
    )
    .option('--no-corpus', 'without articles: evidence is not looked up')
    .option('--titles <file>', 'titles that articles may have: a list, or a table of `claimset titles`')
    .addOption(
      new Option(
        '--level <number>',
        'check up to this level: 1 file, 2 schema, 3 references, 4 guideline, 5 dataset',
      )
        .default(5)
        .argParser(parseLevel),
    )
    .option('--stdin-filename <name>', 'name for standard input in findings');
  addProfileOption(addRuleOption(command));
  command
    .option('--since <commit>', 'only findings about records that changed since a commit of git')
    .option(
      '--baseline <file>',
      `leave out the findings that are known (default: ${baselineName} of the dataset folder, if it is there)`,
    )
    .option('--no-baseline', 'with the known findings too')
    .option('--update-baseline', 'write what is found into the baseline: from now on it is known')
    .addOption(
      new Option(
        '--report <format[=file]>',
        `how to report, and where to (repeatable): ${reporters.map(({ id }) => id).join(', ')} (default: pretty)`,
      ).argParser(parseReportTarget),
    )
    .option('-q, --quiet', 'report errors only; the closing line counts all')
    .addOption(
      new Option('--fail-on <severity>', 'lightest finding that makes the exit code 1')
        .choices(['error', 'warning', 'info', 'none'])
        .default('error'),
    )
    .addOption(
      new Option('--max-warnings <number>', 'more warnings make the exit code 1').argParser(parseCount),
    )
    .option('--fix', 'make the safe fixes in the files, then report what is left')
    .addOption(
      new Option('--fix-dry-run', 'print what --fix would change as a diff; write nothing').conflicts('fix'),
    )
    .addOption(
      new Option(
        '--suggest',
        'show what fixes and suggestions would make of their lines; write nothing',
      ).conflicts(['fix', 'fixDryRun']),
    )
    .addOption(
      new Option('--watch', 'check again whenever a file changes, until Ctrl-C').conflicts([
        'fix',
        'fixDryRun',
        'updateBaseline',
      ]),
    );
}

/** The request that the options make. @throws UsageError for options that do not go together. */
export function readValidateOptions(
  paths: readonly string[],
  options: ValidateOptions,
  io: CommandIo,
): CheckRequest {
  const { fix = false, fixDryRun = false, updateBaseline = false, suggest = false, watch = false } = options;
  const reports = planReports(options.report, io);
  if (paths.includes('-')) {
    if (fix || fixDryRun) {
      const name = fix ? '--fix' : '--fix-dry-run';
      throw new UsageError(
        `${name} ${fix ? 'writes' : 'works on'} files, and standard input is none. Name the file, or leave out ${name}.`,
      );
    }
    if (watch) throw new UsageError('Standard input ends once. Name files to --watch.');
  }
  const hasOwnOutput = options.report?.some(({ file }) => file === undefined) === true;
  if (fixDryRun && hasOwnOutput) {
    throw new UsageError(
      'With --fix-dry-run the diff is on standard output. Give the report a file: --report FORMAT=FILE.',
    );
  }
  if (fixDryRun && updateBaseline) {
    throw new UsageError('--fix-dry-run writes nothing, so that there is no baseline to update.');
  }
  if (updateBaseline && options.baseline === false) {
    throw new UsageError(
      '--no-baseline is without the file that --update-baseline writes. Leave out one of them.',
    );
  }
  if (suggest && !reports.stdout.includes('pretty')) {
    throw new UsageError('--suggest is shown in the pretty report. Give other reports a file.');
  }
  return {
    dataset: options.dataset,
    paths,
    stdinName: options.stdinFilename,
    form: options.format,
    corpus: options.corpus,
    titles: options.titles,
    level: options.level,
    profiles: options.profile,
    rules: options.rule,
    since: options.since,
    baseline: options.baseline,
    updateBaseline,
    // What is left goes to people beside the diff.
    reports: fixDryRun ? { ...reports, stdout: ['pretty'] } : reports,
    fix: fix ? 'write' : fixDryRun ? 'show' : undefined,
    preview: suggest,
    failOn: options.failOn,
    maxWarnings: options.maxWarnings,
    quiet: options.quiet,
  };
}

function parseLevel(value: string): Level {
  if (!/^[1-5]$/.test(value)) throw new InvalidArgumentError('Use 1, 2, 3, 4 or 5.');
  return Number(value) as Level;
}

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Write a whole number from 0 on.');
  return Number(value);
}
