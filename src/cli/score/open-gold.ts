import { UsageError } from '../../errors.ts';
import { isStream, kindOfPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { goldShape } from '../../score/gold-shape.ts';
import { findScorer, scorers } from '../../score/index.ts';
import type { ScoreRecord } from '../../score/line-record.ts';
import type { Scorer } from '../../score/scorer.ts';
import { withKnownLabels } from '../../score/with-known-labels.ts';
import { openScoreSource, type ScoreSource } from './score-source.ts';

/** Records that are looked at to tell what a file is: NOT ENOUGH INFO claims may have nothing to tell by. */
const lookedAt = 1000;

/** Gold, opened, with the scorer for it. */
export interface OpenedGold extends ScoreSource {
  readonly scorer: Scorer;
}

export interface GoldRequest {
  /** What findings call the file. */
  readonly name: string;
  /** Id of the scorer; by default the customary one for the format. */
  readonly scorer?: string | undefined;
  /** Id of the format; recognised by default. */
  readonly format?: string | undefined;
  /** Only the claims of this split. */
  readonly split?: string | undefined;
  /** Whether what the official code does not read is a failure. */
  readonly official: boolean;
}

/**
 * Gold as its scorer reads it: the records as they stand, or, where the scorer does not know their format, as claimset's own.
 *
 * @throws UsageError where nobody can tell what it is or how it is scored; ToolError as for reading files
 */
export async function openGold(path: string, request: GoldRequest): Promise<OpenedGold> {
  const { name, scorer: wanted, split, official } = request;
  if (isFolder(path)) return openClaims(path, scorerOf(wanted ?? ownScorer), request);
  const opened = await openScoreSource(openReadSource(path, name), { official });
  const format = request.format ?? (await formatOf(path, name, opened));
  const scorer = wanted === undefined ? await customaryScorer(format, name) : scorerOf(wanted);
  if (!scorer.reads.includes(format)) {
    // What has the labels of FEVER keeps them, however they are spelled.
    const own = keptLabels.includes(format) ? scorer : withKnownLabels(scorer);
    return openClaims(path, own, { ...request, format });
  }
  return {
    scorer,
    findings: opened.findings,
    records: split === undefined ? opened.records : () => recordsOfSplit(opened.records(), split, name),
  };
}

/** Formats whose labels are read as they stand; those of the others become the labels of FEVER. */
const keptLabels = ['blind', 'fever', 'feverous', 'jsonl'];

/** The scorer of claims of claimset's own. */
const ownScorer = 'fever';

/** Claims of a dataset folder, or of a file of any format, as claimset's own. */
async function openClaims(
  path: string,
  scorer: Scorer,
  { name, format, split }: GoldRequest,
): Promise<OpenedGold> {
  if (isStream(path)) {
    throw new UsageError(
      `${name} is ${format}, which is read several times. Write it to a file, and name the file.`,
    );
  }
  const { openGoldOfClaims } = await import('./gold-of-claims.ts');
  const { records, problems } = await openGoldOfClaims(path, { format, nameOf: () => name });
  return {
    scorer,
    records: split === undefined ? records : () => recordsOfSplit(records(), split, name),
    findings: async () => problems,
  };
}

/** The records of a split. @throws UsageError where none is of it, naming those that there are */
function* recordsOfSplit(
  records: Iterable<ScoreRecord>,
  wanted: string,
  name: string,
): Generator<ScoreRecord> {
  const others = new Set<string>();
  let isThere = false;
  for (const record of records) {
    const { split } = record.json;
    if (split === wanted) {
      isThere = true;
      yield record;
    } else if (typeof split === 'string' && others.size < maxSplits) others.add(split);
  }
  if (isThere) return;
  const there = others.size === 0 ? 'Its claims have no splits.' : `It has ${[...others].sort().join(', ')}.`;
  throw new UsageError(`"${name}" has no claims of the split "${wanted}". ${there}`);
}

/** Splits that a message names. */
const maxSplits = 20;

function isFolder(path: string): boolean {
  return path !== '-' && kindOfPath(path) === 'folder';
}

/** The format of gold: told by its first records where that is enough, because loading all formats takes longer than a small score. */
async function formatOf(path: string, name: string, { records }: ScoreSource): Promise<string> {
  let count = 0;
  for (const { json } of records()) {
    const shape = goldShape(json);
    if (shape !== undefined) return shape;
    count += 1;
    if (count === lookedAt) break;
  }
  const { sniffFormat } = await import('../exchange/sniff-format.ts');
  return sniffFormat(name, path);
}

/** @throws UsageError where there is none */
function scorerOf(id: string): Scorer {
  const scorer = findScorer(id);
  if (scorer === undefined)
    throw new UsageError(`There is no scorer "${id}". There are ${scorers.map((one) => one.id).join(', ')}.`);
  return scorer;
}

/** @throws UsageError where the format has none, or is none itself */
async function customaryScorer(format: string, name: string): Promise<Scorer> {
  const scorer = scorers.find(({ customFor }) => customFor.includes(format));
  if (scorer === undefined) {
    const { findReadableFormat } = await import('../../formats/index.ts');
    findReadableFormat(format);
    throw new UsageError(
      `"${name}" is ${format}, which has no customary score. Choose one with --scorer: ${scorers.map(({ id }) => id).join(', ')}.`,
    );
  }
  return scorer;
}
