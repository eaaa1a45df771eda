import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { UsageError } from '../../errors.ts';
import { kindOfPath } from '../../io/files.ts';
import { openReadSource } from '../../io/open-read-source.ts';
import { goldShape } from '../../score/gold-shape.ts';
import { findScorer, scorers } from '../../score/index.ts';
import type { ScoreRecord } from '../../score/line-record.ts';
import type { Scorer } from '../../score/scorer.ts';
import { readScoreRecords } from './read-score-records.ts';

/** Records that are looked at to tell what a file is: NOT ENOUGH INFO claims may have nothing to tell by. */
const lookedAt = 1000;

/** Gold, opened, with the scorer for it. */
export interface OpenedGold {
  readonly scorer: Scorer;
  /** All records, anew each time; `found` is told what could not be read. */
  readonly records: (found: (diagnostic: Diagnostic) => void) => Iterable<ScoreRecord>;
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
  const format = request.format ?? (await formatOf(path, name));
  const scorer = wanted === undefined ? customaryScorer(format, name) : scorerOf(wanted);
  if (isFolder(path) || !scorer.reads.includes(format)) {
    const { openGoldOfClaims } = await import('./gold-of-claims.ts');
    const { records, problems } = await openGoldOfClaims(path, {
      format: isFolder(path) ? undefined : format,
      split,
      nameOf: () => name,
    });
    return {
      scorer,
      records: function* (found) {
        yield* records();
        for (const problem of problems) found(problem);
      },
    };
  }
  const source = openReadSource(path, name);
  return {
    scorer,
    records: function* (found) {
      for (const record of readScoreRecords(source, found, { official }))
        if (split === undefined || record.json.split === split) yield record;
    },
  };
}

function isFolder(path: string): boolean {
  return path !== '-' && kindOfPath(path) === 'folder';
}

/** The format of gold: told by its first records where that is enough, because loading all formats takes longer than a small score. */
async function formatOf(path: string, name: string): Promise<string> {
  if (isFolder(path)) return 'jsonl';
  let count = 0;
  for (const { json } of readScoreRecords(openReadSource(path, name), () => {})) {
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

function customaryScorer(format: string, name: string): Scorer {
  const scorer = scorers.find(({ customFor }) => customFor.includes(format));
  if (scorer === undefined) {
    throw new UsageError(
      `"${name}" is ${format}, which has no customary score. Choose one with --scorer: ${scorers.map(({ id }) => id).join(', ')}.`,
    );
  }
  return scorer;
}
