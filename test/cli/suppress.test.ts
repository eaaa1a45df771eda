import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import {
  article,
  articlePath,
  claimsPath,
  lines,
  smallDataset,
  unfinished,
  unresolved,
  writeInto,
} from './small-dataset.ts';

const path = 'claims/suppressions.jsonl';
const suppress = (cwd: string, ...argv: readonly string[]) => runCommand(['suppress', ...argv], { cwd });
const read = (cwd: string): string => readFileSync(join(cwd, path), 'utf8');

test('writes the line that accepts what is found', async () => {
  const cwd = smallDataset({
    [claimsPath]: lines(unfinished('a'), unfinished(7)),
    [articlePath]: article.replace('A town_sentence_2', 'A town_sentence_4'),
  });
  const first = await suppress(cwd, 'claim/no-final-period', '--claim', 'a', '--reason', ' It ends "so". ');
  expect(first).toEqual({ exitCode: 0, stdout: `written ${path}: 1 finding accepted\n`, stderr: '' });
  // An editor may have left out the last line end.
  writeInto(cwd, path, read(cwd).trimEnd());
  await suppress(join(cwd, 'claims'), 'corpus/gap', '--file', articlePath, '--reason', 'Cut.');
  // An id that is a number stays one.
  expect(
    (await suppress(cwd, 'claim/no-final-period', '--claim', '7', '--reason', 'x', '--pointer', '/claim'))
      .stdout,
  ).toContain('1 finding accepted');
  expect(read(cwd)).toBe(
    lines(
      '{"rule":"claim/no-final-period","claim":"a","reason":"It ends \\"so\\"."}',
      '{"rule":"corpus/gap","file":"corpus/a-town.txt","reason":"Cut."}',
      '{"rule":"claim/no-final-period","claim":7,"pointer":"/claim","reason":"x"}',
    ),
  );
  expect(await runCommand(['validate'], { cwd })).toEqual({
    exitCode: 0,
    stdout: 'No findings in 2 records of 2 files; 3 suppressed\n',
    stderr: '',
  });
});

test.each<[readonly string[], string]>([
  [['claim/no-final-period', '--claim', 'a'], 'Say why the finding is right as it is'],
  [['claim/no-final-period', '--claim', 'a', '--reason', ' '], 'Say why'],
  [['claim/no-final-period', '--reason', 'x'], 'Name the claim'],
  [
    ['claim/no-final-period', '--file', 'x', '--pointer', '/claim', '--reason', 'x'],
    '--pointer needs --claim.',
  ],
  [
    ['claim/no-final-period', '--claim', 'z', '--reason', 'x'],
    'There is no finding of "claim/no-final-period" about claim "z" to accept.',
  ],
  [['claim/no-final-period', '--claim', 'a', '--file', 'claims/b.jsonl', '--reason', 'x'], 'NO_FINDING'],
  [['claim/no-final-period', '--file', claimsPath, '--reason', 'x'], `in "${claimsPath}"`],
  [
    ['evidence/unresolved', '--claim', 'b', '--reason', 'x'],
    'Findings of `evidence/unresolved` (level 3) cannot be suppressed. Mend what was found, for the later checks and the export need it. (USAGE)',
  ],
  [
    ['schema/claim', '--claim', 'none', '--reason', 'x'],
    'Findings of `schema/claim` (level 2) cannot be suppressed.',
  ],
  [
    ['claim/lenght', '--claim', 'a', '--reason', 'x'],
    'There is no rule `claim/lenght`. Did you mean "claim/length"?',
  ],
  [['\u001b[31m', '--claim', 'a', '--reason', 'x'], 'There is no rule `\\u{1b}[31m`. `claimset rules` lists'],
  [
    ['suppression/unused', '--file', 'x', '--reason', 'x'],
    'cannot be suppressed. `"suppression/unused": "off"` in the configuration switches the rule off.',
  ],
  [
    ['claim/no-final-period', '--claim', 'a', '--pointer', 'claim', '--reason', 'x'],
    '`pointer`: expected a JSON Pointer, such as /evidence/0, found the string "claim".',
  ],
])('%j is refused, and nothing is written', async (argv, message) => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a'), unresolved('b')) });
  const { exitCode, stdout, stderr } = await suppress(cwd, ...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(() => read(cwd)).toThrow();
});

test.each<[readonly string[], string]>([
  [['claim/no-final-period', '--claim', '7'], 'about claim "7" are already accepted on line 2'],
  [['claim/no-final-period', '--claim', '7', '--pointer', '/claim'], 'already accepted on line 2'],
  [['corpus/gap', '--file', articlePath], `in "${articlePath}" are already accepted on line 3`],
])('%j a second time names the line that accepts it', async (argv, message) => {
  const accepted = lines(
    '',
    '{"rule":"claim/no-final-period","claim":7,"reason":"x"}',
    `{"rule":"corpus/gap","file":"${articlePath}","reason":"x"}`,
  );
  const cwd = smallDataset({
    [claimsPath]: lines(unfinished(7)),
    [articlePath]: article.replace('A town_sentence_2', 'A town_sentence_4'),
    [path]: accepted,
  });
  const { exitCode, stderr } = await suppress(cwd, ...argv, '--reason', 'y');
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${message} of ${path}.`);
  expect(read(cwd)).toBe(accepted);
});

test('--no-corpus accepts what is found without articles', async () => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a')) });
  rmSync(join(cwd, 'corpus'), { recursive: true });
  const argv = ['claim/no-final-period', '--claim', 'a', '--reason', 'x'];
  expect((await suppress(cwd, ...argv)).exitCode).toBe(2);
  expect(await suppress(cwd, ...argv, '--no-corpus')).toEqual({
    exitCode: 0,
    stdout: `written ${path}: 1 finding accepted\n`,
    stderr: '',
  });
});
