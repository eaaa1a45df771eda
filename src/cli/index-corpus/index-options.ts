import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../claims/config.ts';
import { UsageError } from '../../errors.ts';
import { drqaIndexSettings } from '../../retrieve/drqa-index-settings.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import { type SearchLevel, searchLevels } from '../../retrieve/records/search-level.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { bm25Variants } from '../../retrieve/weighting/bm25.ts';
import { anyOf, wholeBetween } from '../options.ts';

const weightings = [...bm25Variants, 'drqa'] as const;

/** What an index is made with, as the command line says. */
export interface IndexOptions {
  readonly b?: number;
  readonly dropStopWords?: boolean;
  readonly headBoost?: number;
  readonly k1?: number;
  readonly level?: readonly SearchLevel[];
  /** False with --no-stem; true by default, which says nothing. */
  readonly stem: boolean;
  readonly titleBoost?: number;
  readonly weighting?: (typeof weightings)[number];
}

/** Levels that the commands ask for which search. */
export const defaultLevels: readonly SearchLevel[] = ['element', 'article'];

/** Adds the options of {@link IndexOptions}. */
export function addIndexOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--level <level>', `what is found as one (repeatable; default: ${defaultLevels.join(', ')})`)
        .choices(searchLevels)
        .argParser(anyOf(searchLevels)),
    )
    .addOption(
      new Option('--weighting <name>', "variant of BM25, or DrQA's TF-IDF (default: as configured)").choices(
        weightings,
      ),
    )
    .option(
      '--k1 <number>',
      'how soon another occurrence of a word adds nothing, from 0 to 100',
      numberUpTo(100),
    )
    .option('--b <number>', 'how much the words of a long text count for less, from 0 to 1', numberUpTo(1))
    .option('--no-stem', 'words as they stand, not cut to their stems')
    .option('--drop-stop-words', 'without the commonest words of the language')
    .option(
      '--title-boost <times>',
      'how often the title counts as words of an element, 0 to 20',
      wholeBetween(0, 20),
    )
    .option(
      '--head-boost <times>',
      'how often section and header cells count as words of an element, 0 to 20',
      wholeBetween(0, 20),
    );
}

/** What an index is made with: as the options say, else as configured. @throws UsageError for options that do not go together. */
export function indexSettings(options: IndexOptions, config: Config): IndexSettings {
  const { b, dropStopWords, headBoost, k1, stem, titleBoost, weighting } = options;
  if (weighting === 'drqa') {
    if (k1 !== undefined || b !== undefined || dropStopWords !== undefined || !stem)
      throw new UsageError(
        '--weighting drqa says how texts are taken apart and weighed: leave --k1, --b, --no-stem and --drop-stop-words out.',
      );
    const { title, heads } = drqaIndexSettings.boosts;
    return {
      ...drqaIndexSettings,
      analysis: { ...drqaIndexSettings.analysis, language: config.language },
      boosts: { title: titleBoost ?? title, heads: headBoost ?? heads },
    };
  }
  const { search } = config;
  return settingsOfConfig({
    language: config.language,
    search: {
      ...search,
      weighting: weighting ?? search.weighting,
      k1: k1 ?? search.k1,
      b: b ?? search.b,
      stem: stem && search.stem,
      dropStopWords: dropStopWords ?? search.dropStopWords,
      titleBoost: titleBoost ?? search.titleBoost,
      headBoost: headBoost ?? search.headBoost,
    },
  });
}

function numberUpTo(most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d*\.?\d+$/.test(value) || number > most)
      throw new InvalidArgumentError(`Give a number from 0 to ${most}.`);
    return number;
  };
}
