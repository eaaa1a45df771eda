import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { invariant, UsageError } from '../../errors.ts';
import { shownPath } from '../../io/files.ts';
import type { Missing } from '../../score/findings/join-findings.ts';
import { groupings } from '../../score/groupings/index.ts';
import { scorers } from '../../score/index.ts';
import { findScorePrinter, scorePrinters } from '../../score/print/index.ts';
import { customaryBudgets } from '../../score/score-settings.ts';
import type { ScoredSystem } from '../../score/score-system.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';
import { addIntervalOptions, parseWhole } from '../options.ts';
import { type ScoredFiles, type ScoreFilesRequest, scoreFiles } from '../score/score-files.ts';
import { findBelow, parseThresholds, type Thresholds } from '../score/thresholds.ts';
import { withPlainFiles } from '../score/with-plain-files.ts';

interface Options {
  readonly by?: readonly string[];
  readonly confidence: number;
  readonly dataset?: string;
  readonly failUnder?: Thresholds;
  readonly format: string;
  readonly from?: string;
  readonly intervals: boolean;
  readonly join?: 'id' | 'position';
  readonly json?: boolean;
  readonly lenient?: boolean;
  readonly maxCells: number;
  readonly maxEvidence: number;
  readonly missing?: Missing;
  readonly official?: boolean;
  readonly resamples: number;
  readonly scorer?: string;
  readonly seed: number;
  readonly split?: string;
  readonly worst: number;
}

export const score = defineCommand<[string, string | undefined, string | undefined], Options>({
  configure: (command) => {
    addScoreOptions(
      command
        .argument(
          '<gold>',
          'claims with labels and evidence: a file, a dataset folder, or - for standard input',
        )
        .argument('[predictions]', 'what a system said; may be left out where the gold file has it, too')
        .argument('[others]', 'what another system said: the two are compared'),
    );
  },
  examples: [
    ['claimset score dev.jsonl predictions.jsonl', 'a system, with confidence intervals'],
    ['claimset score . predictions.jsonl --split dev --by label,articles --worst 5', 'where it goes wrong'],
    ['claimset score dev.jsonl old.jsonl new.jsonl', 'whether the new system is better, or lucky'],
    ['claimset score dev.jsonl predictions.jsonl --fail-under feverScore=0.3 --json', 'in CI of a model'],
  ],
  run: async (args, options, io) => {
    const given = args.filter((name) => name !== undefined);
    if (given.filter((name) => name === '-').length > 1)
      throw new UsageError('Standard input can be only one of the files.');
    if (options.official === true && options.lenient === true)
      throw new UsageError(
        'The official code compares letter by letter: leave out --lenient, or --official.',
      );
    const paths = given.map((name) => (name === '-' ? name : resolve(io.cwd, name)));
    return withPlainFiles(paths, async (plain) => {
      const [gold, ...predictions] = plain.map((path, at) => ({
        path,
        name: shownPath(paths[at] ?? path, io.cwd),
      }));
      invariant(gold !== undefined, 'the gold file is a required argument');
      const scored = await scoreFiles(gold, predictions, requestOf(options), io);
      await print(scored, options, io);
      return tell(scored, given.length, options.failUnder, io);
    });
  },
});

function requestOf(options: Options): ScoreFilesRequest {
  const { scorer, from: format, split, worst, join, missing, resamples, confidence, seed } = options;
  return {
    scorer,
    format,
    split,
    worst,
    join,
    missing,
    options: {
      maxEvidence: options.maxEvidence,
      maxCells: options.maxCells,
      lenient: options.lenient === true,
      official: options.official === true,
    },
    groupings: groupings.filter(({ id }) => options.by?.includes(id)),
    resampling: { resamples, confidence, seed },
    hasIntervals: options.intervals,
    thresholds: options.failUnder,
  };
}

async function print(
  { systems, comparison, scorer }: ScoredFiles,
  options: Options,
  io: CommandIo,
): Promise<void> {
  const entry = findScorePrinter(options.json === true ? 'json' : options.format);
  invariant(entry !== undefined, 'every format that can be chosen is there');
  const printer = await entry.load();
  const { resampling, hasIntervals } = requestOf(options);
  const scores = systems.map((system) => system.scores);
  const pieces = printer.print(scores, comparison, scorer, {
    color: wantsColor(io, io.stdout),
    width: io.stdout.columns ?? 100,
    ...(options.worst > 0 && { evidenceText: await evidenceTextOf(options.dataset, io.cwd) }),
    ...(hasIntervals && { resampling }),
  });
  for (const piece of pieces) await io.stdout.write(piece);
}

