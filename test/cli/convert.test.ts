import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand, temporaryFolder } from './run-command.ts';

const fever = `${[
  { id: 1, verifiable: 'VERIFIABLE', label: 'SUPPORTS', claim: 'A is b.', evidence: [[[0, 0, 'A', 0]]] },
  {
    id: 2,
    verifiable: 'NOT VERIFIABLE',
    label: 'NOT ENOUGH INFO',
    claim: 'A is c.',
    evidence: [[[0, null, null, null]]],
  },
]
  .map((record) => JSON.stringify(record))
  .join('\n')}\n`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('a file becomes one of another format, and is proved', async () => {
  const cwd = folderWith({ 'train.jsonl': fever });
  const { exitCode, stdout, stderr } = await runCommand(['convert', 'train.jsonl', 'train.csv', '--verify'], {
    cwd,
  });
  expect({ exitCode, stdout, stderr }).toMatchInlineSnapshot(`
    {
      "exitCode": 0,
      "stderr": "written 2 claims to train.csv, from FEVER to CSV
    verified: read back equal, but for what is lost
    ",
      "stdout": "",
    }
  `);
  expect(readFileSync(join(cwd, 'train.csv'), 'utf8')).toMatchInlineSnapshot(`
    "id,claim,label,evidence,challenge,mutation,source,split
    1,A is b.,SUPPORTS,A_sentence_0,,,,
    2,A is c.,NOT ENOUGH INFO,,,,,
    "
  `);
});

test('there and back is the same file', async () => {
  const cwd = folderWith({ 'train.jsonl': fever });
  await runCommand(['convert', 'train.jsonl', 'train.csv'], { cwd });
  const { exitCode } = await runCommand(['convert', 'train.csv', 'back.jsonl', '--to', 'fever'], { cwd });
  expect(exitCode).toBe(0);
  expect(readFileSync(join(cwd, 'back.jsonl'), 'utf8')).toBe(fever);
});

test('a label that is none of the three stays, is told, and is mapped on demand', async () => {
  const claim = { id: 1, claim: 'A is b.', label: 'DISPUTED', evidence: [] };
  const cwd = folderWith({ 'a.jsonl': `${JSON.stringify(claim)}\n` });
  const kept = await runCommand(['convert', 'a.jsonl', '-', '--to', 'jsonl'], { cwd });
  expect(kept).toEqual({
    exitCode: 0,
    stdout: `${JSON.stringify(claim)}\n`,
    stderr:
      '1 claim with the label DISPUTED: it was kept; --map-label "DISPUTED=NOT ENOUGH INFO" would map it\n',
  });
  const lost = await runCommand(['convert', 'a.jsonl', '-', '--to', 'fever'], { cwd });
  expect(lost.stdout).toBe('');
  expect(lost.stderr).toContain('lost in 1 claim: labels.');
  const mapped = await runCommand(
    ['convert', 'a.jsonl', '-', '--to', 'jsonl', '--map-label', 'DISPUTED=NOT ENOUGH INFO'],
    { cwd },
  );
  expect(mapped).toEqual({
    exitCode: 0,
    stdout: `${JSON.stringify({ ...claim, label: 'NOT ENOUGH INFO' })}\n`,
    stderr: '',
  });
});

test('what cannot be read is told, and nothing is written', async () => {
  const cwd = folderWith({ 'train.jsonl': `${fever}{"id":3,"claim":7}\n` });
  const refused = await runCommand(['convert', 'train.jsonl', 'out.csv'], { cwd });
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('  3:17  error  format/not-a-claim  claim 3');
  expect(refused.stderr).toContain('Nothing was written');
  expect(existsSync(join(cwd, 'out.csv'))).toBe(false);
  const partial = await runCommand(['convert', 'train.jsonl', 'out.csv', '--partial'], { cwd });
  expect(partial.exitCode).toBe(1);
  expect(readFileSync(join(cwd, 'out.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
});

test.each([
  ['the same file', ['a.jsonl', 'a.jsonl', '--to', 'fever'], 'is a file that is read'],
  ['standard input of no format', ['-', 'out.csv'], 'Say with --from what standard input is.'],
  [
    'what looks like nothing',
    ['empty.txt', 'out.csv'],
    '"empty.txt" looks like no format. Say with --from what it is.',
  ],
  ['an ending of many formats', ['a.jsonl', 'b.jsonl'], 'Say with --to what to write.'],
  ['a file that is there', ['a.jsonl', 'empty.txt', '--to', 'csv'], 'replace it with --force'],
  [
    'no label',
    ['a.jsonl', 'b.csv', '--map-label', 'x=maybe'],
    'to is one of SUPPORTS, REFUTES, NOT ENOUGH INFO',
  ],
])('%s is a wrong use', async (_, args, message) => {
  const cwd = folderWith({ 'a.jsonl': fever, 'empty.txt': 'nothing\n' });
  const { exitCode, stderr } = await runCommand(['convert', ...args], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});
