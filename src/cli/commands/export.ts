import { join, resolve } from 'node:path';
import { Option } from 'commander';
import type { Claim } from '../../claims/claim.ts';
import { UsageError } from '../../errors.ts';
import type { EvidenceStyle } from '../../formats/evidence-style.ts';
import type { FolderFormat } from '../../formats/folder-format.ts';
import type { FormatContext, WritableFormat } from '../../formats/format.ts';
import { writableFormats } from '../../formats/index.ts';
import { type RetrievalUnit, retrievalUnits } from '../../formats/retrieval/retrieval-unit.ts';
import { verifyExport } from '../../io/export-claims.ts';
import { followLinks } from '../../io/files.ts';
import { configName } from '../../io/load-config.ts';
import { answersName } from '../../io/release/answers.ts';
import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import { printable } from '../../text/printable.ts';
import { baselineName } from '../check/baseline-file.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { type LoadedDataset, loadDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { measureQuality } from '../dataset/measure-quality.ts';
import {
  addBalanceOptions,
  type BalanceRequest,
  balanceClaims,
  type ClaimsBySplit,
  guardWeights,
} from '../exchange/balance-claims.ts';
import { addEvidenceOptions } from '../exchange/exchange-options.ts';
import { exportArticles, exportDatabase } from '../exchange/export-articles.ts';
import { exportFolder } from '../exchange/export-folder.ts';
import { guardOptions } from '../exchange/guard-options.ts';
import { lateFormatIds, loadLateFormat } from '../exchange/late-formats.ts';
import { negativesAtHand } from '../exchange/negatives-at-hand.ts';
import { guardOutput, tellLosses, tellVerified, tellWritten, writeClaims } from '../exchange/write-claims.ts';
import { addDatasetOption } from '../options.ts';
import { reportErrors } from '../report/report-errors.ts';
import {
  type AssignedSplits,
  assignSplits,
  claimsBySplit,
  claimsOfSplit,
  isSound,
} from '../splits/assign-splits.ts';
import { printSplitProblems } from '../splits/print-splits.ts';

interface Options extends BalanceRequest {
  readonly dataset?: string;
  readonly evidence?: EvidenceStyle;
  readonly force?: boolean;
  readonly format: string;
  readonly negatives?: string;
  readonly output?: string;
  readonly split?: string;
  readonly unit?: RetrievalUnit;
  readonly verify?: boolean;
}

const choices = [...writableFormats.map(({ id }) => id), ...lateFormatIds].sort();

