import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { labels } from '../../src/claims/label.ts';
import type { SplitDataset } from '../../src/formats/folder-format.ts';
import { huggingface } from '../../src/formats/folders/huggingface.ts';
import { readParquet } from '../../src/formats/folders/parquet/read-parquet.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { readBytes } from '../../src/io/files.ts';
import { writeFolder } from '../../src/io/write-folder.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { context as exampleContext } from '../formats/example-claims.ts';
import { exampleDataset, fullConfig } from '../formats/folders/example-dataset.ts';
import { shippedContext, shippedDataset } from '../formats/folders/shipped-dataset.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('mlcroissant', 'pyarrow');

const { creator, published, url } = fullConfig;
const cases: [string, SplitDataset, FormatContext][] = [
  [
    'the dataset of this repository',
    { ...shippedDataset, config: { ...shippedDataset.config, creator, published, url } },
    shippedContext,
  ],
  ['claims with all that is hard', exampleDataset, exampleContext],
];

describe.skipIf(why !== undefined)(
  `mlcroissant takes a description without errors and warnings, and reads its rows${why === undefined ? '' : ` (${why})`}`,
  () => {
    test.each(cases)('of %s', async (_name, dataset, context) => {
      const out = join(temporaryFolder(), 'out');
      writeFolder(huggingface, dataset, out, context);
      const found = askClient('croissant.py', [join(out, 'croissant.json')]);

      /** The rows of a file as we read them, without the lists of lists of objects. */
      const rowsOf = async (path: string) => {
        const contents = await readParquet(readBytes(join(out, path)));
        if (typeof contents === 'string') throw new Error(contents);
        return contents.rows.map(({ evidence: _, ...row }) => row);
      };
      expect(found).toEqual({
        errors: [],
        warnings: [],
        name: dataset.config.name,
        version: dataset.config.version,
        // Nobody measured the quality of these.
        biases: null,
        annotationAnalysis: null,
        annotationsPerItem: null,
        rows: {
          splits: [
            { name: 'train', url: 'cr:TrainingSplit' },
            { name: 'validation', url: 'cr:ValidationSplit' },
          ],
          labels: labels.map((name, number) => ({ name, number })),
          claims_train: await rowsOf('data/claims/train-00000-of-00001.parquet'),
          claims_validation: await rowsOf('data/claims/validation-00000-of-00001.parquet'),
          corpus: await rowsOf('data/corpus/corpus-00000-of-00001.parquet'),
        },
      });
    });
  },
);
