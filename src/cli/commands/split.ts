import { writeFileAtomic } from '../../io/atomic-write.ts';
import { shownPath } from '../../io/files.ts';
import { leakageKinds } from '../../stats/leakage.ts';
import { defineCommand } from '../command.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { addDatasetOption, parseRatios, parseSeed } from '../options.ts';
import { reportErrors } from '../report/report-errors.ts';
import { assignSplits, isSound } from '../splits/assign-splits.ts';
import { printSplitProblems, printSplits } from '../splits/print-splits.ts';

interface Options {
  readonly dataset?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly ratios?: Readonly<Record<string, number>>;
  readonly relock?: boolean;
  readonly seed?: number;
}

export const split = defineCommand<[], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .option(
        '--ratios <ratios>',
        'try other shares, such as train=0.8,dev=0.2, without writing',
        parseRatios,
      )
      .option('--seed <number>', 'try another seed, without writing', parseSeed)
      .option('--relock', 'forget where claims were before and divide them anew')
      .option('--dry-run', 'write nothing')
      .option('--json', 'print the splits and the audit as JSON')
      .addHelpText(
        'after',
        `
Claims that share evidence, a source or most of their words stay together. splits.lock.json remembers
where each claim is; claims that are added later do not move the others.`,
      );
  },
  examples: [
    ['claimset split', 'divide the claims, write splits.lock.json, audit the leakage'],
    ['claimset split --relock --ratios train=0.8,dev=0.1,test=0.1', 'what three splits would be like'],
    ['claimset split --dry-run --json', 'which claim would be where'],
  ],
  run: async (_args, options, io) => {
    const dataset = await loadDataset({ dataset: options.dataset }, io);
    if (await reportErrors(dataset, io)) return 1;
    const assigned = assignSplits(dataset, options);
    const { result, leakage, lockPath, lockText, lockChange, policy } = assigned;
    if (options.json === true) {
      const json = {
        policy,
        splits: result.splits,
        leakage: Object.fromEntries(leakageKinds.map((kind) => [kind, leakage[kind].count])),
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
    if (options.ratios !== undefined || options.seed !== undefined) {
      const settings = JSON.stringify({ split: { ratios: policy.ratios, seed: policy.seed } });
      await io.stderr.write(
        `Not written: \`claimset build\` goes by claimset.config.json. To keep these splits, put ${settings} there and run \`claimset split --relock\`.\n`,
      );
    } else if (lockChange !== undefined) {
      writeFileAtomic(lockPath, [lockText]);
      await io.stderr.write(`written ${shownPath(lockPath, io.cwd)}\n`);
    }
    return 0;
  },
});
