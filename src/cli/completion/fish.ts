import { type CommandWords, type Expected, type OptionWords, programOptions } from './command-words.ts';

/** The completion script for fish 3 and newer. */
export function printFishCompletion(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, about, options, arguments: args }) => {
    const inside = `__claimset_in ${name}`;
    return [
      '',
      complete('not __claimset_in', '-a', name, '-d', quote(about)),
      ...options.map((option) => complete(inside, ...optionWords(option))),
      ...args.map(({ expected }) => complete(inside, ...offer(expected))),
    ];
  });
  return `# Completion of claimset for fish, printed by \`claimset completion fish\`.

# Whether a command was typed already: this one, or any.
function __claimset_in
    set -l words (commandline -opc)
    set -e words[1]
    set -l command (string match -v -- '-*' $words)[1]
    test -n "$command"
    and test (count $argv) -eq 0 -o "$command" = "$argv"
end

# Each key with each value.
function __claimset_pairs # keys, values
    for key in (string split ' ' $argv[1])
        for value in (string split ' ' $argv[2])
            echo $key=$value
        end
    end
end

complete -c claimset -f
${programOptions.map((option) => complete('not __claimset_in', ...optionWords(option))).join('\n')}
${lines.join('\n')}
`;
}

function complete(condition: string, ...words: readonly string[]): string {
  return `complete -c claimset -n ${quote(condition)} ${words.join(' ')}`;
}

function optionWords({ flags, about, value }: OptionWords): string[] {
  return [
    ...flags.flatMap((flag) => (flag.startsWith('--') ? ['-l', flag.slice(2)] : ['-s', flag.slice(1)])),
    ...(value === undefined ? [] : ['-r', ...offer(value)]),
    '-d',
    quote(about),
  ];
}

function offer(expected: Expected): string[] {
  switch (expected.kind) {
    case 'words':
      return ['-f', '-a', quote(expected.words.join(' '))];
    case 'pairs':
      return expected.values === undefined
        ? ['-F', '-a', quote(expected.keys.join(' '))]
        : [
            '-f',
            '-a',
            quote(`(__claimset_pairs "${expected.keys.join(' ')}" "${expected.values.join(' ')}")`),
          ];
    case 'file':
      return ['-F'];
    case 'folder':
      return ['-f', '-a', quote('(__fish_complete_directories)')];
    case 'other':
      return ['-f'];
  }
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
