import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ToolError } from '../../src/errors.ts';
import { applyFixes, writeFixedFiles } from '../../src/io/apply-fixes.ts';
import { writeFileAtomic } from '../../src/io/atomic-write.ts';
import { sha256 } from '../../src/io/sha256.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'claimset-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('writes whole, with the bytes and hash it tells, and makes the folders on the way', () => {
  const path = join(folder(), 'a/b/c.txt');
  const written = writeFileAtomic(path, ['ä', Uint8Array.of(10), 'b']);
  expect(readFileSync(path, 'utf8')).toBe('ä\nb');
  // printf 'ä\nb' | sha256sum
  expect(written).toEqual({
    path,
    bytes: 4,
    sha256: execFileSync(
      'node',
      ['-p', 'require("crypto").createHash("sha256").update("ä\\nb").digest("hex")'],
      {
        encoding: 'utf8',
      },
    ).trim(),
  });
});

test('leaves the old file and nothing else where its source throws', () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'f'), 'old');
  function* broken(): Generator<string> {
    yield 'x'.repeat(100_000);
    throw new Error('no more');
  }
  expect(() => writeFileAtomic(join(cwd, 'f'), broken())).toThrow('no more');
  expect(readFileSync(join(cwd, 'f'), 'utf8')).toBe('old');
  expect(readdirSync(cwd)).toEqual(['f']);
});

test('keeps the permissions of the file it replaces', () => {
  const path = join(folder(), 'f');
  writeFileSync(path, 'old');
  chmodSync(path, 0o600);
  writeFileAtomic(path, ['new']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('writes into a pipe instead of replacing it', () => {
  const path = join(folder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = execFileSync('sh', [
    '-c',
    `cat "$0" > "$0.out" & node -e 'require("fs").writeFileSync(process.argv[1], "through")' "$0"; wait`,
    path,
  ]);
  expect(reader.length).toBe(0);
  expect(readFileSync(`${path}.out`, 'utf8')).toBe('through');
  expect(lstatSync(path).isFIFO()).toBe(true);
  writeFileAtomic('/dev/null', ['gone']);
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('says what is wrong with a path that cannot be written', () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'file'), '');
  expect(() => writeFileAtomic(join(cwd, 'file/below'), ['x'])).toThrow(ToolError);
  expect(() => writeFileAtomic('/dev/full', ['x'])).toThrow(/disk is full/);
});

test('a fix goes to the file behind a link, and the link stays', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'real'));
  writeFileSync(join(cwd, 'real/claims.jsonl'), 'abc');
  symlinkSync(join(cwd, 'real/claims.jsonl'), join(cwd, 'link.jsonl'));
  const place = { file: 'link.jsonl' };
  const fix = [{ span: { start: 1, end: 2 }, text: 'X' }];
  const file = { path: join(cwd, 'link.jsonl'), sha256: sha256(Buffer.from('abc')) };
  const { files, made } = applyFixes([{ place, fix } as never], () => file, new Map());
  expect(made).toBe(1);
  expect(readFileSync(join(cwd, 'real/claims.jsonl'), 'utf8')).toBe('abc');
  writeFixedFiles(files);
  expect(readFileSync(join(cwd, 'real/claims.jsonl'), 'utf8')).toBe('aXc');
  expect(lstatSync(join(cwd, 'link.jsonl')).isSymbolicLink()).toBe(true);
  // The file is another one now: offsets that were right for the old one would cut into its words.
  const changed = /was changed while it was checked/;
  expect(() => applyFixes([{ place, fix } as never], () => file, new Map())).toThrow(changed);
  expect(() => writeFixedFiles(files)).toThrow(changed);
  expect(readFileSync(join(cwd, 'real/claims.jsonl'), 'utf8')).toBe('aXc');
});
