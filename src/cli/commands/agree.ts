import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../errors.ts';
import { printJson } from '../../reporters/print-json.ts';
import { type AgreementReport, measureAgreementReport } from '../../stats/agreement/agreement-report.ts';
import { toNfc } from '../../text/normalise.ts';
import { findJournals } from '../agree/find-journals.ts';
import { findTooLow, type LeastFigures, parseLeastFigures } from '../agree/least-figures.ts';
import { type Journals, readJournals } from '../agree/read-journals.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';
import { addDatasetOption, addIntervalOptions, parseWhole } from '../options.ts';

interface Options {
  readonly annotator?: readonly string[];
  readonly by?: 'week';
  readonly confidence: number;
  readonly dataset?: string;
  readonly failUnder?: LeastFigures;
  readonly format: 'json' | 'markdown' | 'text';
  readonly intervals: boolean;
  readonly json?: boolean;
  readonly resamples: number;
  readonly seed: number;
  readonly show: number;
  readonly since?: string;
  readonly until?: string;
}

export const agree = defineCommand<[string[]], Options>({
  configure: addAgreeOptions,
  examples: [
    ['claimset agree', 'how far the annotators of this dataset folder agree'],
    ['claimset agree --by week --since 2025-03-01', 'whether they drift apart'],
    ['claimset agree --annotator ann --annotator bob', 'two of them alone'],
    ['claimset agree journals/*.jsonl --format markdown', 'journals that lie elsewhere, for a comment'],
    ['claimset agree --fail-under alpha=0.67,evidenceF1=0.5', 'in CI'],
  ],
  run: async ([paths], options, io) => {
    guardRequest(paths, options);
    const files = await findJournals({ paths, dataset: options.dataset, cwd: io.cwd });
    const journals = await readJournals(files, io);
    guardAnnotators(options.annotator, journals);
    const { resamples, confidence, seed } = options;
    const report = measureAgreementReport(journals.annotations, {
      restriction: {
        annotators: options.annotator ?? null,
        since: options.since ?? null,
        until: options.until ?? null,
      },
      resampling: options.intervals ? { resamples, confidence, seed } : undefined,
      hasWeeks: options.by === 'week',
    });
    await print(report, journals, options, io);
    return tell(report, journals, options, io);
  },
});

async function print(
  report: AgreementReport,
  { names, unreadable }: Journals,
  options: Options,
  io: CommandIo,
): Promise<void> {
  const format = options.json === true ? 'json' : options.format;
  const source = { journals: names, unreadable };
  if (format === 'json') {
    await io.stdout.write(`${printJson({ ...source, ...report })}\n`);
  } else if (format === 'markdown') {
    const { printAgreementMarkdown } = await import('../../stats/agreement/print-agreement-markdown.ts');
    for (const piece of printAgreementMarkdown(report, source, { shown: options.show }))
      await io.stdout.write(piece);
  } else {
    const { printAgreement } = await import('../../stats/agreement/print-agreement.ts');
    const width = io.stdout.columns ?? 100;
    const terminal = { color: wantsColor(io, io.stdout), width, shown: options.show };
    for (const piece of printAgreement(report, source, terminal)) await io.stdout.write(piece);
  }
}

/** Tells what is wrong with the journals, and what is not good enough. */
async function tell(
  report: AgreementReport,
  { names, records, unreadable, diagnostics }: Journals,
  { failUnder, annotator, since, until }: Options,
  io: CommandIo,
): Promise<ExitCode> {
  if (unreadable > 0) {
    const { report: tellFindings } = await import('../report/report.ts');
    await tellFindings(diagnostics, { files: names.length, records }, io.stderr, io);
    await io.stderr.write(
      `${unreadable} of ${records} lines ${unreadable === 1 ? 'is no annotation and counts' : 'are no annotations and count'} for nothing. \`claimset validate\` tells of all of them.\n`,
    );
  }
  if (report.labels.claims === 0) {
    const isRestricted = [annotator, since, until].some((option) => option !== undefined);
    const rest = isRestricted
      ? ' among those that were asked for. Name more annotators, or more days.'
      : '. Let a second person annotate some of the claims that the first has done.';
    await io.stderr.write(
      `error: nothing was measured, because no claim has annotations of two annotators${rest}\n`,
    );
    return 2;
  }
  const problems = findTooLow(failUnder, report);
  for (const problem of problems) await io.stderr.write(`error: ${problem}\n`);
  return problems.length > 0 || unreadable > 0 ? 1 : 0;
}

/** @throws UsageError for options that exclude each other */
function guardRequest(paths: readonly string[], { dataset, since, until }: Options): void {
  if (dataset !== undefined && paths.length > 0)
    throw new UsageError('Name journals, or a dataset folder with --dataset: not both.');
  if (since !== undefined && until !== undefined && since > until)
    throw new UsageError(`No day is from ${since} on and up to ${until}. Change --since or --until.`);
}

/** @throws UsageError for an annotator who annotated nothing */
function guardAnnotators(wanted: readonly string[] = [], { annotations }: Journals): void {
  const own = annotations.filter(({ adjudication }) => adjudication !== true);
  const names = new Set(own.map(({ annotator }) => toNfc(annotator)));
  const unknown = wanted.find((name) => !names.has(toNfc(name)));
  if (unknown === undefined) return;
  const known = [...names].sort();
  const shown = known.slice(0, mostNames).map((name) => JSON.stringify(name));
  const more = known.length > mostNames ? ` and ${known.length - mostNames} more` : '';
  throw new UsageError(
    `--annotator: there is nobody called ${JSON.stringify(unknown)}. There are ${shown.join(', ')}${more}.`,
  );
}

/** Annotators that a message names. */
const mostNames = 20;

function addAgreeOptions(command: Command): void {
  addDatasetOption(
    command.argument(
      '[paths...]',
      'journals, folders of them or dataset folders (default: those of this dataset)',
    ),
  )
    .addOption(
      new Option('--annotator <name>', 'only annotations by this annotator (repeatable)').argParser(
        (name: string, previous: readonly string[] = []) =>
          previous.includes(name) ? previous : [...previous, name],
      ),
    )
    .option('--since <day>', 'only what was said from this day on, such as 2025-03-01', parseDay)
    .option('--until <day>', 'only what was said up to this day', parseDay)
    .addOption(new Option('--by <part>', 'agreement on labels for each part, too').choices(['week']))
    .option(
      '--fail-under <figure=value>',
      'end with 1 if a figure is below this; several with commas',
      parseLeastFigures,
    )
    .option('--show <number>', 'disputed claims shown', parseWhole, 10);
  addIntervalOptions(command)
    .addOption(
      new Option('-f, --format <format>', 'how to print')
        .choices(['json', 'markdown', 'text'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Annotations are read from journals, claims/annotations/*.jsonl; of several by one annotator for a claim the
last counts. What each figure means, and its name for --fail-under: docs/agreement.md.`,
    );
}

function parseDay(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // A day that the month does not have is taken for one of the next.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('Write a day like 2025-03-01.');
  return value;
}
