import { join } from 'node:path';
import type { Claim, ClaimId } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import type { Evidence } from '../corpus/evidence.ts';
import type { Format, WritableFormat } from '../formats/format.ts';
import type { SplitPolicy } from '../split/policy.ts';
import { measureSplitCounts } from '../stats/counts.ts';
import { type Leakage, leakageKinds } from '../stats/leakage.ts';
import { version } from '../version.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { blindClaims } from './blind-claims.ts';
import { printDatasetCard } from './dataset-card.ts';
import { keptBy } from './export-claims.ts';
import {
  type ExportedFile,
  type FileRecord,
  type Manifest,
  manifestName,
  printManifest,
} from './manifest.ts';
import { openOutputFolder } from './output-folder.ts';

/** A dataset that is ready to be written. */
export interface DatasetToWrite {
  readonly config: Config;
  readonly evidence: Evidence;
  readonly claims: readonly Claim[];
  readonly policy: SplitPolicy;
  readonly splitOf: ReadonlyMap<ClaimId, string>;
  readonly leakage: Leakage;
  readonly formats: readonly WritableFormat[];
  readonly sources: readonly FileRecord[];
  /**
   * What of the splits that the settings call blind is written: `blind` their ids and claims, beside all other splits; `gold` all of their
   * claims, and nothing else. Where none is blind it makes no difference.
   */
  readonly part: 'blind' | 'gold';
}

/**
 * Writes a dataset into a folder: the claims by split and format, a card, and last the manifest, without which the folder
 * is not complete. Files of an earlier build that are no longer written are removed; files that no build wrote are kept.
 *
 * @throws ToolError OUTPUT_IN_USE where the folder holds what claimset did not write, see {@link openOutputFolder}.
 */
export async function writeDataset(folder: string, dataset: DatasetToWrite): Promise<Manifest> {
  const { claims, config, evidence, formats, leakage, part, policy, sources, splitOf } = dataset;
  const { blind } = config.split;
  const context = { evidence };
  const splits = Object.keys(policy.ratios).filter((split) => part === 'blind' || blind.includes(split));
  const isBlind = (split: string) => part === 'blind' && blind.includes(split);
  const planned = splits.flatMap((split) => {
    const members = claims.filter(({ id }) => splitOf.get(id) === split);
    return formats.flatMap((format) => {
      const written = isBlind(split) ? blindClaims(format, members, context) : members;
      const isEmptied = written.length === 0 && members.length > 0;
      return isEmptied ? [] : { split, format, written, path: exportPath(format, split) };
    });
  });
  const output = openOutputFolder(folder, [cardName, ...planned.map(({ path }) => path)]);
  const files: ExportedFile[] = [];
  for (const { split, format, written, path } of planned) {
    // Between two files an interruption gets through.
    await new Promise((resume) => setImmediate(resume));
    const { bytes, sha256 } = writeFileAtomic(join(folder, path), format.write(written, context));
    const kept = keptBy(format, written, context);
    files.push({
      path,
      bytes,
      sha256,
      format: format.id,
      split,
      claims: kept.claims.length,
      losses: kept.losses,
    });
  }
  const counts = measureSplitCounts(claims, splits, (id) => splitOf.get(id));
  const manifest: Manifest = {
    manifestVersion: 1,
    name: config.name,
    version: config.version,
    tool: { name: 'claimset', version },
    split: policy,
    splits: Object.fromEntries(
      counts.map(({ split, counts: { claims: count, labels } }) => [
        split,
        { claims: count, ...(!isBlind(split) && { labels }) },
      ]),
    ),
    ...(blind.length > 0 && { [part]: blind }),
    leakage: Object.fromEntries(
      leakageKinds.map((kind) => [kind, leakage[kind].count]),
    ) as Manifest['leakage'],
    sources,
    files,
  };
  // Figures of the claims whose labels and evidence are held back would tell something of them.
  const told = splits.filter((split) => !isBlind(split));
  writeFileAtomic(join(folder, cardName), [
    printDatasetCard({
      config,
      manifest,
      claims: claims.filter(({ id }) => told.includes(splitOf.get(id) ?? '')),
      formats,
      evidence,
    }),
  ]);
  writeFileAtomic(join(folder, manifestName), [printManifest(manifest)]);
  output.finish();
  return manifest;
}

const cardName = 'README.md';

/** Native claims stand at the top, other formats in a folder of their own. */
function exportPath(format: Format, split: string): string {
  const name = `${split}.${format.extensions[0]}`;
  return format.id === 'jsonl' ? name : `${format.id}/${name}`;
}
