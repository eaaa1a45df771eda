import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queryIdOf } from '../../src/claims/retrieval-id.ts';
import type { FolderFormat, SplitDataset } from '../../src/formats/folder-format.ts';
import { beir } from '../../src/formats/folders/beir.ts';
import { mteb } from '../../src/formats/folders/mteb.ts';
import { repositoryNames } from '../../src/formats/folders/repository-names.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { documentsFor } from '../../src/formats/retrieval/documents.ts';
import { relevantTo } from '../../src/formats/retrieval/judgements.ts';
import { keptSplits } from '../../src/formats/retrieval/kept-splits.ts';
import { writeFolder } from '../../src/io/write-folder.ts';
import { wellFormed } from '../../src/text/well-formed.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { context as exampleContext } from '../formats/example-claims.ts';
import { exampleDataset } from '../formats/folders/example-dataset.ts';
import { oddSplits, shippedContext, shippedDataset } from '../formats/folders/shipped-dataset.ts';
import { askClient, whyNoClient } from './python.ts';

const noBeir = whyNoClient('beir.datasets.data_loader');
const noDatasets = whyNoClient('datasets', 'duckdb', 'pyarrow');

const cases: [string, SplitDataset, FormatContext][] = [
  ['the dataset of this repository', shippedDataset, shippedContext],
  ['its whole articles', shippedDataset, { ...shippedContext, retrievalUnit: 'page' }],
  ['splits that no loader takes as they are', oddSplits, shippedContext],
  ['claims with all that is hard', exampleDataset, exampleContext],
];

function written(format: FolderFormat, dataset: SplitDataset, context: FormatContext): string {
  const out = join(temporaryFolder(), 'out');
  writeFolder(format, dataset, out, context);
  return out;
}

describe.skipIf(noBeir !== undefined)(
  `BEIR's loader loads every split${noBeir === undefined ? '' : ` (${noBeir})`}`,
  () => {
    test.each(cases)('of %s', (_name, dataset, context) => {
      const kept = keptSplits(dataset, context);
      const all = [...kept.values()].flat();
      const documents = [...documentsFor(all, context)];
      expect(askClient('beir.py', [written(beir, dataset, context), ...kept.keys()])).toEqual(
        Object.fromEntries(
          [...kept].map(([split, claims]) => [
            split,
            {
              corpus: Object.fromEntries(documents.map(({ id, ...rest }) => [id, rest])),
              queries: Object.fromEntries(claims.map(({ id, claim }) => [queryIdOf(id), wellFormed(claim)])),
              qrels: Object.fromEntries(
                claims.map((claim) => [
                  queryIdOf(claim.id),
                  Object.fromEntries(relevantTo(claim, context).map((id) => [id, 1])),
                ]),
              ),
            },
          ]),
        ),
      );
    });
  },
);

describe.skipIf(noDatasets !== undefined)(
  `datasets loads the layout of MTEB${noDatasets === undefined ? '' : ` (${noDatasets})`}`,
  () => {
    test.each(cases)('of %s', (_name, dataset, context) => {
      const out = written(mteb, dataset, context);
      const { configs } = askClient('huggingface.py', [out, join(out, '../cache')]) as {
        configs: Readonly<Record<string, { rows: unknown; sizes: object; measured: object }>>;
      };
      const kept = keptSplits(dataset, context);
      const all = [...kept.values()].flat();
      const nameOf = repositoryNames([...kept.keys()]);
      expect(configs.default?.rows).toEqual(
        Object.fromEntries(
          [...kept].map(([split, claims]) => [
            nameOf(split),
            claims.flatMap((claim) =>
              relevantTo(claim, context).map((id) => ({
                'query-id': queryIdOf(claim.id),
                'corpus-id': id,
                score: 1,
              })),
            ),
          ]),
        ),
      );
      expect(configs.corpus?.rows).toEqual({
        corpus: [...documentsFor(all, context)].map(({ id, ...rest }) => ({ _id: id, ...rest })),
      });
      expect(configs.queries?.rows).toMatchObject({
        queries: all.map(({ id, claim }) => ({ _id: queryIdOf(id), text: wellFormed(claim) })),
      });
      for (const { sizes, measured } of Object.values(configs)) expect(sizes).toEqual(measured);
    });
  },
);
