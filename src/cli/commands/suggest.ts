import { InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../errors.ts';
import { readableFormats } from '../../formats/index.ts';
import { recallCutoffs } from '../../retrieve/suggest/recall/recall-tally.ts';
import { defineCommand } from '../command.ts';
import { claimsOfFile } from '../exchange/claims-of-file.ts';
import { addDatasetOption, addSearcherOptions, parseRunTag, wholeBetween } from '../options.ts';
import { claimsOfFolder } from '../suggest/claims-to-suggest.ts';
import { measureRecall } from '../suggest/measure-recall.ts';
import { suggestForAll } from '../suggest/suggest-for-all.ts';
import { suggestForOne } from '../suggest/suggest-for-one.ts';
import { defaultTop, type SuggestOptions } from '../suggest/suggest-options.ts';

/** Nobody reads more, and each costs time. */
const mostSuggestions = 1000;

export const suggest = defineCommand<[string[]], SuggestOptions>({
  configure: (command) => {
    const described = addDatasetOption(command)
      .argument('[claim...]', 'id of a claim of the dataset, or the text of one')
      .option(
        '--top <count>',
        `suggestions at most (default: ${defaultTop})`,
        wholeBetween(1, mostSuggestions),
      )
      .option('--all', 'for every claim of the dataset, those without a label too')
      .option('--claims <file>', 'for every claim of a file; - for standard input')
      .option('--evaluate [file]', 'how much of the evidence is found: of the dataset, or of a file')
      .addOption(
        new Option('--from <format>', 'what the file is (default: recognised)').choices(
          readableFormats.map(({ id }) => id),
        ),
      )
      .option('--language <tag>', 'language of the claims (default: as configured)', parseLanguage)
      .addOption(new Option('--json', 'as JSON, one suggestion a line').conflicts('run'))
      .option(
        '--run <tag>',
        'with --all or --claims, a TREC run of this name, for `claimset score`',
        parseRunTag,
      );
    addSearcherOptions(described).addHelpText(
      'after',
      `
Only the text of a claim is looked at, never its label or evidence. --all and --claims print a line of JSON for
each claim. --evaluate counts of how many claims one whole evidence set, and any piece of one, is among the first
${recallCutoffs.join(', ')}; a file that carries the texts of its evidence is searched itself. What it can and cannot find:
docs/suggest.md. Exit code 1: there is nothing to suggest.`,
    );
  },
  examples: [
    ['claimset suggest nkw-0001', 'evidence for or against a claim of the dataset'],
    ['claimset suggest "Shusha fell on 9 May 1992." --top 3', 'of a text that is no claim yet'],
    ['claimset suggest --all --run suggest > suggest.run', 'a TREC run of all claims'],
    ['claimset suggest --evaluate', 'how much of the evidence is found'],
  ],
  run: async ([words], options, io) => {
    guardUse(words, options);
    const { evaluate, from, claims: file } = options;
    const given = typeof evaluate === 'string' ? evaluate : file;
    const found = given === undefined ? undefined : await claimsOfFile(given, from, io);
    if (given !== undefined && found === undefined) return 1;
    if (evaluate !== undefined) return measureRecall(found, options, io);
    if (found !== undefined) return suggestForAll(found, options, io);
    const dataset = await claimsOfFolder(options.dataset, io);
    if (options.all === true) return suggestForAll(dataset.all, options, io);
    const text = words.join(' ').trim();
    const known = dataset.find(text)?.record;
    if (known === undefined && words.length > 1 && words.every((word) => dataset.find(word) !== undefined))
      throw new UsageError('Give the id of one claim, or --all for every claim of the dataset.');
    if (known === undefined && !/\s/.test(text))
      throw new UsageError(
        `There is no claim "${text}" in the dataset. Give the id of one, or a text of several words.`,
      );
    return suggestForOne(known ?? { claim: text }, options, io);
  },
});

/** @throws UsageError for options that contradict one another, and where no claim is named. */
function guardUse(words: readonly string[], options: SuggestOptions): void {
  const { all, claims, evaluate, from, run, top } = options;
  const refuse = (message: string): never => {
    throw new UsageError(message);
  };
  const ways = [
    words.length > 0 && 'a claim',
    all === true && '--all',
    claims !== undefined && '--claims',
    evaluate !== undefined && '--evaluate',
  ].filter((way) => way !== false);
  if (ways.length > 1) refuse(`Give ${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}, not both.`);
  if (ways.length === 0 || (words.length > 0 && words.join('').trim() === ''))
    refuse('Give the id of a claim, or its text, such as `claimset suggest "The war ended in 1994."`.');
  if (run !== undefined && all !== true && claims === undefined)
    refuse('A run is of many claims: use --run with --all or --claims.');
  if (from !== undefined && claims === undefined && typeof evaluate !== 'string')
    refuse('--from says what a file is: name one with --claims or --evaluate.');
  if (evaluate !== undefined && top !== undefined)
    refuse(`--evaluate looks at the first ${recallCutoffs.join(', ')}: leave --top out.`);
}

function parseLanguage(value: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(value))
    throw new InvalidArgumentError('Write it like en, da or pt-BR.');
  return value;
}
