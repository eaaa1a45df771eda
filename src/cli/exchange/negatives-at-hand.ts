import { resolve } from 'node:path';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { Negative } from '../../claims/negatives.ts';
import { shownPath } from '../../io/files.ts';
import { loadNegatives } from '../../io/load-negatives.ts';
import { countWords } from '../../reporters/count-words.ts';
import { toNfc } from '../../text/normalise.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { guardInputs } from './write-claims.ts';

/**
 * The negatives of a file, by the key of the claim; on stderr what of them no pair can be made of.
 *
 * @throws ToolError as `loadNegatives`; UsageError where the file is what is to be written.
 */
export async function negativesAtHand(
  file: string,
  { claims, corpus }: Pick<LoadedDataset, 'claims' | 'corpus'>,
  output: string | undefined,
  io: CommandIo,
): Promise<ReadonlyMap<string, readonly Negative[]>> {
  const path = file === '-' ? file : resolve(io.cwd, file);
  guardInputs(output, [path], io.cwd);
  const name = file === '-' ? '<stdin>' : shownPath(path, io.cwd);
  const negatives = loadNegatives(path, name);
  const byKey = new Map(claims.map((claim) => [claimIdKey(claim.id), claim]));
  const counts = { strange: 0, evidence: 0, unknown: 0 };
  for (const [key, own] of negatives) {
    const claim = byKey.get(key);
    if (claim === undefined) {
      counts.strange += 1;
      continue;
    }
    const cited = new Set(claim.evidence.flat().map(toNfc));
    for (const { id } of own) {
      if (cited.has(toNfc(id))) counts.evidence += 1;
      else if (corpus.evidence.text(id) === undefined) counts.unknown += 1;
    }
  }
  const tell = async (count: number, what: string, of: string): Promise<void> => {
    if (count > 0) await io.stderr.write(`${printable(name)}: ${countWords(count, what)} ${of}: left out\n`);
  };
  await tell(counts.strange, 'claim', 'that the dataset does not have');
  await tell(counts.evidence, 'negative', 'that the claim has as evidence by now');
  await tell(counts.unknown, 'negative', 'that the corpus does not have');
  return negatives;
}
