import { InvalidArgumentError, Option } from 'commander';
import { readableFormats } from '../../formats/index.ts';
import { printJson } from '../../reporters/print-json.ts';
import {
  type Budgets,
  type BudgetUse,
  budgetKinds,
  budgetsOf,
  measureBudgets,
  overBudget,
} from '../../stats/artefacts/bias-budgets.ts';
import type { BiasFigures } from '../../stats/artefacts/bias-figures.ts';
import { defaultNgramOptions } from '../../stats/artefacts/ngram-lmi.ts';
import { defaultResampling } from '../../stats/resampling/resampling.ts';
import { languageOf } from '../../text/languages/index.ts';
import { printable } from '../../text/printable.ts';
import { parseBudgets } from '../bias/budgets.ts';
import { measureBias } from '../bias/measure-bias.ts';
import { type BiasData, openBiasData } from '../bias/open-bias-data.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { type CommandIo, wantsColor } from '../command-io.ts';
import { requestedPath } from '../dataset/requested-path.ts';
import { addDatasetOption, parseSeed, parseWhole } from '../options.ts';

interface Options {
  readonly classifier: boolean;
  readonly dataset?: string;
  readonly errors: number;
  readonly format: 'json' | 'markdown' | 'text';
  readonly from?: string;
  readonly json?: boolean;
  readonly language?: string;
  readonly max?: Budgets;
  readonly ngram: readonly number[];
  readonly seed: number;
  readonly show: number;
  readonly split?: string;
}

/** N-grams listed of each label in JSON, where more are not asked for. */
const leastListed = defaultNgramOptions.top;

export const bias = defineCommand<[string | undefined], Options>({
  configure: (command) => {
    addDatasetOption(
      command.argument(
        '[what]',
        'dataset folder, claims file of any format, or what a build wrote (default: the dataset folder)',
      ),
    )
      .addOption(
        new Option('--from <format>', 'what the files of claims are (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option('--split <name>', 'look only at the claims of this split')
      .option('--language <tag>', 'language of the claims (default: as configured, else en)')
      .addOption(
        new Option('--ngram <lengths>', 'words in an n-gram: 1, 2, 3, or several with commas')
          .argParser(parseLengths)
          .default([1, 2], '1,2'),
      )
      .option('--show <number>', 'n-grams of each label, cues and values shown', parseWhole, 10)
      .option('--errors <number>', 'likely label errors shown', parseWhole, 10)
      .option('--no-classifier', 'leave out what a classifier must be trained for')
      .option('--seed <number>', 'seed of what is drawn', parseSeed, defaultResampling.seed)
      .option(
        '--max <figure=value>',
        'end with 1 if a figure is above this; several with commas',
        parseBudgets,
      )
      .addOption(
        new Option('-f, --format <format>', 'how to print')
          .choices(['json', 'markdown', 'text'])
          .default('text'),
      )
      .option('--json', 'the same as --format json')
      .addHelpText(
        'after',
        `
Nothing here reads any evidence: what tells of the label all the same is an artefact. Budgets, from 0 to 1,
compare the figure itself and not an end of its interval; in claimset.config.json they stand under bias:
${budgetKinds.map(({ id, key, about }) => `  ${id.padEnd(10)} bias.${key}: ${about}`).join('\n')}
What each figure means: docs/bias.md.`,
      );
  },
  examples: [
    ['claimset bias', 'what the dataset folder gives away'],
    ['claimset bias --max gain=0.05', 'in CI: end with 1 if a classifier gains more without evidence'],
    ['claimset bias train.jsonl --ngram 2 --show 20 --format markdown', 'a file of any format, for a report'],
    ['claimset bias --split dev --errors 50', 'which labels to look at again'],
  ],
  run: async ([what], options, io) => {
    const path = requestedPath(what, options.dataset, io.cwd);
    const data = await openBiasData(path, { format: options.from, split: options.split }, io);
    const figures = await measureBias(data, requestOf(options, data), io);
    const uses = measureBudgets(figures, budgetsOf(data.config, options.max));
    await print(figures, uses, data, options, io);
    return tell(uses, data, io);
  },
});

function requestOf({ language, ngram, show, seed, classifier }: Options, { config }: BiasData) {
  return {
    language: languageOf(language ?? config.language),
    lengths: ngram,
    listed: Math.max(leastListed, show),
    seed,
    hasClassifier: classifier,
  };
}

async function print(
  figures: BiasFigures,
  budgets: readonly BudgetUse[],
  { name }: BiasData,
  options: Options,
  io: CommandIo,
): Promise<void> {
  if (options.json === true || options.format === 'json') {
    const json = { data: name, split: options.split ?? null, seed: options.seed, ...figures, budgets };
    await io.stdout.write(`${printJson(json)}\n`);
    return;
  }
  const { biasSections } = await import('../../stats/artefacts/bias-sections.ts');
  const sections = biasSections(figures, { top: options.show, errors: options.errors });
  if (options.format === 'markdown') {
    const { printBiasMarkdown } = await import('../../stats/artefacts/print-bias-markdown.ts');
    const title = ['Artefacts of ', { data: name }];
    for (const piece of printBiasMarkdown(sections, title)) await io.stdout.write(piece);
    return;
  }
  const { printBiasText } = await import('../../stats/artefacts/print-bias-text.ts');
  const page = { color: wantsColor(io, io.stdout), width: io.stdout.columns ?? 100 };
  for (const piece of printBiasText(sections, page)) await io.stdout.write(piece);
}

/** Tells what could not be read, and what is over its budget. */
async function tell(
  uses: readonly BudgetUse[],
  { problems, claims }: BiasData,
  io: CommandIo,
): Promise<ExitCode> {
  if (problems.length > 0) {
    const { report } = await import('../report/report.ts');
    await report(problems, { files: 1, records: claims.length }, io.stderr, io);
  }
  const over = overBudget(uses);
  for (const problem of over) await io.stderr.write(`error: ${printable(problem)}\n`);
  return over.length > 0 || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function parseLengths(value: string): readonly number[] {
  const lengths = value.split(',').map((part) => part.trim());
  if (!lengths.every((length) => /^[123]$/.test(length)))
    throw new InvalidArgumentError('Give 1, 2 or 3, or several with commas.');
  return [...new Set(lengths.map(Number))];
}
