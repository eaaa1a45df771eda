import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { root, runCommand } from './run-command.ts';

const names = commands.map(({ name }) => name);

test('every command is a file of its name, and the registry is sorted', () => {
  const files = readdirSync(resolve(root, 'src/cli/commands')).filter((file) => file !== 'index.ts');
  // `index.ts` is the registry itself.
  const named = files.map((file) => file.replace('.ts', '').replace('index-corpus', 'index'));
  expect(names).toEqual(named.sort());
});

test('help lists the commands and is the answer to no command', async () => {
  const { exitCode, stdout, stderr } = await runCommand(['--help']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  for (const { name, summary } of commands)
    expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 30)}`, 'm'));
  expect(await runCommand([])).toEqual({ exitCode, stdout, stderr });
});

describe.each(names)('%s', (name) => {
  test('has help with examples, which `help` prints too', async () => {
    const { exitCode, stdout } = await runCommand([name, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: claimset ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples:\n  .*claimset ${name} `));
    expect((await runCommand(['help', name])).stdout).toBe(stdout);
  });

  test('refuses an option it does not know, with 2', async () => {
    const { exitCode, stdout, stderr } = await runCommand([
      name,
      ...(name === 'export' ? ['--format', 'csv'] : []),
      '--nonsense',
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain("unknown option '--nonsense'");
  });
});

test.each([
  [['vlidate'], "unknown command 'vlidate'\n(Did you mean validate?)"],
  [['validate', '--formt', 'json'], '(Did you mean --format?)'],
  [['validate', '--format', 'xml'], 'Allowed choices are'],
  [['validate', '--rule', 'evidence/unresolved'], 'Write it like claim/no-final-period=off.'],
  [['validate', '--rule', 'evidence/unresolvd=off'], 'Did you mean "evidence/unresolved"?'],
  [['validate', '--rule', 'evidence/unresolved=off'], 'cannot be made "off"'],
  [['validate', 'nowhere.jsonl'], 'There is no "nowhere.jsonl". Check the path. (FILE_NOT_FOUND)'],
  [
    ['validate', '--dataset', 'nowhere'],
    'There is no folder "nowhere". Check --dataset. (DATASET_NOT_FOUND)',
  ],
  [['validate', '--dataset', 'docs'], 'There is no folder "docs/corpus" with articles'],
  [
    ['show', 'First Nagorno-Karabakh War_sentence_559'],
    'Did you mean "First Nagorno-Karabakh War_sentence_558"',
  ],
  [['split', '--ratios', 'train=0.8,dev=0.3'], 'The ratios add up to 1.1, not 1.'],
  [['split', '--seed', '-1'], 'A seed is a whole number'],
  [['export'], "required option '-f, --format <format>' not specified"],
  [['export', '--format', 'csv', '--verify'], '--verify reads what was written back: name it with --output.'],
  [['export', '--format', 'csv', '--split', 'tset'], 'There is no split "tset". Use one of train, dev.'],
  [['import', 'csv'], "missing required argument 'files'"],
  [['parse', '--bulk', '--stats'], '--bulk only prints records.'],
  [['schema', 'clam'], 'Allowed choices are annotation, claim, config, journal-event, scores, suppression,'],
])('%j is wrong use: 2, and says what to do', async (argv, message) => {
  const { exitCode, stdout, stderr } = await runCommand(argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
});
