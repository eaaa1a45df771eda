import { resolve } from 'node:path';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { UsageError } from '../../errors.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import type { CommandIo } from '../command-io.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { type ClaimsOfFile, claimsOfFile } from '../exchange/claims-of-file.ts';
import { corpusAtHand } from '../exchange/corpus-at-hand.ts';
import { reportErrors } from '../report/report-errors.ts';
import { assignSplits, claimsOfSplit, isSound } from '../splits/assign-splits.ts';
import { printSplitProblems } from '../splits/print-splits.ts';

/** Claims, and what to call them. */
export interface NamedClaims {
  readonly name: string;
  readonly claims: readonly OpenClaim[];
}

/** Claims to predict, claims to learn from, and their articles. */
export interface ClaimsAtHand {
  readonly predicted: NamedClaims;
  /** Absent where there are none. */
  readonly training?: NamedClaims;
  readonly evidence: Evidence;
  /** BCP 47 tag of the articles; empty where none were asked for. */
  readonly language: string;
  /** The files that all this was read from. */
  readonly paths: readonly string[];
  /** Whether labels may be spelt otherwise in the file that was read. */
  readonly isForeign: boolean;
}

/** Which claims are asked for. */
export interface ClaimsRequest {
  /** A dataset folder. */
  readonly dataset?: string | undefined;
  /** A file of claims to predict, instead of a split of the dataset. */
  readonly gold?: string | undefined;
  /** A file to learn from, instead of the split `train`. */
  readonly train?: string | undefined;
  /** The format of the files; what they look like by default. */
  readonly from?: string | undefined;
  readonly split: string;
  readonly needsTraining: boolean;
  readonly needsCorpus: boolean;
}

/** Formats whose labels are spelt as claimset spells them. */
const ownSpelling = ['fever', 'feverous', 'jsonl'];

/** The split that systems learn from. */
const trainSplit = 'train';

/**
 * The claims of a dataset's splits or of files; `undefined`, and why on stderr, where they cannot be read or the splits leak.
 *
 * @throws UsageError where there is nothing to learn from, or no such split.
 */
export async function claimsAtHand(request: ClaimsRequest, io: CommandIo): Promise<ClaimsAtHand | undefined> {
  if (request.train === '-' && request.gold === '-')
    throw new UsageError('Standard input can be read only once. Name a file with --train.');
  const training =
    request.train === undefined ? undefined : await claimsOfFile(request.train, request.from, io);
  if (request.train !== undefined && training === undefined) return undefined;
  if (request.gold === undefined) return claimsOfDataset(request, training, io);
  if (request.needsTraining && training === undefined)
    throw new UsageError('There is nothing to learn from: name a file of claims with --train.');
  const predicted = await claimsOfFile(request.gold, request.from, io);
  if (predicted === undefined) return undefined;
  return {
    predicted,
    ...(training !== undefined && { training }),
    evidence: request.needsCorpus ? await corpusAtHand(request.dataset, io.cwd) : new EvidenceIndex([]),
    language: request.needsCorpus ? await languageAtHand(request.dataset, io.cwd) : '',
    paths: [predicted, ...(training === undefined ? [] : [training])].map(({ path }) => path),
    isForeign: !ownSpelling.includes(predicted.format),
  };
}

async function languageAtHand(dataset: string | undefined, cwd: string): Promise<string> {
  return (await loadConfig(findDatasetFolder(cwd, dataset))).language;
}

async function claimsOfDataset(
  { dataset: given, split, needsTraining }: ClaimsRequest,
  training: ClaimsOfFile | undefined,
  io: CommandIo,
): Promise<ClaimsAtHand | undefined> {
  const dataset = await loadDataset({ dataset: given }, io);
  if (await reportErrors(dataset, io)) return undefined;
  const names = Object.keys(dataset.config.split.ratios);
  if (!names.includes(split))
    throw new UsageError(
      `There is no split "${split}". Use one of ${names.join(', ')} with --split, or name a file of claims.`,
    );
  if (needsTraining && training === undefined && !names.includes(trainSplit))
    throw new UsageError(
      `There is no split "${trainSplit}" to learn from, only ${names.join(', ')}: name a file of claims with --train, or change \`split.ratios\` in claimset.config.json.`,
    );
  const assigned = assignSplits(dataset, {}, io);
  await io.stderr.write(printSplitProblems(assigned));
  if (!isSound(assigned)) return undefined;
  const ofSplit = (name: string): NamedClaims => ({
    name,
    claims: claimsOfSplit(dataset.claims, assigned, name),
  });
  return {
    predicted: ofSplit(split),
    training: training ?? ofSplit(trainSplit),
    evidence: dataset.corpus.evidence,
    language: dataset.config.language,
    paths: [
      ...dataset.files.map(({ path }) => path),
      ...dataset.corpus.files.map(({ file }) => resolve(io.cwd, file)),
      ...(training === undefined ? [] : [training.path]),
    ],
    isForeign: false,
  };
}
