import { type Command, InvalidArgumentError } from 'commander';
import { type GroupKind, groupKinds } from '../../claims/group-kind.ts';
import { type StratumKind, stratumKinds } from '../../claims/stratum-kind.ts';
import { UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { shownPath } from '../../io/files.ts';
import { splitClaims } from '../../split/split-claims.ts';
import { measureDrift } from '../../split/split-drift.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { type LoadedDataset, loadDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { addDatasetOption, parseRatios, parseSeed, wholeBetween } from '../options.ts';
import { reportErrors } from '../report/report-errors.ts';
import { assignSplits, isSound } from '../splits/assign-splits.ts';
import { foldDataset } from '../splits/fold-dataset.ts';
import { leakCounts } from '../splits/leak-counts.ts';
import { printDrift } from '../splits/print-drift.ts';
import { printSplitProblems, printSplits } from '../splits/print-splits.ts';

interface Options {
  readonly dataset?: string;
  readonly date?: string;
  readonly drift?: boolean;
  readonly dryRun?: boolean;
  readonly folds?: number;
  readonly force?: boolean;
  readonly groupBy?: readonly GroupKind[];
  readonly json?: boolean;
  readonly output?: string;
  readonly ratios?: Readonly<Record<string, number>>;
  readonly relock?: boolean;
  readonly seed?: number;
  readonly stratifyBy?: readonly StratumKind[];
}

/** More take time with their square, and nobody trains so often. */
const maxFolds = 100;

export const split = defineCommand<[], Options>({
  configure: (command) => {
    addFoldOptions(
      addDatasetOption(command)
        .option(
          '--ratios <ratios>',
          'try other shares, such as train=0.8,dev=0.2, without writing',
          parseRatios,
        )
        .option('--seed <number>', 'try another seed, without writing', parseSeed)
        .option(
          '--group-by <kinds>',
          `try keeping other claims together, without writing: ${groupKinds.join(', ')}; none for duplicates alone`,
          (value: string) => parseNames(value, groupKinds, true),
        )
        .option(
          '--stratify-by <attributes>',
          `try making other attributes even, without writing: ${stratumKinds.join(', ')}`,
          (value: string) => parseNames(value, stratumKinds, false),
        )
        .option(
          '--date <key>',
          'try splitting by the date that claims have under a key, the earliest first, without writing',
        )
        .option('--relock', 'forget where claims were before and divide them anew'),
    )
      .option('--drift', `compare with ${lockName}: what was added, what is gone, how far shares have moved`)
      .option('--dry-run', 'write nothing')
      .option('--json', 'print the splits and the audit as JSON')
      .addHelpText(
        'after',
        `
Claims that share evidence, a source or most of their words stay together. splits.lock.json remembers
where each claim is; claims that are added later do not move the others. With --folds and --drift it is
not written.`,
      );
  },
  examples: [
    ['claimset split', 'divide the claims, write splits.lock.json, audit the leakage'],
    ['claimset split --relock --ratios train=0.8,dev=0.1,test=0.1', 'what three splits would be like'],
    ['claimset split --dry-run --json', 'which claim would be where'],
    ['claimset split --relock --group-by evidence,article --stratify-by label,challenge', 'other wishes'],
    ['claimset split --folds 5 -o folds.jsonl', 'five folds for cross-validation'],
    ['claimset split --drift', 'what has become of the splits since they were locked'],
  ],
  run: async (_args, options, io) => {
    guardTogether(options);
    const dataset = await loadDataset({ dataset: options.dataset }, io);
    if (await reportErrors(dataset, io)) return 1;
    if (options.folds !== undefined) {
      const { folds, dryRun } = options;
      const output = dryRun === true ? undefined : options.output;
      return foldDataset(dataset, { ...options, folds, output }, io);
    }
    return options.drift === true ? tellDrift(dataset, options, io) : divide(dataset, options, io);
  },
});

function addFoldOptions(command: Command): Command {
  return command
    .option(
      '--folds <number>',
      'divide into so many folds (2 to 100) for cross-validation instead',
      wholeBetween(2, maxFolds),
    )
    .option('-o, --output <file>', 'with --folds: file to write, one claim a line, {"id":…,"fold":1}')
    .option('--force', 'with --folds: replace the output file if it is there');
}

async function divide(dataset: LoadedDataset, options: Options, io: CommandIo): Promise<ExitCode> {
  const assigned = assignSplits(dataset, options, io);
  const { result, lockPath, lockText, lockChange, policy } = assigned;
  if (options.json === true) {
    const json = {
      policy,
      splits: result.splits,
      ...(result.strata !== undefined && { strata: result.strata }),
      leakage: leakCounts(assigned),
      problems: result.problems,
      assignments: [...result.assignments].map(([id, name]) => ({ id, split: name })),
    };
    await io.stdout.write(`${JSON.stringify(json)}\n`);
  } else {
    await io.stdout.write(printSplits(assigned));
  }
  await io.stderr.write(printSplitProblems(assigned));
  if (!isSound(assigned)) return 1;
  if (options.dryRun === true) return 0;
  const tried = triedSettings(options);
  if (Object.keys(tried).length > 0) {
    const settings = JSON.stringify({ split: tried });
    await io.stderr.write(
      `Not written: \`claimset build\` goes by claimset.config.json. To keep these splits, put ${settings} there and run \`claimset split --relock\`.\n`,
    );
  } else if (lockChange !== undefined) {
    writeFileAtomic(lockPath, [lockText]);
    await io.stderr.write(`written ${shownPath(lockPath, io.cwd)}\n`);
  }
  return 0;

  /** The settings as they would stand in the configuration. */
  function triedSettings({ ratios, seed, groupBy, stratifyBy, date }: Options): object {
    const isTried = [ratios, seed, groupBy, stratifyBy, date].some((setting) => setting !== undefined);
    if (!isTried) return {};
    return {
      ratios: policy.ratios,
      seed: policy.seed,
      ...(groupBy !== undefined && { groupBy }),
      ...(stratifyBy !== undefined && { stratifyBy }),
      ...(date !== undefined && { date }),
    };
  }
}

async function tellDrift(dataset: LoadedDataset, options: Options, io: CommandIo): Promise<ExitCode> {
  const assigned = assignSplits(dataset, options, io);
  const { lock, lookup, policy, result } = assigned;
  if (lock === undefined) {
    throw new UsageError(
      `There is no ${lockName} to compare with. Run \`claimset split\`, which writes it, and commit it.`,
    );
  }
  const { claims } = dataset;
  const anew = splitClaims(claims, policy, undefined, lookup);
  const drift = measureDrift({ claims, lock, policy, result, anew });
  await io.stdout.write(options.json === true ? `${JSON.stringify(drift)}\n` : printDrift(drift));
  await io.stderr.write(printSplitProblems(assigned));
  return isSound(assigned) ? 0 : 1;
}

/** @throws UsageError for options that say nothing together. */
function guardTogether({ folds, output, force, drift, relock, ratios, date }: Options): void {
  if (folds === undefined && (output !== undefined || force === true)) {
    throw new UsageError('--output and --force are for --folds: splits are written by `claimset build`.');
  }
  const refused = (given: readonly [string, unknown][], why: string): void => {
    const [name] = given.find(([, value]) => value !== undefined) ?? [];
    if (name !== undefined) throw new UsageError(`${name} ${why}`);
  };
  if (folds !== undefined) {
    const others: [string, unknown][] = [
      ['--ratios', ratios],
      ['--relock', relock],
      ['--drift', drift],
      ['--date', date],
    ];
    refused(others, 'does not go with --folds, which are of the same size and know no lock.');
  }
  if (drift === true) refused([['--relock', relock]], 'forgets the lock, which --drift compares with.');
}

/** `name,name` as a list without repetitions. */
function parseNames<Name extends string>(value: string, known: readonly Name[], mayBeNone: boolean): Name[] {
  if (mayBeNone && value.trim() === 'none') return [];
  const names = value.split(',').map((part) => part.trim());
  return [
    ...new Set(
      names.map((name) => {
        const found = known.find((one) => one === name);
        if (found === undefined) throw new InvalidArgumentError(`Use one or more of ${known.join(', ')}.`);
        return found;
      }),
    ),
  ];
}