export const exportClaims = defineCommand<[], Options>({
  configure: (command) => {
    addEvidenceOptions(
      addDatasetOption(command)
        .addOption(
          new Option('-f, --format <format>', 'what to write').choices(choices).makeOptionMandatory(),
        )
        .option(
          '-o, --output <path>',
          'file or, for a whole dataset, folder to write; - for standard output (the default)',
        )
        .option(
          '--force',
          'replace the output file if it is there, or a folder whose files were changed by hand',
        )
        .option('--split <name>', 'only the claims of this split (default: all claims)')
        .option('--verify', 'read it back and compare; needs --output'),
    ).addOption(
      new Option(
        '--unit <unit>',
        'what a document is, where claims become queries (default: sentence)',
      ).choices(retrievalUnits),
    );
    command.option(
      '--negatives <file>',
      'pairs of claims with records that do not decide them, too; `claimset negatives` finds some',
    );
    addBalanceOptions(command);
  },
  examples: [
    ['claimset export --format csv -o claims.csv', 'a spreadsheet of all claims'],
    ['claimset export --format feverous --split train -o train.jsonl --verify', 'one split, proved'],
    ['claimset export --format huggingface -o hub --verify', 'a repository for the Hugging Face Hub'],
    ['claimset export --format beir -o beir --unit page', 'queries, corpus and qrels, a document a page'],
    [
      'claimset export --format nli --evidence context --split train -o pairs.jsonl',
      'premises and hypotheses',
    ],
    ['claimset export --format wiki-pages -o wiki-001.jsonl', "the articles, as FEVER's programs read them"],
    [
      'claimset export --format nli --negatives negatives.jsonl -o pairs.jsonl',
      'with records that do not decide the claims',
    ],
    [
      'claimset export --format jsonl --split train --balance labels --reweight -o train.jsonl',
      'training data that tells less by its words',
    ],
    ['claimset export --format fever | head -1', 'to look at it'],
  ],
  run: async (_args, options, io) => {
    const { format: id, split, verify = false } = options;
    const output = options.output === '-' ? undefined : options.output;
    if (verify && output === undefined) {
      throw new UsageError('--verify reads what was written back: name it with --output.');
    }
    const format = writableFormats.find((one) => one.id === id);
    const late = format === undefined ? await loadLateFormat(id) : undefined;
    if (split !== undefined && late !== undefined)
      throw new UsageError(
        `--split is for claim files: ${id} has ${late.kind === 'folder' ? 'all splits' : 'no claims'}.`,
      );
    guardBalance(options, late?.kind, id);
    const asked = {
      evidenceStyle: options.evidence,
      negatives: options.negatives,
      retrievalUnit: options.unit,
      // What is drawn for the balance is drawn for any format.
      seed: options.balance === undefined ? options.seed : undefined,
    };
    guardOptions(format ?? late?.format ?? { id }, asked);
    const dataset = await loadDataset({ dataset: options.dataset }, io);
    if (await reportErrors(dataset, io)) return 1;
    const { evidence } = dataset.corpus;
    const target = { output, verify, force: options.force };
    if (late?.kind !== 'folder') {
      guardSources(dataset, output, io);
      guardOutput(output, options.force, io.cwd);
    }
    if (late?.kind === 'database') return exportDatabase(late.format, evidence.articles, target, io);
    if (late?.kind === 'articles') return exportArticles(late.format, evidence.articles, target, io);
    const negatives = options.negatives && (await negativesAtHand(options.negatives, dataset, output, io));
    const context: FormatContext = {
      evidence,
      ...(negatives && { negatives }),
      ...(options.evidence !== undefined && { evidenceStyle: options.evidence }),
      ...(options.seed !== undefined && { seed: options.seed }),
      ...(options.unit !== undefined && { retrievalUnit: options.unit }),
    };
    if (late?.kind === 'folder') return exportSplits(late.format, dataset, context, target, options, io);
    const chosen = split === undefined ? dataset.claims : await claimsIn(split, dataset, io);
    if (chosen === undefined || format === undefined) return 1;
    guardWeights(format, options, context);
    const claims = await balanceFile(chosen, dataset, options, io);
    if (claims === undefined) return 1;
    const { blind } = dataset.config.split;
    if (!isBlindFormat(format))
      await tellBlind(split === undefined ? blind : blind.filter((name) => name === split), io);
    return exportFile(format, claims, context, target, io);
  },
});

interface Target {
  readonly force?: boolean | undefined;
  readonly output: string | undefined;
  readonly verify: boolean;
}

async function exportFile(
  format: WritableFormat,
  claims: readonly Claim[],
  context: FormatContext,
  { output, verify }: Target,
  io: CommandIo,
) {
  const written = await writeClaims(claims, format, context, { output }, io);
  await tellWritten(written, claims.length, '', io);
  await tellLosses(format, written.losses, io);
  if (!verify || written.path === undefined) return 0;
  const problems = verifyExport(written.path, format, claims, context);
  for (const problem of problems) await io.stderr.write(`error: ${output}: ${printable(problem)}\n`);
  if (problems.length === 0) await tellVerified(Object.keys(written.losses).length > 0, io);
  return problems.length === 0 ? 0 : 1;
}

