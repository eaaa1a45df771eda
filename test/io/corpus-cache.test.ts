import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CorpusCache } from '../../src/io/corpus-cache.ts';
import { RememberedFile } from '../../src/io/remembered-file.ts';
import { temporaryFolder } from '../cli/run-command.ts';

function corpusOf(...titles: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  for (const title of titles) writeArticle(folder, title, 'One.');
  return folder;
}

function writeArticle(folder: string, title: string, sentence: string): void {
  writeFileSync(join(folder, 'corpus', `${title}.txt`), `${title}\n\n${sentence} ${title}_sentence_0\n`);
}

test('what has not changed is the same object; only what has is read again', () => {
  const folder = corpusOf('A', 'B', 'C');
  const cache = new CorpusCache();
  const first = cache.load(folder, 'corpus', folder);
  expect(cache.load(folder, 'corpus', folder)).toBe(first);

  writeArticle(folder, 'B', 'Two.');
  const second = cache.load(folder, 'corpus', folder);
  expect(second.evidence.get('B_sentence_0')?.text).toBe('Two.');
  expect(second.files.map((file, which) => file === first.files[which])).toEqual([true, false, true]);

  rmSync(join(folder, 'corpus/C.txt'));
  expect(cache.load(folder, 'corpus', folder).evidence.get('C_sentence_0')).toBeUndefined();
  writeArticle(folder, 'D', 'Four.');
  expect(cache.load(folder, 'corpus', folder).files.map(({ file }) => file)).toEqual([
    'corpus/A.txt',
    'corpus/B.txt',
    'corpus/D.txt',
  ]);
});

test('a file of the same size and time in the place of another is another', () => {
  const folder = corpusOf('A');
  const cache = new CorpusCache();
  cache.load(folder, 'corpus', folder);
  const path = join(folder, 'corpus/A.txt');
  const { atime, mtime } = statSync(path);
  writeFileSync(join(folder, 'new'), 'A\n\nTwo. A_sentence_0\n');
  utimesSync(join(folder, 'new'), atime, mtime);
  renameSync(join(folder, 'new'), path);
  expect(cache.load(folder, 'corpus', folder).evidence.get('A_sentence_0')?.text).toBe('Two.');
});

test('what was made of a file is made again when it changes', () => {
  const path = join(temporaryFolder(), 'titles');
  let made = 0;
  const remembered = new RememberedFile<number>();
  const get = (): number => remembered.get(path, () => ++made);
  expect([get(), get()]).toEqual([1, 1]);
  writeFileSync(path, 'x');
  expect([get(), get()]).toEqual([2, 2]);
  expect(remembered.get(`${path}2`, () => ++made)).toBe(3);
});
