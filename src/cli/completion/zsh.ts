import { type CommandWords, type Expected, type OptionWords, programOptions } from './command-words.ts';

/** The completion script for zsh: for a folder of `fpath` as `_claimset`, or to be sourced behind `compinit`. */
export function printZshCompletion(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name, about }) => `    ${quote(`${name}:${about}`)}`);
  const cases = commands.map(({ name, options, arguments: args }) => {
    const specs = [
      ...options.flatMap(optionSpecs),
      ...args.map(
        ({ name: argument, expected, isVariadic }, which) =>
          `${isVariadic ? '*' : which + 1}:${escapeSpec(argument)}:${action(expected)}`,
      ),
    ];
    return `      ${name})\n${['        _arguments', ...specs.map((spec) => `          ${quote(spec)}`)].join(' \\\n')}\n        ;;`;
  });
  return `#compdef claimset
# Completion of claimset for zsh, printed by \`claimset completion zsh\`.

# key=value: keys, then behind the = one of the values, or a file where there are none.
_claimset_pairs() { # keys, values
  if compset -P '*='; then
    if [[ -n $2 ]]; then
      compadd -- \${=2}
    else
      _files
    fi
  elif [[ -n $2 ]]; then
    compadd -S = -q -- \${=1}
  else
    compadd -S '' -- \${=1}
  fi
}

_claimset() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands
  commands=(
${names.join('\n')}
  )
  _arguments -C \\
    ${[...programOptions.flatMap(optionSpecs), '1:command:->command', '*::argument:->argument'].map(quote).join(' \\\n    ')}
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $words[1] in
${cases.join('\n')}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _claimset ]]; then
  _claimset "$@"
else
  compdef _claimset claimset
fi
`;
}

/** What `_arguments` is told of an option: each of its flags rules out the others, unless it may be repeated. */
function optionSpecs({ flags, about, value, isRepeatable }: OptionWords): string[] {
  const before = isRepeatable ? '*' : flags.length > 1 ? `(${flags.join(' ')})` : '';
  return flags.map((flag) => {
    const join = value === undefined ? '' : flag.startsWith('--') ? '=' : '+';
    const behind = value === undefined ? '' : `:${escapeSpec(flag.replace(/^-+/, ''))}:${action(value)}`;
    return `${before}${flag}${join}[${escapeSpec(about)}]${behind}`;
  });
}

function action(expected: Expected): string {
  switch (expected.kind) {
    case 'words':
      return `(${expected.words.join(' ')})`;
    case 'pairs':
      return `{_claimset_pairs "${expected.keys.join(' ')}" "${(expected.values ?? []).join(' ')}"}`;
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    case 'other':
      return ' ';
  }
}

/** Text inside a specification, where colons and brackets mean something. */
function escapeSpec(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
