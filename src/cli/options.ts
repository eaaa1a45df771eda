import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Severity, severities } from '../diagnostic/severity.ts';
import { defaultResampling } from '../stats/resampling/resampling.ts';
import { findProfile, profiles } from '../validate/profiles/index.ts';

/** `--dataset`, the same for every command that works on a dataset folder. */
export function addDatasetOption(command: Command): Command {
  return command.option(
    '-C, --dataset <folder>',
    'dataset folder (default: the nearest one above with claimset.config.json, else the working directory)',
  );
}

/** What is searched, the same for every command that searches. */
export function addSearcherOptions(command: Command): Command {
  return command
    .option('--index <file>', 'an index file, instead of that of the configuration')
    .option('--engine <url>', 'a search engine, instead of that of the configuration');
}

/** `--rule id=severity`, repeatable, collected into one record. */
export function addRuleOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--rule <id=severity>',
      'severity of a rule: error, warning, info or off (repeatable)',
    ).argParser((value: string, previous: Record<string, Severity | 'off'> = {}) => {
      const at = value.lastIndexOf('=');
      const severity = value.slice(at + 1);
      if (at <= 0 || !(severity === 'off' || (severities as readonly string[]).includes(severity))) {
        throw new InvalidArgumentError('Write it like claim/no-final-period=off.');
      }
      return { ...previous, [value.slice(0, at)]: severity as Severity | 'off' };
    }),
  );
}

/** How intervals are drawn, or that they are not: the same for every command whose figures have some. */
export function addIntervalOptions(command: Command): Command {
  return command
    .option('--no-intervals', 'figures without confidence intervals')
    .option(
      '--resamples <number>',
      'how often claims are drawn anew',
      parseResamples,
      defaultResampling.resamples,
    )
    .option('--confidence <share>', 'what an interval holds', parseShare, defaultResampling.confidence)
    .option('--seed <number>', 'seed of what is drawn', parseSeed, defaultResampling.seed);
}

/** `name=number,name=number` as a record. */
export function parseRatios(value: string): Record<string, number> {
  const ratios: [string, number][] = value.split(',').map((part) => {
    const match = /^(\w+)=(\d*\.?\d+)$/.exec(part.trim());
    if (match === null) throw new InvalidArgumentError('Write it like train=0.8,dev=0.2.');
    return [match[1] ?? '', Number(match[2])];
  });
  const sum = ratios.reduce((total, [, ratio]) => total + ratio, 0);
  if (Math.abs(sum - 1) > 1e-9)
    throw new InvalidArgumentError(`The ratios add up to ${Number(sum.toFixed(6))}, not 1.`);
  if (new Set(ratios.map(([name]) => name)).size < ratios.length)
    throw new InvalidArgumentError('A split is named twice.');
  if (ratios.some(([, ratio]) => ratio === 0)) throw new InvalidArgumentError('Every ratio is above 0.');
  return Object.fromEntries(ratios);
}

/** A whole number from 0 to 2^32 - 1. */
export function parseSeed(value: string): number {
  const seed = Number(value);
  if (!/^\d+$/.test(value) || seed > 0xffffffff)
    throw new InvalidArgumentError('A seed is a whole number from 0 to 4294967295.');
  return seed;
}

/** How often claims are drawn anew: from 1 to 9,999,999. */
export function parseResamples(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value))
    throw new InvalidArgumentError('Give a whole number of resamples from 1 on, such as 1000.');
  return Number(value);
}

/** How many of something are shown: from 0 to 999,999,999. */
export function parseWhole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

/** What reads a whole number between two, or one of them. */
export function wholeBetween(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d{1,9}$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}

/** The name of a TREC run, which stands in each of its lines. */
export function parseRunTag(value: string): string {
  if (!/^[\p{L}\p{N}_.:+-]+$/u.test(value))
    throw new InvalidArgumentError('It is one word of letters, digits and _ . : + -, such as bm25.');
  return value;
}

/** What collects the values of a repeatable option, each once. */
export function anyOf<Choice extends string>(
  choices: readonly Choice[],
): (value: string, previous?: readonly Choice[]) => readonly Choice[] {
  return (value, previous = []) => {
    const choice = choices.find((one) => one === value);
    if (choice === undefined) throw new InvalidArgumentError(`Use one of ${choices.join(', ')}.`);
    return previous.includes(choice) ? previous : [...previous, choice];
  };
}

/** A share between 0 and 1, neither of them. */
function parseShare(value: string): number {
  const share = Number(value);
  if (!(share > 0 && share < 1))
    throw new InvalidArgumentError('Give a number between 0 and 1, such as 0.95.');
  return share;
}

/** `--profile`, repeatable. */
export function addProfileOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--profile <name>',
      `profile of rules (repeatable): ${profiles.map(({ id }) => id).join(', ')} (default: as configured)`,
    ).argParser((value: string, previous: readonly string[] = []) => {
      if (findProfile(value) === undefined) {
        throw new InvalidArgumentError(`Use one of ${profiles.map(({ id }) => id).join(', ')}.`);
      }
      return [...previous, value];
    }),
  );
}
