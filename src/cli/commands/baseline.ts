import { resolve } from 'node:path';
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Baseline, BaselineOption, LabelledClaim } from '../../baseline/baseline.ts';
import { baselines } from '../../baseline/index.ts';
import { labelSharesOf } from '../../baseline/label-shares.ts';
import { printPrediction } from '../../baseline/print-prediction.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { invariant, UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { followLinks, kindOfPath, shownPath } from '../../io/files.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { percent } from '../../text/percent.ts';

import { printable } from '../../text/printable.ts';
import { type ClaimsAtHand, claimsAtHand, type NamedClaims } from '../baseline/claims-at-hand.ts';
import { createEvidenceSearch } from '../baseline/evidence-search.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { guardInputs, guardOutput } from '../exchange/write-claims.ts';
import { addDatasetOption, parseSeed } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly force?: boolean;
  readonly from?: string;
  readonly output?: string;
  readonly seed?: number;
  readonly split?: string;
  readonly top?: number;
  readonly train?: string;
}

/** As many pieces of evidence as FEVER's scorer counts. */
const defaultTop = 5;

export const baseline = defineCommand<[string, string | undefined], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .addArgument(new Argument('<name>', 'which baseline').choices(baselines.map(({ id }) => id)))
      .argument('[gold]', 'file of claims to predict, or dataset folder (default: the dataset at hand)')
      .addOption(new Option('--split <name>', 'the split of a dataset to predict (default: dev)'))
      .option('--train <file>', 'claims to learn from (default: the split train of the dataset)')
      .addOption(
        new Option('--from <format>', 'what the files of claims are (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option('-o, --output <file>', 'file to write; - for standard output (the default)')
      .option('--force', 'replace the output file if it is there')
      .option('--seed <number>', 'for random (default: 0)', parseSeed)
      .option(
        '--top <count>',
        `evidence ids for each claim, for retrieval (default: ${defaultTop})`,
        parseTop,
      )
      .addHelpText(
        'after',
        `
Baselines:
${baselines.map(({ id, about }) => `  ${id.padEnd(11)} ${about}`).join('\n')}

Predictions are JSON Lines with id, predicted_label, predicted_evidence (evidence ids) and probabilities
of the labels, as \`claimset score\` reads them.`,
      );
  },
  examples: [
    ['claimset baseline claim-only -o claim-only.jsonl', 'what the claims give away, on the split dev'],
    ['claimset baseline retrieval --top 10 -o retrieval.jsonl', 'a search engine that does not read'],
    ['claimset baseline majority dev.jsonl --train train.jsonl', 'of files of any format'],
  ],
  run: async ([id, gold], options, io) => {
    const chosen = baselines.find((one) => one.id === id);
    invariant(chosen !== undefined, 'the command line let an unknown baseline pass');
    guardUse(chosen, options);
    const output = options.output === '-' ? undefined : options.output;
    guardOutput(output, options.force, io.cwd);
    const isFolder = gold !== undefined && gold !== '-' && kindOfPath(resolve(io.cwd, gold)) === 'folder';
    if (isFolder && options.dataset !== undefined)
      throw new UsageError(`"${gold}" and "${options.dataset}" are two datasets. Name one of them.`);
    if (gold !== undefined && !isFolder && options.split !== undefined)
      throw new UsageError(
        `--split is for datasets: "${gold}" is a file, all of whose claims are predicted.`,
      );
    const atHand = await claimsAtHand(
      {
        dataset: isFolder ? gold : options.dataset,
        gold: isFolder ? undefined : gold,
        train: options.train,
        from: options.from,
        split: options.split ?? 'dev',
        needsTraining: chosen.needs.includes('training'),
        needsCorpus: chosen.needs.includes('search'),
      },
      io,
    );
    if (atHand === undefined) return 1;
    guardInputs(output, atHand.paths, io.cwd);
    const lines = await predict(chosen, atHand, options, io);
    if (output === undefined) for (const line of lines) await io.stdout.write(line);
    else {
      const { path } = writeFileAtomic(followLinks(resolve(io.cwd, output)), lines);
      await io.stderr.write(`written to ${shownPath(path, io.cwd)}\n`);
    }
    return 0;
  },
});

/** The predictions, one line each; tells on stderr what they were learned from. */
async function predict(
  chosen: Baseline,
  { predicted, training, evidence, language, isForeign }: ClaimsAtHand,
  { seed = 0, top = defaultTop }: Options,
  io: CommandIo,
): Promise<string[]> {
  if (predicted.claims.length === 0)
    throw new UsageError(`There is no claim in ${predicted.name}. Name another split or file.`);
  const learned = chosen.needs.includes('training') ? labelledClaims(training) : [];
  if (chosen.needs.includes('gold')) labelledClaims(predicted, true);
  const index = chosen.needs.includes('search') ? await createEvidenceSearch(evidence, language) : undefined;
  const answer = chosen.prepare({
    training: learned,
    seed,
    search: (text) => index?.search(text, top) ?? [],
    textOf: (id) => evidence.text(id),
  });
  const lines = predicted.claims.map((claim) => printPrediction(claim.id, answer(claim)));
  const tell = (text: string): Promise<void> => io.stderr.write(`${chosen.id}: ${text}\n`);
  if (training !== undefined && learned.length > 0) {
    const shares = [...labelSharesOf(learned)].map(
      ([label, share]) => `${printable(label)} ${percent(share)}`,
    );
    await tell(`learned from ${claimsIn(training, learned.length)} (${shares.join(', ')})`);
    if (training.name === predicted.name) await tell('warning: these are the claims that were predicted');
  }
  if (index !== undefined)
    await tell(
      `searched ${formatNumber(index.size)} sentences, cells, captions and items by BM25, the best ${top} for each claim`,
    );
  await tell(`predicted ${claimsIn(predicted)}`);
  if (isForeign)
    await tell(
      'labels are spelt as in FEVER: score with --lenient where the gold file spells them otherwise',
    );
  return lines;
}

function claimsIn({ name, claims }: NamedClaims, count = claims.length): string {
  return `${countWords(count, 'claim')} of ${printable(name)}`;
}

/** The claims that have a label. @throws UsageError where there are none, or where all must have one and some have none. */
function labelledClaims(claims: NamedClaims | undefined, all = false): LabelledClaim[] {
  const labelled = claims?.claims.filter(isLabelled) ?? [];
  const name = claims?.name ?? 'train';
  if (labelled.length === 0)
    throw new UsageError(`There is no claim with a label in ${name}. Name a file of claims that have one.`);
  const missing = (claims?.claims.length ?? 0) - labelled.length;
  if (all && missing > 0)
    throw new UsageError(
      `${countWords(missing, 'claim')} of ${name} without a label: there is no gold to copy. Use another baseline.`,
    );
  return labelled;
}

function isLabelled(claim: OpenClaim): claim is LabelledClaim {
  return claim.label !== undefined;
}

/** @throws UsageError for an option that would change nothing. */
function guardUse({ id, heeds, needs }: Baseline, options: Options): void {
  const refuse = (option: string): never => {
    throw new UsageError(`--${option} changes nothing in ${id}: leave it out.`);
  };
  for (const option of ['seed', 'top'] satisfies BaselineOption[])
    if (options[option] !== undefined && !heeds.includes(option)) refuse(option);
  if (options.train !== undefined && !needs.includes('training')) refuse('train');
}

/** A whole number from 1 on. */
function parseTop(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It is a whole number from 1 on.');
  return Number(value);
}
