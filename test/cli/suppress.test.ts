import { readFileSync } from 'node:fs';
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
    '(level 3) cannot be accepted: mend what was found.',
  ],
])('%j is refused, and nothing is written', async (argv, message) => {
  const cwd = smallDataset({ [claimsPath]: lines(unfinished('a'), unresolved('b')) });
  const { exitCode, stdout, stderr } = await suppress(cwd, ...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(() => read(cwd)).toThrow();
});
