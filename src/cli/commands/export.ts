import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Claim } from '../../claims/claim.ts';
import { UsageError } from '../../errors.ts';
import { findWritableFormat, writableFormats } from '../../formats/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { keptBy, verifyExport } from '../../io/export-claims.ts';
import { followLinks, shownPath } from '../../io/files.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { type LoadedDataset, loadDataset } from '../dataset/load-dataset.ts';
import { addDatasetOption } from '../options.ts';
import { reportErrors } from '../report/report-errors.ts';
import { assignSplits, claimsOfSplit, isSound } from '../splits/assign-splits.ts';
import { printSplitProblems } from '../splits/print-splits.ts';

interface Options {
  readonly dataset?: string;
  readonly format: string;
  readonly output?: string;
  readonly split?: string;
  readonly verify?: boolean;
}

export const exportClaims = defineCommand<[], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .addOption(
        new Option('-f, --format <format>', 'what to write')
          .choices(writableFormats.map(({ id }) => id))
          .makeOptionMandatory(),
      )
      .option('-o, --output <file>', 'file to write, - for standard output (the default)')
      .option('--split <name>', 'only the claims of this split (default: all claims)')
      .option('--verify', 'read the file back and compare; needs --output');
  },
  examples: [
    ['claimset export --format csv -o claims.csv', 'a spreadsheet of all claims'],
    ['claimset export --format feverous --split train -o train.jsonl --verify', 'one split, proved'],
    ['claimset export --format fever | head -1', 'to look at it'],
  ],
  run: async (_args, options, io) => {
    const output = options.output === '-' ? undefined : options.output;
    if (options.verify === true && output === undefined) {
      throw new UsageError('--verify reads the file back: name one with --output.');
    }
    const format = findWritableFormat(options.format);
    const dataset = await loadDataset({ dataset: options.dataset }, io);
    if (await reportErrors(dataset, io)) return 1;
    const claims = options.split === undefined ? dataset.claims : await claimsIn(options.split, dataset, io);
    if (claims === undefined) return 1;
    const context = { evidence: dataset.corpus.evidence };
    const kept = keptBy(format, claims, context);
    if (output === undefined) {
      for (const piece of format.write(claims, context)) {
        await io.stdout.write(piece);
        if (!io.stdout.isOpen) break;
      }
    } else {
      const path = followLinks(resolve(io.cwd, output));
      if (dataset.files.some((file) => followLinks(file.path) === path)) {
        throw new UsageError(`"${output}" holds the claims that are exported. Name another file.`);
      }
      writeFileAtomic(path, format.write(claims, context));
      await io.stderr.write(
        `written ${kept.claims.length} of ${claims.length} claims to ${shownPath(path, io.cwd)}\n`,
      );
    }
    for (const [loss, count] of Object.entries(kept.losses)) {
      const description = format.losses.find(({ id }) => id === loss)?.description ?? '';
      await io.stderr.write(`lost in ${count} claims: ${loss}. ${description}\n`);
    }
    if (options.verify !== true || output === undefined) return 0;
    const problems = verifyExport(resolve(io.cwd, output), format, claims, context);
    for (const problem of problems) await io.stderr.write(`error: ${output}: ${problem}\n`);
    if (problems.length === 0) await io.stderr.write('verified: read back equal, but for what is lost\n');
    return problems.length === 0 ? 0 : 1;
  },
});

/** The claims of a split; `undefined`, and why on stderr, where the splits leak. */
async function claimsIn(
  split: string,
  dataset: LoadedDataset,
  io: CommandIo,
): Promise<readonly Claim[] | undefined> {
  const assigned = assignSplits(dataset, {});
  const names = Object.keys(assigned.policy.ratios);
  if (!names.includes(split)) {
    throw new UsageError(`There is no split "${split}". Use one of ${names.join(', ')}.`);
  }
  await io.stderr.write(printSplitProblems(assigned));
  return isSound(assigned) ? claimsOfSplit(dataset.claims, assigned, split) : undefined;
}
