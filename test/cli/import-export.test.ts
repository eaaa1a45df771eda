import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfDataset, root, runCommand, temporaryFolder } from './run-command.ts';

const native = ['aftermath', 'armies', 'background', 'offensives', 'tables']
  .map((name) => readFileSync(join(root, `claims/${name}.jsonl`), 'utf8'))
  .join('');

describe.each(['csv', 'tsv', 'jsonl'])('%s', (format) => {
  test('takes the shipped claims there and back, byte for byte', async () => {
    const cwd = copyOfDataset();
    const exported = await runCommand(['export', '--format', format, '-o', `all.${format}`, '--verify'], {
      cwd,
    });
    expect(exported).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `written 292 claims to all.${format}\nverified: read back equal\n`,
    });
    const imported = await runCommand(['import', format, `all.${format}`], { cwd });
    expect(imported).toEqual({ exitCode: 0, stdout: native, stderr: '' });
  });
});

test('the FEVEROUS file has as many claims as claims/ plus the schema line', async () => {
  const { exitCode, stdout } = await runCommand(['export', '--format', 'feverous']);
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')).toHaveLength(292 + 1 + 1);
});

test('--split gives the claims of one split, which together are all', async () => {
  const lines = async (split: string) =>
    (await runCommand(['export', '--format', 'jsonl', '--split', split])).stdout.trimEnd().split('\n');
  const [train, dev] = [await lines('train'), await lines('dev')];
  expect([...train, ...dev].sort()).toEqual(native.trimEnd().split('\n').sort());
});

test('- is standard output', async () => {
  const cwd = copyOfDataset();
  const toFile = await runCommand(['export', '--format', 'csv', '-o', '-'], { cwd });
  expect(toFile.stdout).toBe((await runCommand(['export', '--format', 'csv'], { cwd })).stdout);
  writeFileSync(join(cwd, 'sheet.csv'), toFile.stdout);
  expect((await runCommand(['import', 'csv', 'sheet.csv', '-o', '-'], { cwd })).stdout).toBe(native);
  expect(existsSync(join(cwd, '-'))).toBe(false);
});

