import { Argument } from 'commander';
import { type CommandDefinition, type CommandEntry, defineCommand } from '../command.ts';
import { printBashCompletion } from '../completion/bash.ts';
import { readCommandWords } from '../completion/command-words.ts';
import { printFishCompletion } from '../completion/fish.ts';
import { printZshCompletion } from '../completion/zsh.ts';

const printers = { bash: printBashCompletion, fish: printFishCompletion, zsh: printZshCompletion } as const;

/** The command that prints a completion script of all `commands`, itself among them. */
export function createCompletion(commands: readonly CommandEntry[]): CommandDefinition {
  return defineCommand<[keyof typeof printers], object>({
    configure: (command) => {
      command
        .addArgument(new Argument('<shell>', 'which shell it is for').choices(Object.keys(printers)))
        .addHelpText(
          'after',
          `
To have it in every new shell, add to the shell's own file:
  ~/.bashrc                    eval "$(claimset completion bash)"
  ~/.zshrc, behind compinit    eval "$(claimset completion zsh)"
  ~/.config/fish/config.fish   claimset completion fish | source`,
        );
    },
    examples: [
      ['claimset completion bash', 'commands, options, files, rule ids'],
      ['claimset completion zsh > ~/.zfunc/_claimset', 'for a folder of fpath'],
      ['claimset completion fish > ~/.config/fish/completions/claimset.fish', 'loaded when it is needed'],
    ],
    run: async ([shell], _options, io) => {
      await io.stdout.write(printers[shell](await readCommandWords(commands)));
      return 0;
    },
  });
}
