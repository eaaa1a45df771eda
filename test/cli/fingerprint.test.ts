import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfDataset, runCommand } from './run-command.ts';

const title = 'First Nagorno-Karabakh War';
const id = (local: string): string => `${title}_${local}`;

/** The record files of a dataset folder with their texts. */
function recordFiles(cwd: string): Map<string, string> {
  const files = readdirSync(join(cwd, 'claims'), { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.jsonl'))
      .map((file) => [file, readFileSync(join(cwd, 'claims', file), 'utf8')]),
  );
}

/** A dataset folder with one file of claims. */
function folderWith(text: string): { cwd: string; path: string; read: () => string } {
  const cwd = copyOfDataset();
  const path = join(cwd, 'one.jsonl');
  writeFileSync(path, text);
  return { cwd, path, read: () => readFileSync(path, 'utf8') };
}

function change(cwd: string, from: string, to: string): void {
  const path = join(cwd, 'corpus/first-nagorno-karabakh-war.txt');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('claimset fingerprint', () => {
  test('adds what is missing to the claims, once, and changes nothing else', async () => {
    const cwd = copyOfDataset();
    const before = recordFiles(cwd);
    const { exitCode, stderr } = await runCommand(['fingerprint'], { cwd });
    expect({ exitCode, stderr: stderr.replace(/\d+/, 'N') }).toEqual({
      exitCode: 0,
      stderr:
        'N fingerprints added in claims/aftermath.jsonl, claims/armies.jsonl, claims/background.jsonl, claims/offensives.jsonl, claims/tables.jsonl\n',
    });
    const after = recordFiles(cwd);
    for (const [file, text] of before) {
      const now = after.get(file) ?? '';
      if (file.startsWith('annotations')) expect(now).toBe(text);
      expect(now.replace(/,"fingerprints":\{[^}]*\}/g, '')).toBe(text);
    }
    expect(await runCommand(['fingerprint'], { cwd })).toMatchObject({
      exitCode: 0,
      stderr: '0 fingerprints added\n',
    });
    expect(recordFiles(cwd)).toEqual(after);
    expect((await runCommand(['validate', '--fail-on', 'warning'], { cwd })).exitCode).toBe(0);
  });

  test('a text that is changed is told, and accepted with --update', async () => {
    const cwd = copyOfDataset();
    await runCommand(['fingerprint'], { cwd });
    // White space alone is no change.
    change(cwd, '436–458', ' 436–458 ');
    expect((await runCommand(['validate', '--fail-on', 'warning'], { cwd })).exitCode).toBe(0);
    change(cwd, '436–458', '636–658');
    const told = await runCommand(['validate', '--fail-on', 'warning'], { cwd });
    expect(told.exitCode).toBe(1);
    expect(told.stdout).toContain('evidence/changed-text');
    expect(told.stdout).toContain('636–658');
    const before = recordFiles(cwd);
    const refused = await runCommand(['fingerprint'], { cwd });
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('changed since');
    expect(recordFiles(cwd)).toEqual(before);
    const updated = await runCommand(['fingerprint', '--update'], { cwd });
    expect(updated.exitCode).toBe(0);
    expect(updated.stderr).toMatch(/^0 fingerprints added, [1-9]\d* updated, 0 removed in /);
    expect((await runCommand(['validate', '--fail-on', 'warning'], { cwd })).exitCode).toBe(0);
  });

  test('a line keeps its form; what is not cited any more goes with --update', async () => {
    const other = { [id('sentence_9')]: '0123456789abcdef' };
    const { cwd, read } = folderWith(
      [
        `\uFEFF{ "id" : 1, "claim": "One \\u0041.", "label": "SUPPORTS", "evidence": [["${id('sentence_6')}"]] } `,
        '',
        JSON.stringify({
          id: 2,
          claim: 'A.',
          label: 'SUPPORTS',
          evidence: [[id('sentence_6')]],
          fingerprints: other,
          note: '}',
        }),
        JSON.stringify({ id: 3, claim: 'A.', label: 'NOT ENOUGH INFO', evidence: [] }),
      ].join('\r\n'),
    );
    const before = read();
    const run = async (...more: string[]) => runCommand(['fingerprint', 'one.jsonl', ...more], { cwd });
    expect((await run()).exitCode).toBe(0);
    const print = /"([0-9a-f]{16})"\} \}/.exec(read())?.[1] ?? '';
    const own = `"${id('sentence_6')}":"${print}"`;
    const kept = `"${id('sentence_9')}":"0123456789abcdef"`;
    expect(read()).toBe(
      before.replace('"]] } ', `"]],"fingerprints":{${own}} } `).replace(`{${kept}}`, `{${kept},${own}}`),
    );
    expect((await run('--update')).stderr).toBe('0 fingerprints added, 0 updated, 1 removed in one.jsonl\n');
    expect(read()).toContain(`"fingerprints":{${own}},"note"`);
  });

  test('what cannot be done is told', async () => {
    const { cwd, read } = folderWith(
      `{"id":1}\n{"id":\n${JSON.stringify({ id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [['B_sentence_0']] })}\n`,
    );
    const before = read();
    expect(await runCommand(['fingerprint', 'one.jsonl'], { cwd })).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        '0 fingerprints added\n1 evidence id not in the corpus: see `claimset validate`.\n2 lines left out that no record could be read from: see `claimset validate`.\n',
    });
    expect(read()).toBe(before);
    expect((await runCommand(['fingerprint', '-'], { cwd })).exitCode).toBe(2);
  });

  test('a file with bytes that are not UTF-8 is left alone', async () => {
    const { cwd, path } = folderWith('');
    const good = JSON.stringify({ id: 1, claim: 'A.', label: 'SUPPORTS', evidence: [[id('sentence_6')]] });
    const bytes = Buffer.concat([Buffer.from(`${good}\n`), Buffer.from([0xff, 0x0a])]);
    writeFileSync(path, bytes);
    expect((await runCommand(['fingerprint', 'one.jsonl'], { cwd })).exitCode).toBe(1);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});
