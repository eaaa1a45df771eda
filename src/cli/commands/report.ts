import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { invariant, UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { shownPath } from '../../io/files.ts';
import { reportPrinters } from '../../report/print/index.ts';
import { defaultResampling } from '../../stats/resampling/resampling.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import { defineCommand } from '../command.ts';
import { requestedPath } from '../dataset/requested-path.ts';
import { guardTarget } from '../dataset-report/guard-target.ts';
import { openReportInput } from '../dataset-report/open-report-input.ts';
import { addDatasetOption, parseResamples, parseSeed } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly force?: boolean;
  readonly format: string;
  readonly from?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly resamples: number;
  readonly scores?: readonly string[];
  readonly seed: number;
}

/** Where the page goes if nothing is said; the other formats go to standard output. */
const defaultOutput = 'report.html';

export const report = defineCommand<[string | undefined], Options>({
  configure: (command) => {
    addDatasetOption(
      command.argument(
        '[what]',
        'dataset folder, claims file of any format, or what a build wrote (default: the dataset folder)',
      ),
    )
      .option(
        '-o, --output <file>',
        `file to write, or - for standard output (default: ${defaultOutput} for html, - for the others)`,
      )
      .addOption(
        new Option('-f, --format <format>', 'how to print')
          .choices(reportPrinters.map(({ id }) => id))
          .default('html'),
      )
      .option('--json', 'the same as --format json')
      .addOption(
        new Option('--from <format>', 'what the files of claims are (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .addOption(
        new Option(
          '--scores <file>',
          'what `claimset score --json` printed, for a section of scores (repeatable)',
        ).argParser((value: string, previous: readonly string[] = []) => [...previous, value]),
      )
      .option(
        '--resamples <number>',
        'how often claims are drawn anew for intervals',
        parseResamples,
        defaultResampling.resamples,
      )
      .option('--seed <number>', 'seed of what is drawn', parseSeed, defaultResampling.seed)
      .option('--force', 'replace the output file even if it is no report')
      .addHelpText(
        'after',
        `
One page that opens from the disk and loads nothing: counts, splits and leakage, agreement, artefacts,
coverage of the articles, scores. The same data give the same bytes. What the figures mean: docs/report.md.`,
      );
  },
  examples: [
    ['claimset report', 'report.html of the dataset at hand'],
    ['claimset report dev.jsonl -o dev.html', 'of a file of claims in any format'],
    ['claimset report --scores scores.json --format markdown', 'with the scores of a system, as Markdown'],
    ['claimset report --json', 'all figures, for programs'],
  ],
  run: async ([what], options, io) => {
    const id = options.json === true ? 'json' : options.format;
    const entry = reportPrinters.find((printer) => printer.id === id);
    invariant(entry !== undefined, 'every format that can be chosen is there');
    const output = options.output ?? (id === 'html' ? defaultOutput : '-');
    if (what === '-')
      throw new UsageError('Claims are read several times: write them to a file, and name the file.');
    const target = resolve(io.cwd, output);
    if (output !== '-' && options.force !== true) guardTarget(target, io.cwd);

    const path = requestedPath(what, options.dataset, io.cwd);
    const { input, problems } = await openReportInput(path, options.from, io);
    const { measureReport } = await import('../../report/measure-report.ts');
    const measured = measureReport({
      ...input,
      resampling: { ...defaultResampling, resamples: options.resamples, seed: options.seed },
      scores: await scoresOf(options.scores ?? [], io.cwd),
    });
    const printer = await entry.load();
    const text = printer.print(measured);
    if (output === '-') await io.stdout.write(text);
    else {
      writeFileAtomic(target, [text]);
      await io.stderr.write(`written ${shownPath(target, io.cwd)}\n`);
    }
    if (problems.length > 0) {
      await io.stderr.write(`${warningOf(problems, input.leftOut)}\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
});

function warningOf(problems: readonly Diagnostic[], leftOut: number): string {
  const [first] = problems;
  const place = first === undefined ? '' : `${first.place.file}:${first.place.start.line}: ${first.message}`;
  const errors = `${problems.length} ${plural('error', problems.length)} of form or reference`;
  const claims =
    leftOut === 0
      ? 'none of them in a claim'
      : `${leftOut} ${leftOut === 1 ? 'claim that has one is' : 'claims that have one are'} not in the report`;
  return `warning: ${errors}; ${claims}. The first: ${printable(place)} \`claimset validate\` names all.`;
}

async function scoresOf(files: readonly string[], cwd: string) {
  if (files.length === 0) return [];
  const { readScores } = await import('../dataset-report/read-scores.ts');
  return files.map((file) => {
    const path = resolve(cwd, file);
    return readScores(path, shownPath(path, cwd));
  });
}
