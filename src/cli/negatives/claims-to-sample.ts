import { resolve } from 'node:path';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { UsageError } from '../../errors.ts';
import { kindOfPath } from '../../io/files.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import type { CommandIo } from '../command-io.ts';
import { corpusOf } from '../dataset/checked-against.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { claimsOfFile } from '../exchange/claims-of-file.ts';
import { reportErrors } from '../report/report-errors.ts';
import type { NegativesOptions } from './negatives-options.ts';

/** Claims that negatives are sampled for, and what goes with them. */
export interface ClaimsToSample {
  readonly claims: readonly OpenClaim[];
  readonly evidence: Evidence;
  /** The dataset folder as it was named. */
  readonly dataset: string | undefined;
  /** The files that all this was read from. */
  readonly paths: readonly string[];
}

/** The claims of a file, or all of a dataset; `undefined`, and why on stderr, where they cannot be read. */
export async function claimsToSample(
  given: string | undefined,
  options: NegativesOptions,
  io: CommandIo,
): Promise<ClaimsToSample | undefined> {
  const isFolder = given !== undefined && given !== '-' && kindOfPath(resolve(io.cwd, given)) === 'folder';
  if (isFolder && options.dataset !== undefined)
    throw new UsageError(`"${given}" and "${options.dataset}" are two datasets. Name one of them.`);
  const { corpus } = options;
  if (given !== undefined && !isFolder) {
    const { dataset, from } = options;
    const found = await claimsOfFile(given, from, io);
    if (found === undefined) return undefined;
    const folder = findDatasetFolder(io.cwd, dataset);
    const articles = await corpusOf({ corpus }, folder, await loadConfig(folder), io);
    const evidence = articles?.evidence ?? new EvidenceIndex([]);
    return { claims: found.claims, evidence, dataset, paths: [found.path] };
  }
  if (options.from !== undefined)
    throw new UsageError('--from is for files of claims: the claims of a dataset are what they are.');
  const dataset = isFolder ? given : options.dataset;
  const loaded = await loadDataset({ dataset, corpus }, io);
  if (await reportErrors(loaded, io)) return undefined;
  const paths = [
    ...loaded.files.map(({ path }) => path),
    ...loaded.corpus.files.map(({ file }) => resolve(io.cwd, file)),
  ];
  return { claims: loaded.claims, evidence: loaded.corpus.evidence, dataset, paths };
}
