import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../../src/corpus/evidence-index.ts';
import type { FolderContents, FolderFormat, SplitDataset } from '../../../src/formats/folder-format.ts';
import { folderFormats } from '../../../src/formats/folders/index.ts';
import type { FormatContext } from '../../../src/formats/format.ts';
import { applyLosses } from '../../../src/formats/loss.ts';
import { runs } from '../../runs.ts';
import { arbitraryClaims, comparable, context, exampleClaims } from '../example-claims.ts';
import { datasetOf, exampleDataset, fullConfig } from './example-dataset.ts';
import { readerOf, writeInMemory } from './folder-in-memory.ts';
import { shippedContext, shippedDataset } from './shipped-dataset.ts';

test('the registry is sorted, and each format stands in the file of its name', () => {
  const ids = folderFormats.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  const folder = path.resolve(import.meta.dirname, '../../../src/formats/folders');
  const files = readdirSync(folder).filter(
    (file) =>
      file.endsWith('.ts') &&
      /^export const \w+: FolderFormat = /m.test(readFileSync(path.join(folder, file), 'utf8')),
  );
  expect(files.map((file) => path.basename(file, '.ts')).sort()).toEqual(ids);
});

/** Splits as text that two share exactly if they say the same; those without claims say nothing. */
function told({ splits }: Pick<FolderContents, 'splits'>): Record<string, string[]> {
  return Object.fromEntries(
    [...splits]
      .filter(([, claims]) => claims.length > 0)
      .map(([split, claims]): [string, string[]] => [split, claims.map(comparable)])
      .sort(),
  );
}

/** What the declared losses leave of a dataset. */
function kept(format: FolderFormat, { splits }: SplitDataset, about: FormatContext): FolderContents {
  const left = [...splits].map(
    ([split, claims]) =>
      [split, claims.flatMap((claim) => applyLosses(format.losses, claim, about).claim ?? [])] as const,
  );
  return { splits: new Map(left), problems: [] };
}

async function expectRoundTrip(format: FolderFormat, dataset: SplitDataset, about: FormatContext) {
  const files = writeInMemory(format, dataset, about);
  const contents = await format.read(readerOf(files), about);
  expect(contents.problems).toEqual([]);
  expect(told(contents)).toEqual(told(kept(format, dataset, about)));
  return files;
}

describe.each(folderFormats)('$id', (format) => {
  test('reading what was written gives the claims without the declared losses, split by split', async () => {
    const files = await expectRoundTrip(format, exampleDataset, context);
    expect(writeInMemory(format, exampleDataset, context)).toEqual(files);
  });

  test('the same holds for any claims', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, async (claims) => {
        await expectRoundTrip(format, datasetOf(claims), context);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each(['ids', 'text', 'context', 'highlighted'] as const)(
    'the same holds for evidence as %s',
    async (evidenceStyle) => {
      await expectRoundTrip(format, exampleDataset, { ...context, evidenceStyle });
    },
  );

  test('the same holds for whole articles', async () => {
    await expectRoundTrip(format, exampleDataset, { ...context, retrievalUnit: 'page' });
  });

  test('the same holds for the dataset of this repository', async () => {
    await expectRoundTrip(format, shippedDataset, shippedContext);
  });

  test('the same holds for splits of any name, and for one without claims', async () => {
    const [first, ...rest] = exampleDataset.splits.values();
    const splits = new Map([
      ['dev', first ?? []],
      ['validation', rest.flat()],
      ['all', [first?.[0] ?? []].flat().map((claim) => ({ ...claim, id: 'once more' }))],
      ['test_2', []],
    ]);
    await expectRoundTrip(format, { config: fullConfig, splits }, context);
  });

  test('a corpus of which only some articles are asked for is enough', async () => {
    const { evidence } = context;
    const paged = new Proxy(evidence, {
      get: (target, name) => {
        if (name === 'articles') return [];
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const files = await expectRoundTrip(format, exampleDataset, { evidence: paged });
    expect(files).toEqual(
      new Map(
        [...writeInMemory(format, exampleDataset, context)].map(([name, bytes]) => [
          name,
          name === 'README.md' ? files.get(name) : bytes,
        ]),
      ),
    );
  });

  test('each loss happens, and what it does not affect it leaves as it is', () => {
    const claims = [...exampleDataset.splits.values()].flat();
    const met = claims.flatMap((claim) => applyLosses(format.losses, claim, context).losses);
    expect(new Set(met)).toEqual(new Set(format.losses));
    for (const claim of exampleClaims) {
      for (const { affects, forget } of format.losses) {
        const left = forget(claim, context);
        expect(affects(claim, context)).toBe(left !== claim);
        if (left !== undefined) expect(affects(left, context)).toBe(false);
      }
    }
  });

  test('a file that is missing is told', async () => {
    const files = writeInMemory(format, exampleDataset, context);
    for (const name of files.keys()) {
      const rest = new Map([...files].filter(([other]) => other !== name));
      const { problems } = await format.read(readerOf(rest), context);
      expect(problems.join('\n')).toContain(name.startsWith('qrels/') ? 'judgements' : name);
    }
  });

  test('broken files are told and never an exception', async () => {
    const files = writeInMemory(format, exampleDataset, context);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files.keys()),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (name, at, put, cut) => {
          const bytes = Buffer.from(files.get(name) ?? []);
          const from = at % (bytes.length + 1);
          // Parquet files whose hash nothing tells are only cut: a changed length can keep hyparquet busy for hours.
          if (!(name.endsWith('.parquet') && format.id === 'mteb') || cut)
            bytes.set(put.subarray(0, bytes.length - from), from);
          const broken = cut ? bytes.subarray(0, from) : bytes;
          const contents = await format.read(readerOf(new Map([...files, [name, broken]])), context);
          expect(Array.isArray(contents.problems)).toBe(true);
          if (cut && !/\.(?:md|tsv|jsonl)$/.test(name) && broken.length < bytes.length)
            expect(contents.problems).not.toEqual([]);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test('without a corpus', async () => {
    const nothing = { evidence: new EvidenceIndex([]) };
    const files = writeInMemory(format, exampleDataset, nothing);
    const contents = await format.read(readerOf(files), nothing);
    expect(told(contents)).toEqual(told(kept(format, exampleDataset, nothing)));
  });
});
