import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAllFiles } from '../../src/io/write-all-files.ts';
import { temporaryFolder } from '../cli/run-command.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A folder with the files `a` and `b`. */
function folder(): { path: string; file: (name: string) => string; texts: () => string[] } {
  const path = temporaryFolder();
  const file = (name: string) => join(path, name);
  for (const name of ['a', 'b']) writeFileSync(file(name), name);
  const texts = () => readdirSync(path).map((name) => `${name}: ${readFileSync(file(name), 'utf8')}`);
  return { path, file, texts };
}

describe('all files or none', () => {
  test('writes old and new ones, and leaves nothing beside them; permissions stay', () => {
    const { file, texts } = folder();
    chmodSync(file('a'), 0o640);
    writeAllFiles([
      { path: file('a'), before: bytes('a'), after: bytes('A') },
      { path: file('c'), before: undefined, after: bytes('C') },
    ]);
    expect(texts()).toEqual(['a: A', 'b: b', 'c: C']);
    expect(statSync(file('a')).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['another program changed one', (file: (name: string) => string) => writeFileSync(file('b'), 'other')],
    ['one is gone', (file: (name: string) => string) => rmSync(file('b'))],
  ])('nothing where %s', (_, change) => {
    const { file, texts } = folder();
    change(file);
    const before = texts();
    expect(() =>
      writeAllFiles([
        { path: file('a'), before: bytes('a'), after: bytes('A') },
        { path: file('b'), before: bytes('b'), after: bytes('B') },
      ]),
    ).toThrow('Nothing was written');
    expect(texts()).toEqual(before);
  });

  test('nothing where a new file is there already', () => {
    const { file, texts } = folder();
    expect(() => writeAllFiles([{ path: file('a'), before: undefined, after: bytes('A') }])).toThrow(
      'Nothing was written',
    );
    expect(texts()).toEqual(['a: a', 'b: b']);
  });

  test('those that were moved get their old bytes back where a later one cannot be written', () => {
    const { path, file } = folder();
    mkdirSync(join(path, 'sub'));
    writeFileSync(join(path, 'sub/x'), 'x');
    const change = (name: string, before: string) => ({
      path: file(name),
      before: bytes(before),
      after: bytes('new'),
    });
    const broken = { path: join(path, 'b', 'below-a-file'), before: undefined, after: bytes('new') };
    expect(() => writeAllFiles([change('a', 'a'), change('sub/x', 'x'), broken])).toThrow();
    expect(readFileSync(file('a'), 'utf8')).toBe('a');
    expect(readFileSync(file('sub/x'), 'utf8')).toBe('x');
    expect(readdirSync(path)).toEqual(['a', 'b', 'sub']);
  });
});
