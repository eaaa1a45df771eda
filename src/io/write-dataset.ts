import { join } from 'node:path';
import type { Claim, ClaimId } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import type { Evidence } from '../corpus/evidence.ts';
import type { Format, WritableFormat } from '../formats/format.ts';
import type { SplitPolicy } from '../split/policy.ts';
import { measureCounts } from '../stats/counts.ts';
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

/** A split as it is written. */
interface WrittenSplit {
  readonly split: string;
  readonly isBlind: boolean;
  readonly members: readonly Claim[];
}

/** The splits that are to be written, in the order of the ratios. */
function writtenSplits({ claims, config, part, policy, splitOf }: DatasetToWrite): WrittenSplit[] {
  const { blind } = config.split;
  return Object.keys(policy.ratios)
    .filter((split) => part === 'blind' || blind.includes(split))
    .map((split) => ({
      split,
      isBlind: part === 'blind' && blind.includes(split),
      members: claims.filter(({ id }) => splitOf.get(id) === split),
    }));
}

/**
 * Writes a dataset into a folder: the claims by split and format, a card, and last the manifest, without which the folder
 * is not complete. Files of an earlier build that are no longer written are removed; files that no build wrote are kept.
 *
 * @throws ToolError OUTPUT_IN_USE where the folder holds what claimset did not write, see {@link openOutputFolder}.
 */
export async function writeDataset(folder: string, dataset: DatasetToWrite): Promise<Manifest> {
  const { config, evidence, formats, leakage, part, policy, sources } = dataset;
  const context = { evidence };
  const splits = writtenSplits(dataset);
  const planned = splits.flatMap(({ split }) => formats.map((format) => exportPath(format, split)));
  const output = openOutputFolder(folder, [cardName, ...planned]);
  const files: ExportedFile[] = [];
  for (const { split, isBlind, members } of splits) {
    for (const format of formats) {
      const written = isBlind ? blindClaims(format, members, context) : members;
      // Between two files an interruption gets through.
      await new Promise((resume) => setImmediate(resume));
      const path = exportPath(format, split);
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
  }
  const { blind } = config.split;
  const manifest: Manifest = {
    manifestVersion: 1,
    name: config.name,
    version: config.version,
    tool: { name: 'claimset', version },
    split: policy,
    splits: Object.fromEntries(
      splits.map(({ split, isBlind, members }) => {
        const { claims, labels } = measureCounts(members);
        return [split, { claims, ...(!isBlind && { labels }) }];
      }),
    ),
    ...(blind.length > 0 && { [part]: blind }),
    leakage: Object.fromEntries(
      leakageKinds.map((kind) => [kind, leakage[kind].count]),
    ) as Manifest['leakage'],
    sources,
    files,
  };
  // Figures of the claims whose labels and evidence are held back would tell something of them.
  const claims = splits.flatMap(({ isBlind, members }) => (isBlind ? [] : members));
  writeFileAtomic(join(folder, cardName), [
    printDatasetCard({ config, manifest, claims, formats, evidence }),
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