/** Loaded late: a corpus takes longer to load than a small file to score. */
async function evidenceTextOf(dataset: string | undefined, cwd: string) {
  const { openEvidenceText } = await import('../score/evidence-text.ts');
  return openEvidenceText(dataset, cwd);
}

/** Tells what is wrong with the files, and what is below its threshold. */
async function tell(
  { systems, findings }: ScoredFiles,
  files: number,
  thresholds: Thresholds | undefined,
  io: CommandIo,
): Promise<ExitCode> {
  if (findings.length > 0) {
    const { report } = await import('../report/report.ts');
    const records = systems.reduce((sum, { golds }) => sum + golds, 0);
    await report(findings, { files, records }, io.stderr, io);
  }
  const unscored = systems.filter(({ scores }) => scores.claims === 0);
  for (const system of unscored) await io.stderr.write(`error: ${whyNothing(system)}\n`);
  if (unscored.length > 0) return 2;
  const below = systems.flatMap(({ scores }) => findBelow(thresholds, scores));
  for (const problem of below) await io.stderr.write(`error: ${problem}\n`);
  return below.length > 0 || findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Why no claim of a system was scored. */
function whyNothing({ scores: { predictions, join }, golds }: ScoredSystem): string {
  const why =
    golds === 0
      ? 'the gold file has no claims'
      : join.unscored === golds
        ? 'no gold claim has a right answer'
        : 'no gold claim with a right answer has a prediction';
  return `${predictions}: nothing was scored, because ${why}.`;
}

function addScoreOptions(command: Command): void {
  command
    .addOption(
      new Option('--scorer <scorer>', 'how to score (default: as is customary for the gold format)').choices(
        scorers.map(({ id }) => id),
      ),
    )
    .option('--from <format>', 'what the gold file is (default: recognised)')
    .option('--split <name>', 'score only the gold claims of this split')
    .option(
      '--official',
      'as the official code to the last bit: joining as it joins, and failing where it fails',
    )
    .option('--lenient', 'labels and titles in other spellings are the same: no official score')
    .option(
      '--max-evidence <number>',
      'predicted pieces that count (FEVEROUS: sentences), or all',
      parseCount,
      customaryBudgets.maxEvidence,
    )
    .option(
      '--max-cells <number>',
      'predicted cells and items that count (FEVEROUS), or all',
      parseCount,
      customaryBudgets.maxCells,
    )
    .addOption(
      new Option(
        '--join <how>',
        'how gold and predictions are joined (default: id where both have ids)',
      ).choices(['id', 'position']),
    )
    .addOption(
      new Option(
        '--missing <what>',
        'gold without a prediction is no error: it counts as wrong, or is left out',
      ).choices(['wrong', 'skip']),
    )
    .option(
      '--by <groupings>',
      `break down by ${groupings.map(({ id }) => id).join(', ')}, or all`,
      parseGroupings,
    )
    .option('--worst <number>', 'show the claims on which most was lost', parseWhole, 0)
    .option('-C, --dataset <folder>', 'dataset folder that --worst takes the texts of evidence from');
  addIntervalOptions(command)
    .option(
      '--fail-under <figure=value>',
      'end with 1 if a figure is below this; several with commas',
      parseThresholds,
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print')
        .choices(scorePrinters.map(({ id }) => id))
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Predictions are JSON Lines or a JSON list, as gzip too, with id, predicted_label and predicted_evidence
(evidence ids, or as the dataset has them), or a TREC run. The figures of each scorer, their names for
--fail-under, and where they differ from the official code: docs/scorers.md. What intervals and p-values
mean: docs/significance.md. \`claimset baseline\` makes predictions to begin with.`,
    );
}

function parseCount(value: string): number {
  if (value === 'all') return Number.POSITIVE_INFINITY;
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number, or all.');
  return Number(value);
}

function parseGroupings(value: string): readonly string[] {
  const known = groupings.map(({ id }) => id);
  const wanted = value === 'all' ? known : value.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no "${unknown}". Choose of ${known.join(', ')}, or all.`);
  return wanted;
}
