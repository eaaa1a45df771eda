import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mutations } from '../../src/claims/mutation.ts';
import { negativeSamplers } from '../../src/claims/negatives.ts';
import { commands } from '../../src/cli/commands/index.ts';
import {
  type CommandWords,
  type Expected,
  readCommandWords,
} from '../../src/cli/completion/command-words.ts';
import { reporters } from '../../src/reporters/index.ts';
import { profiles } from '../../src/validate/profiles/index.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { runCommand, temporaryFolder } from './run-command.ts';

const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
const names = ['help', ...commands.map(({ name }) => name)].sort();
const oneOf = (all: readonly string[], start: string): string[] =>
  all.filter((word) => word.startsWith(start));

/** A folder with something to complete, and the script of a shell in it. */
async function prepare(shell: string): Promise<{ folder: string; script: string }> {
  const folder = temporaryFolder();
  const { exitCode, stdout, stderr } = await runCommand(['completion', shell]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const script = join(folder, `claimset.${shell}`);
  writeFileSync(script, stdout);
  mkdirSync(join(folder, 'da ta'));
  writeFileSync(join(folder, 'data.jsonl'), '');
  return { folder, script };
}

describe('the words', () => {
  let words: CommandWords[] = [];
  beforeEach(async () => {
    words = await readCommandWords(commands);
  });

  test('are those of all commands, with their options and choices', () => {
    expect(words.map(({ name }) => name)).toEqual(names);
    const validate = words.find(({ name }) => name === 'validate');
    const expectedAfter = (flag: string) =>
      validate?.options.find(({ flags }) => flags.includes(flag))?.value;
    expect(expectedAfter('--dataset')).toEqual({ kind: 'folder' });
    expect(expectedAfter('--fix')).toBeUndefined();
    expect(expectedAfter('--fail-on')).toEqual({
      kind: 'words',
      words: ['error', 'warning', 'info', 'none'],
    });
    expect(expectedAfter('--profile')).toEqual({ kind: 'words', words: profiles.map(({ id }) => id) });
    expect(expectedAfter('--rule')).toMatchObject({
      kind: 'pairs',
      keys: expect.arrayContaining(['corpus/gap', ...rules.map(({ id }) => id)]),
    });
    expect(validate?.arguments).toEqual([{ name: 'paths', expected: { kind: 'file' }, isVariadic: true }]);
  });

  test('of every argument are known, but for names that nobody can list', () => {
    const unknown = words.flatMap((command) =>
      command.arguments
        .filter(({ expected }) => expected.kind === 'other')
        .map(({ name }) => `${command.name} ${name}`),
    );
    expect(unknown).toEqual([
      'formats format',
      'hook options',
      'mutate claim',
      'search query',
      'show id',
      'suggest claim',
    ]);
  });

  test.each([
    ['index', '--level', ['element', 'section', 'article']],
    ['mutate', '--type', mutations],
    ['negatives', '--sampler', negativeSamplers],
    ['search', '--kind', ['sentence', 'cell', 'header_cell', 'table_caption', 'item']],
  ])('of claimset %s %s are offered again and again', (command, flag, choices) => {
    const option = words
      .find(({ name }) => name === command)
      ?.options.find(({ flags }) => flags.includes(flag));
    expect(option).toMatchObject({ value: { kind: 'words', words: choices }, isRepeatable: true });
  });

  test('mean nothing to a shell', () => {
    const listed = (expected: Expected): readonly string[] => {
      if (expected.kind === 'words') return expected.words;
      return expected.kind === 'pairs' ? [...expected.keys, ...(expected.values ?? [])] : [];
    };
    const all = words.flatMap((command) => [
      command.name,
      ...command.options.flatMap(({ flags, value }) => [
        ...flags,
        ...(value === undefined ? [] : listed(value)),
      ]),
      ...command.arguments.flatMap(({ expected }) => listed(expected)),
    ]);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((word) => !/^[\w/-]+$/.test(word))).toEqual([]);
  });
});

