import { sha256 } from '../io/sha256.ts';
import { shellQuote } from './shell-quote.ts';

/** One dataset folder that a hook checks. */
export interface HookEntry {
  /** From the top of the repository; `.` for the top itself. */
  readonly dataset: string;
  /** Options of `claimset validate`. */
  readonly options: readonly string[];
}

const firstLines = `#!/bin/sh
# claimset hook: checks the claims that are staged. Written by \`claimset hook install\`, removed by \`claimset hook uninstall\`.
`;
const entryMark = '# claimset hook: dataset ';
const lastLine = /^# claimset hook: end ([0-9a-f]{64})\n$/;

/**
 * The pre-commit hook for some dataset folders: a POSIX shell script. It asks the claimset that is installed for the folder,
 * else the program at `program`, else the one on PATH. Its last line tells whether somebody has changed it.
 */
export function printHookScript(entries: readonly HookEntry[], program?: string): string {
  const checks = entries.map(
    ({ dataset, options }) =>
      `${entryMark}${JSON.stringify({ dataset, options })}\ncheck ${[dataset, ...options].map(shellQuote).join(' ')}\n`,
  );
  const own =
    program === undefined
      ? ''
      : `  elif [ -f ${shellQuote(program)} ]; then\n    node ${shellQuote(program)} "$@"\n`;
  const script = `${firstLines}# \`git commit --no-verify\` commits without the check.

check() { # dataset folder from the top of the repository, options of \`claimset validate\`
  folder=$1
  shift
  staged=":(top,literal)$folder"
  [ "$folder" = . ] && staged=':(top)'
  if git diff --cached --quiet -- "$staged"; then
    return
  fi
  at=$folder
  while [ ! -x "$at/node_modules/.bin/claimset" ] && [ "$at" != . ]; do
    at=$(dirname -- "$at")
  done
  set -- hook run --dataset "$folder" -- "$@"
  if [ -x "$at/node_modules/.bin/claimset" ]; then
    "./$at/node_modules/.bin/claimset" "$@"
${own}  elif command -v claimset >/dev/null; then
    claimset "$@"
  else
    echo 'claimset was not found, so that what is staged was not checked. Install it (npm ci), or commit with --no-verify.' >&2
    (exit 2)
  fi
  code=$?
  if [ "$code" -gt "$status" ]; then
    status=$code
  fi
}

status=0
${checks.join('')}exit "$status"
`;
  return `${script}# claimset hook: end ${sha256(Buffer.from(script))}\n`;
}

/** What a hook that claimset wrote checks; `undefined` for one that it did not write, or that somebody has changed. */
export function parseHookScript(text: string): HookEntry[] | undefined {
  const lastAt = text.lastIndexOf('\n', text.length - 2) + 1;
  const [, hash] = lastLine.exec(text.slice(lastAt)) ?? [];
  if (hash !== sha256(Buffer.from(text.slice(0, lastAt)))) return undefined;
  return text
    .split('\n')
    .filter((line) => line.startsWith(entryMark))
    .map((line) => JSON.parse(line.slice(entryMark.length)) as HookEntry);
}
