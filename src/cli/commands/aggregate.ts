import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AggregationMethod, aggregationMethods } from '../../claims/aggregation.ts';
import { UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { shownPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { findFilesToCheck } from '../../io/record-files.ts';
import { writeAllFiles } from '../../io/write-all-files.ts';
import { countWords } from '../../reporters/count-words.ts';
import { printJson } from '../../reporters/print-json.ts';
import {
  type Aggregation,
  aggregateClaims,
  defaultAggregation,
} from '../../stats/aggregation/aggregate-claims.ts';
import { collectAnnotations } from '../../stats/annotations/standing-annotations.ts';
import { printable } from '../../text/printable.ts';
import { type AppliedAggregation, applyAggregation } from '../aggregate/apply-aggregation.ts';
import {
  type AggregationOutcome,
  aggregationJson,
  printAggregation,
} from '../aggregate/print-aggregation.ts';
import { findJournals } from '../agree/find-journals.ts';
import { type Journals, readJournals } from '../agree/read-journals.ts';
import { defineCommand } from '../command.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';
import { guardInputs, guardOutput } from '../exchange/write-claims.ts';
import { addDatasetOption, parseSeed } from '../options.ts';

interface Options {
  readonly dataset?: string;
  readonly failOnUndecided?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly method: AggregationMethod;
  readonly minAnnotations: number;
  readonly minConfidence: number;
  readonly output?: string;
  readonly quality?: boolean;
  readonly seed: number;
  readonly write?: boolean;
}

export const aggregate = defineCommand<[], Options>({
  configure: addAggregateOptions,
  examples: [
    ['claimset aggregate', 'what the votes of the annotators would change'],
    ['claimset aggregate --write', 'put labels and evidence into the claims'],
    ['claimset aggregate --method dawid-skene --min-confidence 0.9', 'with a model of who confuses what'],
    ['claimset aggregate -o changed.jsonl', 'the changed records into a file of their own'],
  ],
  run: async (_args, options, io) => {
    const { method, minAnnotations, minConfidence, seed } = options;
    const output = options.output === undefined ? undefined : freePath(options.output, options, io.cwd);
    const folder = findDatasetFolder(io.cwd, options.dataset);
    const claims = join(folder, (await loadConfig(folder)).claims);
    const sources = findFilesToCheck([claims], io.cwd).records;
    guardInputs(
      options.output,
      sources.map(({ path }) => path),
      io.cwd,
    );
    const journals = await readJournals(
      await findJournals({ paths: [], dataset: options.dataset, cwd: io.cwd }),
      io,
    );
    const annotated = collectAnnotations(journals.annotations).claims;
    const aggregation = aggregateClaims(annotated, { method, minAnnotations, minConfidence, seed });
    const applied = applyAggregation(aggregation.claims, { claims, cwd: io.cwd });
    const isAsked = options.write === true || output !== undefined;
    const hindrance = hindranceOf(aggregation, journals);
    const isWritten = isAsked && hindrance === undefined;
    if (isWritten && output === undefined) writeAllFiles(applied.files);
    if (isWritten && output !== undefined)
      writeFileAtomic(
        output,
        applied.records.map(({ text }) => `${text}\n`),
      );
    const outcome: AggregationOutcome = {
      aggregation,
      applied,
      isWritten: isWritten && output === undefined,
      hasQuality: options.quality === true,
    };
    if (options.json === true) await io.stdout.write(`${printJson(aggregationJson(outcome))}\n`);
    else {
      const terminal = { color: wantsColor(io, io.stdout), width: io.stdout.columns ?? 100 };
      for (const piece of printAggregation(outcome, terminal)) await io.stdout.write(piece);
    }
    const problems = await tell(outcome, journals, io);
    const files = output === undefined ? applied.files.map(({ path }) => path) : [output];
    await io.stderr.write(`${doneWords(files, { isAsked, hindrance }, io.cwd)}\n`);
    const isOpen = options.failOnUndecided === true && aggregation.claims.some(({ label }) => label === null);
    return problems > 0 || isAsked !== isWritten || isOpen ? 1 : 0;
  },
});

/** Why nothing may be written, in words that follow "Nothing was written: ". */
function hindranceOf({ caution }: Aggregation, { unreadable }: Journals): string | undefined {
  if (unreadable > 0)
    return 'what the journals say on the lines that could not be read may decide otherwise. Mend them and run again.';
  return caution === null ? undefined : 'the model is not to be trusted with so little.';
}

function doneWords(
  files: readonly string[],
  { isAsked, hindrance }: { readonly isAsked: boolean; readonly hindrance: string | undefined },
  cwd: string,
): string {
  if (isAsked && hindrance !== undefined) return `Nothing was written: ${hindrance}`;
  if (isAsked && files.length === 0) return 'Nothing was written: the claims say all that already.';
  if (isAsked) return `written ${files.map((path) => printable(shownPath(path, cwd))).join(', ')}`;
  return files.length === 0
    ? 'Nothing is to be changed.'
    : 'Nothing was written: this is what --write would change.';
}

/** Tells what stands in the way, and gives back how many kinds of problems there are. */
async function tell(
  { aggregation, applied }: AggregationOutcome,
  journals: Journals,
  io: CommandIo,
): Promise<number> {
  if (journals.unreadable > 0) {
    const { report } = await import('../report/report.ts');
    const { names, records } = journals;
    await report(journals.diagnostics, { files: names.length, records }, io.stderr, io);
  }
  const problems = [...problemsOf(applied, journals)];
  for (const problem of problems) await io.stderr.write(`error: ${problem}\n`);
  if (aggregation.caution !== null) await io.stderr.write(`warning: ${aggregation.caution}\n`);
  return problems.length;
}

function* problemsOf(applied: AppliedAggregation, { unreadable }: Journals): Generator<string> {
  if (unreadable > 0)
    yield `No annotation could be read from ${countWords(unreadable, 'line')} of the journals.`;
  if (applied.unreadable > 0)
    yield `${countWords(applied.unreadable, 'line')} left out that no claim could be read from: see \`claimset validate\`.`;
  if (applied.unknown.length > 0)
    yield `${countWords(applied.unknown.length, 'annotated claim')} not in the dataset: ${idWords(applied.unknown)}.`;
  if (applied.repeated.length > 0)
    yield `${countWords(applied.repeated.length, 'id')} that several claims have, which are left as they are: ${idWords(applied.repeated)}.`;
  if (applied.unsettled.length > 0)
    yield `${countWords(applied.unsettled.length, 'claim')} decided by an adjudication that the journals do not have, left as they are: ${idWords(applied.unsettled)}. Restore it, or remove "aggregation" from the claim.`;
  if (applied.foreign.length > 0)
    yield `${countWords(applied.foreign.length, 'claim')} with a key "aggregation" that claimset did not write, left as they are: ${idWords(applied.foreign)}.`;
}

/** Ids that a message names. */
const mostIds = 10;

function idWords(ids: readonly (string | number)[]): string {
  const shown = ids.slice(0, mostIds).map((id) => printable(String(id)));
  return ids.length > mostIds ? `${shown.join(', ')} and ${ids.length - mostIds} more` : shown.join(', ');
}

/** @throws UsageError where records cannot be written there, too */
function freePath(output: string, { write, force }: Options, cwd: string): string {
  if (write === true)
    throw new UsageError('--write changes the claims where they are: leave it out, or --output.');
  guardOutput(output, force, cwd);
  return resolve(cwd, output);
}

function addAggregateOptions(command: Command): void {
  addDatasetOption(command)
    .addOption(
      new Option('--method <method>', 'how annotations become one label')
        .choices(aggregationMethods)
        .default(defaultAggregation.method),
    )
    .option(
      '--min-annotations <number>',
      'leave claims with fewer annotations as they are',
      parseCount,
      defaultAggregation.minAnnotations,
    )
    .option(
      '--min-confidence <share>',
      'leave claims as they are whose label is less sure',
      parseConfidence,
      defaultAggregation.minConfidence,
    )
    .option('--seed <number>', 'seed of the beginnings of MACE', parseSeed, defaultAggregation.seed)
    .option('--write', 'change the claims; without it only what would change is shown')
    .option('-o, --output <file>', 'write the records that would change, and leave the claims as they are')
    .option('--force', 'replace the output file if it is there')
    .option('--quality', 'show how good each annotator is, by name')
    .option('--fail-on-undecided', 'end with 1 if a claim is undecided')
    .option('--json', 'print everything as JSON')
    .addHelpText(
      'after',
      `
An adjudication stands, whatever the votes. Ties and claims below a limit are left as they are and listed.
Evidence is what those cite who gave the label. A claim that is decided keeps under "aggregation" how; no
names of annotators are written. How the methods work, and when not to trust them: docs/aggregate.md.`,
    );
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new InvalidArgumentError('Give a whole number from 1 on, such as 3.');
  return Number(value);
}

function parseConfidence(value: string): number {
  const share = Number(value);
  if (!/^\d*\.?\d+$/.test(value) || share > 1)
    throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.9.');
  return share;
}
