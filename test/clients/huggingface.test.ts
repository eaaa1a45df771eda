import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { labels } from '../../src/claims/label.ts';
import type { SplitDataset } from '../../src/formats/folder-format.ts';
import { huggingface } from '../../src/formats/folders/huggingface.ts';
import { claimColumnsFor, corpusColumns } from '../../src/formats/folders/huggingface-rows.ts';
import { printFeatures } from '../../src/formats/folders/parquet/features.ts';
import { repositorySplits } from '../../src/formats/folders/repository-splits.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { verifyFolder, writeFolder } from '../../src/io/write-folder.ts';
import { wellFormed } from '../../src/text/well-formed.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { context as exampleContext } from '../formats/example-claims.ts';
import { exampleDataset } from '../formats/folders/example-dataset.ts';
import { oddSplits, shippedContext, shippedDataset } from '../formats/folders/shipped-dataset.ts';
import { askClient, whyNoClient } from './python.ts';

interface Loaded {
  readonly configs: Readonly<
    Record<
      string,
      {
        readonly features: object;
        readonly declared: boolean;
        readonly sizes: object;
        readonly measured: object;
        readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
      }
    >
  >;
  readonly files: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly firstSentences: number;
}

const why = whyNoClient('datasets', 'duckdb', 'pyarrow');

const cases: [string, SplitDataset, FormatContext][] = [
  ['the dataset of this repository', shippedDataset, shippedContext],
  ['splits that no loader takes as they are', oddSplits, shippedContext],
  ['claims with all that is hard', exampleDataset, exampleContext],
];

/** What `datasets` makes of JSON lists in features. */
function spelt(feature: unknown): unknown {
  if (Array.isArray(feature)) return { feature: spelt(feature[0]), _type: 'List' };
  if (typeof feature !== 'object' || feature === null || '_type' in feature) return feature;
  return Object.fromEntries(Object.entries(feature).map(([key, value]) => [key, spelt(value)]));
}

/** The ids of places. */
function idsOf(places: unknown): string[][] {
  const sets = places as { page: string; unit: string }[][];
  return sets.map((set) => set.map(({ page, unit }) => (unit === '' ? page : `${page}_${unit}`)));
}

function featuresOf(columns: Parameters<typeof printFeatures>[0]): unknown {
  return spelt((JSON.parse(printFeatures(columns)) as { info: { features: object } }).info.features);
}

describe.skipIf(why !== undefined)(
  `datasets, pyarrow and duckdb load a repository${why === undefined ? '' : ` (${why})`}`,
  () => {
    test.each(cases)('of %s', async (_name, dataset, context) => {
      const folder = temporaryFolder();
      const out = join(folder, 'out');
      const written = writeFolder(huggingface, dataset, out, context);
      expect(await verifyFolder(huggingface, dataset, out, context, written)).toEqual([]);
      const { configs, files, firstSentences } = askClient('huggingface.py', [
        out,
        join(folder, 'cache'),
      ]) as Loaded;

      expect(Object.keys(configs)).toEqual(['claims', 'corpus']);
      for (const { declared, sizes, measured } of Object.values(configs)) {
        expect(declared).toBe(true);
        expect(sizes).toEqual(measured);
      }
      expect(configs.claims?.features).toEqual(featuresOf(claimColumnsFor(context)));
      expect(configs.corpus?.features).toEqual(featuresOf(corpusColumns));

      const { evidence } = context;
      expect(
        Object.fromEntries(
          Object.entries(configs.claims?.rows ?? {}).map(([split, rows]) => [
            split,
            rows.map(({ extra: _, evidence: places, ...row }) => ({ ...row, places: idsOf(places) })),
          ]),
        ),
      ).toEqual(
        Object.fromEntries(
          repositorySplits(dataset).map(({ name, claims }) => [
            name,
            claims.map((claim) => ({
              id: wellFormed(String(claim.id)),
              claim: wellFormed(claim.claim),
              label: labels.indexOf(claim.label),
              places: claim.evidence.map((set) => set.map(wellFormed)),
              evidence_ids: claim.evidence.map((set) => set.map(wellFormed)),
              evidence_text: claim.evidence.map((set) => set.map((id) => evidence.text(id) ?? null)),
              challenge: claim.challenge ?? null,
              mutation: claim.mutation ?? null,
              source: claim.source === undefined ? null : wellFormed(claim.source),
            })),
          ]),
        ),
      );
      const pieces = [...dataset.splits.values()].flat().flatMap((claim) => claim.evidence.flat());
      expect(firstSentences).toBe(pieces.filter((id) => id.endsWith('_sentence_0')).length);
      for (const { id, text } of configs.corpus?.rows.corpus ?? [])
        expect(text).toBe(evidence.text(String(id)));

      for (const [path, file] of Object.entries(files)) {
        expect([path, file.inferred]).toEqual([path, true]);
        expect(file.arrow).toBe(file.duckdb);
        expect((file.groups as number[]).every((rows) => rows <= 1000)).toBe(true);
      }
    });
  },
);
