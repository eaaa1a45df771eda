import type { Claim } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { measureAnnotations } from '../../stats/annotations/annotation-figures.ts';
import { measureClaimOnly } from '../../stats/claim-only/measure-claim-only.ts';
import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import type { Leakage } from '../../stats/leakage.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from './load-dataset.ts';
import { readAnnotations } from './read-annotations.ts';

/** The quality of claims of a dataset whose splits were audited; annotations of other claims do not count. */
export function measureQuality(
  claims: readonly Claim[],
  { config, files }: Pick<LoadedDataset, 'config' | 'files'>,
  leakage: Leakage,
  io: CommandIo,
): DatasetQuality {
  const ids = new Set(claims.map(({ id }) => claimIdKey(id)));
  const annotations = measureAnnotations(
    [...readAnnotations({ files }, io)].filter(({ claim }) => ids.has(claimIdKey(claim))),
  );
  const { nearDuplicate } = config.split;
  return {
    leakage,
    annotations: annotations.annotations === 0 ? undefined : annotations,
    claimOnly: measureClaimOnly(claims, { nearDuplicate }),
  };
}
