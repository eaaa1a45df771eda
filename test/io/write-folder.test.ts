import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ToolError } from '../../src/errors.ts';
import { beir } from '../../src/formats/folders/beir.ts';
import { folderFormats } from '../../src/formats/folders/index.ts';
import { verifyFolder, writeFolder } from '../../src/io/write-folder.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { context } from '../formats/example-claims.ts';
import { exampleDataset, fullConfig } from '../formats/folders/example-dataset.ts';

/** All files below a folder with their bytes. */
function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('hex')]),
  );
}

describe.each(folderFormats)('$id', (format) => {
  test('is written, proved, and written again the same', async () => {
    const [one, other] = [join(temporaryFolder(), 'out'), join(temporaryFolder(), 'out')];
    const written = writeFolder(format, exampleDataset, one, context);
    expect(await verifyFolder(format, exampleDataset, one, context, written)).toEqual([]);
    const before = filesIn(one);
    expect([...before.keys()]).toEqual(['manifest.json', ...written.map(({ path }) => path)].sort());
    expect(writeFolder(format, exampleDataset, one, context)).toEqual(written);
    expect(filesIn(one)).toEqual(before);
    writeFolder(format, exampleDataset, other, context);
    expect(filesIn(other)).toEqual(before);
  });

  test('a changed file and a missing one are told', async () => {
    const folder = temporaryFolder();
    const written = writeFolder(format, exampleDataset, join(folder, 'out'), context);
    const [first, second] = written;
    writeFileSync(join(folder, 'out', first?.path ?? ''), 'other');
    const ask = (files = written) =>
      verifyFolder(format, exampleDataset, join(folder, 'out'), context, files);
    expect(await ask()).toEqual([`${first?.path}: it is not what was written`]);
    expect(await ask([...written.slice(1), { path: 'x', bytes: 1, sha256: '' }])).toEqual([
      'x: it is missing',
    ]);
    expect(second).toBeDefined();
  });

  test('claims that are not those of the dataset are told', async () => {
    const folder = join(temporaryFolder(), 'out');
    const written = writeFolder(format, exampleDataset, folder, context);
    const splits = new Map(
      [...exampleDataset.splits].map(([split, claims]) => [
        split,
        claims.map((claim) => ({ ...claim, claim: `${claim.claim}!` })),
      ]),
    );
    const problems = await verifyFolder(format, { config: fullConfig, splits }, folder, context, written);
    expect(problems.join('\n')).toContain('split train: claim 1 came back different in `claim`');
  });
});

test('files of an earlier export that are no longer written are removed, with their folders', () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  writeFolder(beir, exampleDataset, out, context);
  const one = new Map([['test', [...exampleDataset.splits.values()].flat()]]);
  writeFileSync(join(out, 'notes.txt'), 'mine');
  writeFolder(beir, { config: fullConfig, splits: one }, out, context);
  expect(readdirSync(join(out, 'qrels'))).toEqual(['test.tsv']);
  expect(existsSync(join(out, 'notes.txt'))).toBe(true);
});

test('a folder of something else is left as it is', () => {
  const [foreign, other, linked] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  writeFileSync(join(foreign, 'corpus.jsonl'), 'mine');
  writeFileSync(join(other, 'manifest.json'), '{"tool":{"name":"claimset"},"format":"mteb","files":[]}');
  writeFolder(beir, exampleDataset, linked, context);
  const elsewhere = temporaryFolder();
  mkdirSync(join(elsewhere, 'qrels'));
  for (const [folder, message] of [
    [foreign, 'that claimset did not write'],
    [other, 'holds an export as mteb'],
  ] as const) {
    const before = filesIn(folder);
    expect(() => writeFolder(beir, exampleDataset, folder, context)).toThrow(ToolError);
    expect(() => writeFolder(beir, exampleDataset, folder, context)).toThrow(message);
    expect(filesIn(folder)).toEqual(before);
  }
  const out = temporaryFolder();
  symlinkSync(join(elsewhere, 'qrels'), join(out, 'qrels'));
  expect(() => writeFolder(beir, exampleDataset, out, context)).toThrow(ToolError);
  expect(readdirSync(join(elsewhere, 'qrels'))).toEqual([]);
});