test('a split that leaks is not exported', async () => {
  const cwd = copyOfDataset();
  rmSync(join(cwd, 'splits.lock.json'));
  const claim = { label: 'NOT ENOUGH INFO', evidence: [['First Nagorno-Karabakh War_sentence_2']] };
  const lines = ['train', 'dev'].map((split) =>
    JSON.stringify({ id: split, claim: `In ${split}.`, ...claim, split }),
  );
  writeFileSync(join(cwd, 'claims/forced.jsonl'), `${lines.join('\n')}\n`);
  const { exitCode, stdout, stderr } = await runCommand(['export', '--format', 'jsonl', '--split', 'dev'], {
    cwd,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('First Nagorno-Karabakh War_sentence_2');
});

describe('claimset import csv', () => {
  const sheet = (folder: string, text: string) => writeFileSync(join(folder, 'sheet.csv'), text);

  test('reads what a spreadsheet writes: BOM, semicolons, CRLF, quoted line ends', async () => {
    const cwd = temporaryFolder();
    sheet(
      cwd,
      '\uFEFFid;claim;label;evidence\r\na1;"Two\r\nlines; and a ""quote"".";SUPPORTS;A_sentence_0 + A_sentence_1 | A_sentence_2\r\n',
    );
    const { exitCode, stdout, stderr } = await runCommand(['import', 'csv', 'sheet.csv'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      id: 'a1',
      claim: 'Two\r\nlines; and a "quote".',
      label: 'SUPPORTS',
      evidence: [['A_sentence_0', 'A_sentence_1'], ['A_sentence_2']],
    });
  });

  test('says where a cell is wrong and writes nothing, unless asked for what can be read', async () => {
    const cwd = temporaryFolder();
    sheet(cwd, 'id,claim,label,evidence\na1,One.,SUPPORTS,A_sentence_0\na2,Two.,SUPPORTED,A_sentence_1\n');
    const refused = await runCommand(['import', 'csv', 'sheet.csv', '-o', 'claims.jsonl'], { cwd });
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('3:9');
    expect(refused.stderr).toContain('SUPPORTS');
    expect(refused.stderr).toContain('Nothing was written');
    const partial = await runCommand(['import', 'csv', 'sheet.csv', '--partial'], { cwd });
    expect(partial.exitCode).toBe(1);
    expect(partial.stdout.split('\n').map((line) => line.slice(0, 10))).toEqual(['{"id":"a1"', '']);
  });

  test('a file that is not UTF-8 is refused, and --partial takes the claims that can be read', async () => {
    const cwd = temporaryFolder();
    const rows =
      'id,claim,label,evidence\na1,One.,SUPPORTS,A_sentence_0\na2,A caf\u00e9.,REFUTES,A_sentence_1\n';
    writeFileSync(join(cwd, 'excel.csv'), Buffer.from(rows, 'latin1'));
    const refused = await runCommand(['import', 'csv', 'excel.csv', '-o', 'claims.jsonl'], { cwd });
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('3:9  error  format/not-utf8');
    expect(refused.stderr).toContain('Byte 0xe9 at byte 62 of the file (counted from 0) is not UTF-8.');
    expect(refused.stderr).toContain('WINDOWS-1252');
    const partial = await runCommand(['import', 'csv', 'excel.csv', '--partial'], { cwd });
    expect(partial.exitCode).toBe(1);
    expect(partial.stdout).toMatch(/^\{"id":"a1".*\n$/);
    writeFileSync(join(cwd, 'unicode.csv'), Buffer.from(`\uFEFF${rows}`, 'utf16le'));
    const utf16 = await runCommand(['import', 'csv', 'unicode.csv'], { cwd });
    expect(utf16).toMatchObject({ exitCode: 1, stdout: '' });
    expect(utf16.stderr).toContain('UTF-16');
    expect(utf16.stderr).not.toContain('No column');
  });

  test('a file of another format is told which', async () => {
    const cwd = temporaryFolder();
    const exported = await runCommand(['export', '--format', 'fever']);
    writeFileSync(join(cwd, 'train.jsonl'), exported.stdout);
    const { exitCode, stderr } = await runCommand(['import', 'jsonl', 'train.jsonl'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('claimset import fever');
  });

  test('a cell that a spreadsheet would run is guarded, and comes back as it was', async () => {
    const cwd = copyOfDataset();
    const claim = {
      id: '=1+1',
      claim: '=HYPERLINK("http://x")',
      label: 'NOT ENOUGH INFO',
      evidence: [],
      note: '@SUM(A1)',
    };
    for (const name of ['aftermath', 'armies', 'background', 'offensives', 'tables'])
      writeFileSync(join(cwd, `claims/${name}.jsonl`), '');
    writeFileSync(join(cwd, 'claims/formula.jsonl'), `${JSON.stringify(claim)}\n`);
    const { stdout } = await runCommand(['export', '--format', 'csv'], { cwd });
    const [, row] = stdout.split('\n');
    expect(row).toMatch(/^'=1\+1,"'=HYPERLINK/);
    writeFileSync(join(cwd, 'sheet.csv'), stdout);
    expect(JSON.parse((await runCommand(['import', 'csv', 'sheet.csv'], { cwd })).stdout)).toEqual(claim);
  });
});

describe('one path for two files', () => {
  const record = { unique_id: 'a', claim: 'C.', label: 'SUPPORTS', evidence: 'Text.', page: 'P' };

  test.each([
    ['claims over their source', ['-o', 'a.jsonl']],
    ['articles over their source', ['-o', 'b.jsonl', '--articles', 'link/a.jsonl']],
    ['articles over claims', ['-o', 'new.jsonl', '--articles', 'link/new.jsonl']],
  ])('%s are not written, with --force neither', async (_, args) => {
    const cwd = temporaryFolder();
    const before = `${JSON.stringify(record)}\n`;
    writeFileSync(join(cwd, 'a.jsonl'), before);
    symlinkSync('.', join(cwd, 'link'));
    const { exitCode, stderr } = await runCommand(['import', 'vitaminc', 'a.jsonl', ...args, '--force'], {
      cwd,
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `error: "${args.at(-1)}" is a file that is read or written already. Name another file. (USAGE)\n`,
    });
    expect(readdirSync(cwd)).toEqual(['a.jsonl', 'link']);
    expect(readFileSync(join(cwd, 'a.jsonl'), 'utf8')).toBe(before);
  });

  test('standard input is named once', async () => {
    const { exitCode, stderr } = await runCommand(['import', 'fever', '-', '-'], { cwd: temporaryFolder() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Standard input can be read only once');
  });
});
