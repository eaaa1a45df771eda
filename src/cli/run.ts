import { Command, CommanderError } from 'commander';
import { ToolError } from '../errors.ts';
import { version } from '../version.ts';
import type { CommandDefinition } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { commands } from './commands/index.ts';
import { errorLine } from './error-line.ts';

/**
 * Runs one command line and gives back its exit code. Never throws for wrong use or a failing disk: those are told on
 * stderr and give 2.
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  let exitCode = 0;
  // Commander writes synchronously; what it writes is short and kept until it can be waited for.
  const out: [CommandIo['stdout'], string][] = [];
  const program = new Command('claimset')
    .description('The toolchain for fact-verification datasets in the FEVER tradition.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run with --help for the options.')
    .configureOutput({
      writeOut: (text) => out.push([io.stdout, text]),
      writeErr: (text) => out.push([io.stderr, text]),
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 100, 100),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 100, 100),
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  claimset init facts && cd facts && claimset build   make a dataset folder and build it
  claimset validate                                   check the dataset folder you are in
  claimset show "First Nagorno-Karabakh War_cell_1_2_2"

Exit codes: 0 clean, 1 findings, 2 the tool or its use failed.`,
    );
  const chosen = argv.find((word) => !word.startsWith('-'));
  const asked = chosen === 'help' ? argv[argv.indexOf('help') + 1] : chosen;
  try {
    for (const { name, summary, load } of commands) {
      const command = program.command(name).summary(summary).description(sentence(summary));
      command.copyInheritedSettings(program);
      if (name !== asked) continue;
      const definition = await load();
      definition.configure(command);
      command.addHelpText('after', examplesText(definition.examples));
      command.action(async (...all: unknown[]) => {
        const options = all.at(-2) as Record<string, unknown>;
        exitCode = await definition.run(all.slice(0, -2), options, io);
      });
    }
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof ToolError) {
      exitCode = error.exitCode;
      out.push([io.stderr, errorLine(error)]);
    } else if (isTooLong(error)) {
      exitCode = 2;
      const limit = 'A file, line or report is longer than the 512 MB that one text can have. Split the file';
      out.push([
        io.stderr,
        `error: ${limit}, or stream articles with \`claimset parse --bulk\`. (TOO_LONG)\n`,
      ]);
    } else {
      exitCode = 2;
      const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
      out.push([
        io.stderr,
        `error: claimset itself failed; please report this with the command you ran.\n${shown}\n`,
      ]);
    }
  }
  for (const [stream, text] of out) await stream.write(text);
  return exitCode;
}

function examplesText(examples: CommandDefinition['examples']): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return `\nExamples:\n${examples.map(([line, meaning]) => `  ${line.padEnd(width)}   ${meaning}`).join('\n')}`;
}

/** V8 says it in two ways. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && error.code === 'ERR_STRING_TOO_LONG') || error.message === 'Invalid string length'
  );
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
