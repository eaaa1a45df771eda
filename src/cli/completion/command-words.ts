import { type Argument, Command, type Option } from 'commander';
import { groupKinds } from '../../claims/group-kind.ts';
import { stratumKinds } from '../../claims/stratum-kind.ts';
import { severities } from '../../diagnostic/severity.ts';
import { reporters } from '../../reporters/index.ts';
import { auditKinds } from '../../stats/leak-audit/audit-kinds.ts';
import { profiles } from '../../validate/profiles/index.ts';
import type { CommandEntry } from '../command.ts';
import { optionName } from '../leak/budgets.ts';
import { ruleCatalogue, ruleGroups } from '../rules/rule-catalogue.ts';

/** What may stand somewhere on the command line. `pairs` are `key=value`, a file as value where there are no `values`. */
export type Expected =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'pairs'; readonly keys: readonly string[]; readonly values?: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'other' };

export interface OptionWords {
  /** Such as `-f` and `--format`. */
  readonly flags: readonly string[];
  readonly about: string;
  /** Absent where the option takes no value. */
  readonly value?: Expected;
  readonly isRepeatable: boolean;
}

export interface ArgumentWords {
  readonly name: string;
  readonly expected: Expected;
  readonly isVariadic: boolean;
}

/** The words of a command that can be completed. */
export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OptionWords[];
  readonly arguments: readonly ArgumentWords[];
}

const ruleIds = ruleCatalogue.map(({ id }) => id);

/** What stands for a placeholder of the help, such as `<folder>`, where the option or argument has no choices of its own. */
const expectations: Readonly<Record<string, Expected>> = {
  attributes: { kind: 'words', words: stratumKinds },
  claims: { kind: 'file' },
  file: { kind: 'file' },
  files: { kind: 'file' },
  folder: { kind: 'folder' },
  'format[=file]': { kind: 'pairs', keys: reporters.map(({ id }) => id) },
  gold: { kind: 'file' },
  group: { kind: 'words', words: ruleGroups },
  'id=severity': { kind: 'pairs', keys: ruleIds, values: [...severities, 'off'] },
  input: { kind: 'file' },
  'kind=number': { kind: 'pairs', keys: auditKinds.map(optionName), values: ['0', 'all'] },
  kinds: { kind: 'words', words: groupKinds },
  list: { kind: 'file' },
  new: { kind: 'file' },
  old: { kind: 'file' },
  others: { kind: 'file' },
  output: { kind: 'file' },
  path: { kind: 'file' },
  paths: { kind: 'file' },
  predictions: { kind: 'file' },
  profile: { kind: 'words', words: profiles.map(({ id }) => id) },
  rule: { kind: 'words', words: [...ruleGroups, ...ruleIds] },
  what: { kind: 'file' },
};

/** The words of all commands, as the commands themselves declare them, and of `help`. */
export async function readCommandWords(commands: readonly CommandEntry[]): Promise<CommandWords[]> {
  const words = await Promise.all(
    commands.map(async ({ name, summary, load }): Promise<CommandWords> => {
      const command = new Command(name).helpOption('-h, --help', 'print help');
      (await load()).configure(command);
      return {
        name,
        about: summary,
        options: command.createHelp().visibleOptions(command).map(wordsOfOption),
        arguments: command.registeredArguments.map(wordsOfArgument),
      };
    }),
  );
  const names: Expected = { kind: 'words', words: commands.map(({ name }) => name) };
  const help: CommandWords = {
    name: 'help',
    about: 'print the help of a command',
    options: [],
    arguments: [{ name: 'command', expected: names, isVariadic: false }],
  };
  return [...words, help].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The options that stand before a command. */
export const programOptions: readonly OptionWords[] = [
  { flags: ['-h', '--help'], about: 'print help', isRepeatable: false },
  { flags: ['-V', '--version'], about: 'print the version', isRepeatable: false },
];

function wordsOfOption(option: Option): OptionWords {
  const placeholder = /[<[](.+)[>\]]$/.exec(option.flags)?.[1];
  const isRepeatable = option.variadic || /\(repeatable\b/.test(option.description);
  const name = option.long === '--profile' ? 'profile' : placeholder;
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    about: option.description,
    ...(name !== undefined && { value: expectedOf(name, option.argChoices) }),
    isRepeatable,
  };
}

function wordsOfArgument(argument: Argument): ArgumentWords {
  const name = argument.name();
  return { name, expected: expectedOf(name, argument.argChoices), isVariadic: argument.variadic };
}

function expectedOf(placeholder: string, choices: readonly string[] | undefined): Expected {
  if (choices !== undefined) return { kind: 'words', words: choices };
  return (
    (Object.hasOwn(expectations, placeholder) ? expectations[placeholder] : undefined) ?? { kind: 'other' }
  );
}