describe('bash', () => {
  /** What bash offers for a line that is typed that far; files are left to bash itself. */
  async function complete(line: string, wordBreaks = ' \t\n"\'><=;|&(:'): Promise<string[]> {
    const { folder, script } = await prepare('bash');
    const harness = `set -u
. "$1"
COMP_WORDBREAKS=$2 COMP_LINE=$3 COMP_POINT=\${#3}
_claimset
printf '%s\\n' \${COMPREPLY[@]+"\${COMPREPLY[@]}"}`;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-c', harness, 'bash', script, wordBreaks, line],
      { cwd: folder, env: { PATH: process.env.PATH }, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.split('\n').filter((word) => word !== '');
  }

  const rule = 'claim/no-final-period';
  test.each<[string, string[]]>([
    ['claimset ', names],
    ['claimset va', ['validate']],
    ['claimset -', ['-h', '--help', '-V', '--version']],
    ['claimset -V va', ['validate']],
    ['claimset vlidate ', []],
    ['claimset help sp', ['split']],
    ['claimset validate --fa', ['--fail-on']],
    ['claimset validate --fail-on ', ['error', 'warning', 'info', 'none']],
    ['claimset validate --fail-on=w', ['warning']],
    ['claimset validate --rule claim/no-f', [`${rule}=`]],
    [`claimset validate --rule ${rule}=`, ['error', 'warning', 'info', 'off']],
    [`claimset validate --rule=${rule}=o`, ['off']],
    [
      'claimset validate --profile fe',
      oneOf(
        profiles.map(({ id }) => id),
        'fe',
      ),
    ],
    [
      'claimset validate --report g',
      oneOf(
        reporters.map(({ id }) => id),
        'g',
      ),
    ],
    ['claimset validate da', []],
    ['claimset validate -- --fa', []],
    ['claimset import f', ['fever', 'fever-symmetric', 'feverous', 'fm2']],
    ['claimset import -C da csv ', []],
    ['claimset import -C da cs', ['csv']],
    ['claimset hook i', ['install']],
    ['claimset completion ', ['bash', 'fish', 'zsh']],
  ])('offers for "%s" %j', async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });

  test('repeats what is before = where bash is told not to break words there', async () => {
    const breaks = ' \t\n';
    expect(await complete(`claimset validate --rule ${rule}=o`, breaks)).toEqual([`${rule}=off`]);
    expect(await complete(`claimset validate --rule=${rule}=o`, breaks)).toEqual([`--rule=${rule}=off`]);
  });
});

const fish = 'fish';
describe.skipIf(!hasShell(fish))('fish (skipped where it is not installed)', () => {
  test.each<[string, string[]]>([
    ['claimset ', names],
    ['claimset va', ['validate']],
    ['claimset validate --fail-on w', ['warning']],
    ['claimset validate --rule claim/no-final-period=o', ['claim/no-final-period=off']],
    ['claimset validate da', ['da ta/', 'data.jsonl']],
    ['claimset hook in', ['install']],
    ['claimset split da', []],
  ])('offers for "%s" %j', async (line, expected) => {
    const { folder, script } = await prepare('fish');
    const { stdout, stderr } = spawnSync(
      fish,
      ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script, line],
      { cwd: folder, env: { ...process.env, HOME: folder }, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const offered = stdout.split('\n').map((row) => row.split('\t', 1)[0] ?? '');
    expect(offered.filter((word) => word !== '').sort()).toEqual([...expected].sort());
  });
});

describe.skipIf(!hasShell('zsh'))('zsh (skipped where it is not installed)', () => {
  test('takes the script, sourced and as a function of fpath', async () => {
    const { folder, script } = await prepare('zsh');
    const zsh = (...args: readonly string[]) => {
      const env = { ...process.env, HOME: folder };
      const { status, stdout, stderr } = spawnSync('zsh', ['-f', ...args], { env, encoding: 'utf8' });
      return { status, stdout, stderr };
    };
    expect(zsh('-n', script)).toEqual({ status: 0, stdout: '', stderr: '' });
    const source = 'autoload -U compinit; compinit -u -D; source $1; print -r -- $_comps[claimset]';
    expect(zsh('-c', source, 'zsh', script)).toEqual({ status: 0, stdout: '_claimset\n', stderr: '' });
    cpSync(script, join(folder, '_claimset'));
    const autoload = 'fpath=($1 $fpath); autoload -U compinit; compinit -u -D; print -r -- $_comps[claimset]';
    expect(zsh('-c', autoload, 'zsh', folder)).toEqual({ status: 0, stdout: '_claimset\n', stderr: '' });
  });
});