async function exportSplits(
  format: FolderFormat,
  dataset: LoadedDataset,
  context: FormatContext,
  target: Target,
  request: BalanceRequest,
  io: CommandIo,
) {
  const assigned = await soundSplits(dataset, io);
  if (assigned === undefined) return 1;
  await tellBlind(dataset.config.split.blind, io);
  const splits = await balanceClaims(claimsBySplit(dataset.claims, assigned), request, io);
  let measured: DatasetQuality | undefined;
  const quality = (): DatasetQuality => {
    // Sound splits leak nothing, and so do some of their claims.
    measured ??= measureQuality([...splits.values()].flat(), dataset, assigned.leakage, io);
    return measured;
  };
  return exportFolder(format, { config: dataset.config, splits, quality }, context, target, io);
}

/** Whether a format has nothing of what blind splits hold back. */
function isBlindFormat({ losses }: WritableFormat): boolean {
  return ['label', 'evidence'].every((what) => losses.some(({ id }) => id === what));
}

/** Says that what is written tells what some splits hold back. */
async function tellBlind(splits: readonly string[], { stderr }: CommandIo): Promise<void> {
  if (splits.length > 0)
    await stderr.write(
      `note: this tells the labels or the evidence of ${splits.map((split) => `\`${split}\``).join(', ')}, which split.blind holds back: it is not to be published\n`,
    );
}

/** Claims that go into one file, balanced; `undefined`, and why on stderr, where that takes splits and they leak. */
async function balanceFile(
  claims: readonly Claim[],
  dataset: LoadedDataset,
  request: BalanceRequest,
  io: CommandIo,
): Promise<readonly Claim[] | undefined> {
  if (request.balance !== 'splits') return joined(await balanceClaims(new Map([['', claims]]), request, io));
  const assigned = await soundSplits(dataset, io);
  if (assigned === undefined) return undefined;
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Claim) => places.get(id) ?? 0;
  const balanced = joined(await balanceClaims(claimsBySplit(claims, assigned), request, io));
  return [...balanced].sort((a, b) => placeOf(a) - placeOf(b));
}

function joined(splits: ClaimsBySplit): readonly Claim[] {
  return [...splits.values()].flat();
}

/** @throws UsageError where claims are to be balanced and none are written. */
function guardBalance({ balance, reweight }: BalanceRequest, kind: string | undefined, id: string): void {
  const option = balance !== undefined ? '--balance' : reweight === true ? '--reweight' : undefined;
  if (option === undefined || kind === undefined || kind === 'folder') return;
  throw new UsageError(`${option} is for claims: ${id} has none.`);
}

/** Files of a dataset folder that nobody means to replace by claims, with `--force` either. */
const ownFiles = [configName, lockName, baselineName, answersName];

/** @throws UsageError where the output is a file of the dataset itself. */
function guardSources(
  { files, corpus, folder }: LoadedDataset,
  output: string | undefined,
  { cwd }: CommandIo,
): void {
  if (output === undefined) return;
  const path = followLinks(resolve(cwd, output));
  const isOutput = (source: string): boolean => followLinks(source) === path;
  const sources = [...files.map((file) => file.path), ...corpus.files.map(({ file }) => resolve(cwd, file))];
  if (sources.some(isOutput)) throw new UsageError(`"${output}" holds what is exported. Name another file.`);
  if (ownFiles.some((name) => isOutput(join(folder, name))))
    throw new UsageError(`"${output}" is a file of the dataset. Name another file.`);
}

/** The claims of a split; `undefined`, and why on stderr, where the splits leak. */
async function claimsIn(
  split: string,
  dataset: LoadedDataset,
  io: CommandIo,
): Promise<readonly Claim[] | undefined> {
  const names = Object.keys(dataset.config.split.ratios);
  if (!names.includes(split)) {
    throw new UsageError(`There is no split "${split}". Use one of ${names.join(', ')}.`);
  }
  const assigned = await soundSplits(dataset, io);
  return assigned && claimsOfSplit(dataset.claims, assigned, split);
}

/** The splits of a dataset; `undefined`, and why on stderr, where they leak. */
async function soundSplits(dataset: LoadedDataset, io: CommandIo): Promise<AssignedSplits | undefined> {
  const assigned = assignSplits(dataset, {}, io);
  await io.stderr.write(printSplitProblems(assigned));
  return isSound(assigned) ? assigned : undefined;
}
