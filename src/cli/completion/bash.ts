import { shellQuote } from '../shell-quote.ts';
import { type CommandWords, type Expected, programOptions } from './command-words.ts';

/** The completion script for bash 3.2 and newer; it needs nothing but bash. */
export function printBashCompletion(commands: readonly CommandWords[]): string {
  const options = commands.map(
    ({ name, options: own }) =>
      `  ${name}) words=${shellQuote(own.flatMap(({ flags }) => flags).join(' '))} ;;`,
  );
  const values = commands.flatMap(({ name, options: own }) =>
    own.flatMap(({ flags, value }) =>
      value === undefined
        ? []
        : [`  ${flags.map((flag) => `'${name} ${flag}'`).join(' | ')}) ${expectation(value)} ;;`],
    ),
  );
  const args = commands.flatMap(({ name, arguments: own }) =>
    own.map(
      ({ expected, isVariadic }, which) =>
        `  '${name} '${isVariadic ? '*' : which + 1}) ${expectation(expected)} ;;`,
    ),
  );
  return `# Completion of claimset for bash, printed by \`claimset completion bash\`.

# What the value of an option is: sets kind, words and values. False where the option takes none.
_claimset_value() { # command, option
  case "$1 $2" in
${values.join('\n')}
  *) return 1 ;;
  esac
}

# What an argument is, counted from 1.
_claimset_argument() { # command, number
  kind=other
  case "$1 $2" in
${args.join('\n')}
  esac
}

_claimset_options() { # command
  case $1 in
${options.join('\n')}
  *) words=${shellQuote(programOptions.flatMap(({ flags }) => flags).join(' '))} ;;
  esac
}

# The words that begin with what is typed; nothing else is offered.
_claimset_offer() { # words, what is typed, what each is to end with
  local word IFS=$' \\t\\n'
  compopt +o default 2>/dev/null
  while IFS= read -r word; do
    COMPREPLY[\${#COMPREPLY[@]}]=$before$word\${3-}
  done < <(compgen -W "$1" -- "$2")
}

# Goes on behind the first = of what is typed. bash replaces only what is behind it, unless it is told not to break words there.
_claimset_cut() {
  case $COMP_WORDBREAKS in *=*) ;; *) before=$before\${typed%%=*}= ;; esac
  typed=\${typed#*=}
}

_claimset() {
  local line typed before= command= kind= words= values= dashes= number=0 at last
  local -a parts
  COMPREPLY=()
  # bash takes words apart at = and :, claimset does not.
  line=\${COMP_LINE:0:COMP_POINT}
  IFS=$' \\t\\n' read -r -a parts <<<"$line"
  case $line in *[[:blank:]]) parts[\${#parts[@]}]= ;; esac
  last=$((\${#parts[@]} - 1))
  typed=\${parts[last]}
  for ((at = 1; at < last; at++)); do
    if [[ -z $command ]]; then
      [[ \${parts[at]} == -* ]] || command=\${parts[at]}
    elif [[ -n $dashes || \${parts[at]} != -* ]]; then
      number=$((number + 1))
    elif [[ \${parts[at]} == -- ]]; then
      dashes=1
    elif _claimset_value "$command" "\${parts[at]}"; then
      # Its value is the next word.
      at=$((at + 1))
      if ((at < last)); then kind=; fi
    fi
  done
  if [[ -z $kind && -z $dashes && $typed == --*=* ]] && _claimset_value "$command" "\${typed%%=*}"; then
    _claimset_cut
  elif [[ -z $kind && -z $dashes && $typed == -* ]]; then
    kind=words
    _claimset_options "$command"
  elif [[ -z $kind && -z $command ]]; then
    kind=words
    words=${shellQuote(commands.map(({ name }) => name).join(' '))}
  elif [[ -z $kind ]]; then
    _claimset_argument "$command" "$((number + 1))"
  fi
  case $kind in
  words) _claimset_offer "$words" "$typed" ;;
  pairs)
    if [[ $typed != *=* ]]; then
      compopt -o nospace 2>/dev/null
      _claimset_offer "$words" "$typed" "\${values:+=}"
    elif [[ -n $values ]]; then
      _claimset_cut
      _claimset_offer "$values" "$typed"
    fi
    ;;
  folder) compopt +o default -o dirnames 2>/dev/null ;;
  other) compopt +o default 2>/dev/null ;;
  esac
}

# Files are left to bash, which knows how to quote them.
complete -o default -F _claimset claimset
`;
}

function expectation(expected: Expected): string {
  switch (expected.kind) {
    case 'words':
      return `kind=words words=${shellQuote(expected.words.join(' '))}`;
    case 'pairs':
      return `kind=pairs words=${shellQuote(expected.keys.join(' '))} values=${shellQuote((expected.values ?? []).join(' '))}`;
    default:
      return `kind=${expected.kind}`;
  }
}
