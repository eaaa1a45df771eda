import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import type { CommandDefinition } from './command.ts';

/** What a command line gives a command. */
export interface ReadOptions {
  readonly args: readonly unknown[];
  readonly options: Record<string, unknown>;
}

/** What a command would be run with for the words behind its name. @throws UsageError for words that it does not take. */
export function readOptions(definition: CommandDefinition, words: readonly string[]): ReadOptions {
  const command = new Command().exitOverride().helpOption(false);
  // What is wrong is thrown as well.
  command.configureOutput({ writeErr: () => {} });
  definition.configure(command);
  command.action(() => {});
  try {
    command.parse([...words], { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    throw new UsageError(cause.message.replace(/^error: /, ''));
  }
  return { args: command.processedArgs, options: command.opts() };
}
