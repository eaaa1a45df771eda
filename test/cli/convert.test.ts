import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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
    verified: read back equal
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

test('a label to be mapped that no claim has is told', async () => {
  const cwd = folderWith({ 'train.jsonl': fever });
  const args = ['convert', 'train.jsonl', '-', '--to', 'jsonl', '--map-label', 'DISPUTED=REFUTES'];
  const { exitCode, stderr } = await runCommand(args, { cwd });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 0,
    stderr: 'warning: no claim has the label DISPUTED: --map-label maps nothing there\n',
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
    ['text.txt', 'out.csv'],
    '"text.txt" looks like no format. Say with --from what it is.',
  ],
  ['nothing', ['empty.txt', 'out.csv'], '"empty.txt" is empty. Say with --from what it should be.'],
  ['an ending of many formats', ['a.jsonl', 'b.jsonl'], 'Say with --to what to write.'],
  ['a file that is there', ['a.jsonl', 'empty.txt', '--to', 'csv'], 'replace it with --force'],
  [
    'no label',
    ['a.jsonl', 'b.csv', '--map-label', 'x=maybe'],
    'to is one of SUPPORTS, REFUTES, NOT ENOUGH INFO',
  ],
])('%s is a wrong use', async (_, args, message) => {
  const cwd = folderWith({ 'a.jsonl': fever, 'empty.txt': '\n', 'text.txt': 'nothing\n' });
  const { exitCode, stderr } = await runCommand(['convert', ...args], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

describe('what can be read only once', () => {
  /** A pipe that another program writes a text into. */
  function pipeWith(cwd: string, text: string): void {
    writeFileSync(join(cwd, 'source.jsonl'), text);
    execFileSync('mkfifo', ['pipe'], { cwd });
    const writer = spawn('sh', ['-c', 'cat source.jsonl > pipe'], { cwd });
    onTestFinished(() => void writer.kill());
  }

  test('a pipe is read as a file is, and what became of it proved', async () => {
    const cwd = folderWith({});
    pipeWith(cwd, fever);
    const args = ['convert', 'pipe', 'out.csv', '--from', 'fever', '--verify'];
    const { exitCode, stderr } = await runCommand(args, { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('written 2 claims to out.csv, from FEVER to CSV');
    expect(stderr).toContain('verified: read back equal');
  });

  test('its format is not looked for, which would use it up', async () => {
    const cwd = folderWith({});
    execFileSync('mkfifo', ['pipe'], { cwd });
    const { exitCode, stderr } = await runCommand(['convert', 'pipe', 'out.csv'], { cwd });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'error: Say with --from what "pipe" is. (USAGE)\n',
    });
  });
});

test('a device is written without being asked, and proves nothing', async () => {
  const cwd = folderWith({ 'a.jsonl': fever });
  const written = await runCommand(['convert', 'a.jsonl', '/dev/null', '--to', 'csv'], { cwd });
  expect(written.exitCode).toBe(0);
  const proved = await runCommand(['convert', 'a.jsonl', '/dev/null', '--to', 'csv', '--verify'], { cwd });
  expect(proved).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('name one as the output') as string,
  });
});

describe('texts of evidence that the other format has no place for', () => {
  const pieces = ['A:0', 'A:1'].map((id) => ({
    ...{
      evidence_id: id,
      evidence_label: 'SUPPORTS',
      article: 'A',
      evidence: `Text ${id}.`,
      entropy: 0,
      votes: [],
    },
  }));
  const climate = { claim_id: 'c', claim: 'C.', claim_label: 'SUPPORTS', evidences: pieces };

  test.each<readonly [format: string, lost: string]>([
    [
      'danish',
      'lost: 1 of 2 texts of evidence that the file carries: Danish fact verification has no place for it.',
    ],
    ['fever', 'lost: 2 of 2 texts of evidence that the file carries: FEVER has no place for them.'],
  ])('%s: they are counted', async (format, lost) => {
    const cwd = folderWith({ 'a.jsonl': `${JSON.stringify(climate)}\n` });
    for (const output of ['out', '-']) {
      const { exitCode, stderr } = await runCommand(['convert', 'a.jsonl', output, '--to', format], { cwd });
      expect(exitCode).toBe(0);
      expect(stderr).toContain(lost);
    }
  });

  test('nothing is said where all have one', async () => {
    const cwd = folderWith({ 'a.jsonl': `${JSON.stringify(climate)}\n` });
    const { stderr } = await runCommand(['convert', 'a.jsonl', 'out', '--to', 'nli'], { cwd });
    expect(stderr).not.toContain('lost:');
  });
});
