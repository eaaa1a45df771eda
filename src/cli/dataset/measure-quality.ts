import { measureAnnotations } from '../../stats/annotations/annotation-figures.ts';
import { measureClaimOnly } from '../../stats/claim-only/measure-claim-only.ts';
import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import type { Leakage } from '../../stats/leakage.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from './load-dataset.ts';
import { readAnnotations } from './read-annotations.ts';

/** The quality of a dataset whose splits were audited. */
export function measureQuality(dataset: LoadedDataset, leakage: Leakage, io: CommandIo): DatasetQuality {
  const annotations = measureAnnotations(readAnnotations(dataset, io));
  const { nearDuplicate } = dataset.config.split;
  return {
    leakage,
    annotations: annotations.annotations === 0 ? undefined : annotations,
    claimOnly: measureClaimOnly(dataset.claims, { nearDuplicate }),
  };
}
