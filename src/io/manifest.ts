import type { SplitPolicy } from '../split/policy.ts';
import type { LeakageKind } from '../stats/leakage.ts';

/** What identifies a file's bytes. */
export interface FileRecord {
  /** With `/`, from the dataset folder for sources, from the output folder for what was written. */
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A file of claims in one format. */
export interface ExportedFile extends FileRecord {
  readonly format: string;
  readonly split: string;
  /** Claims in the file, after those that the format had to leave out. */
  readonly claims: number;
  /** Claims that lose something, by what is lost; only losses that happened. */
  readonly losses: Readonly<Record<string, number>>;
}

/**
 * What `claimset build` wrote and from what: `manifest.json`. Holds no time and no path of a machine, so that the same
 * dataset gives the same bytes everywhere.
 */
export interface Manifest {
  readonly manifestVersion: 1;
  readonly name: string;
  readonly version: string;
  readonly tool: { readonly name: 'claimset'; readonly version: string };
  readonly split: SplitPolicy;
  /** Claims of each split in the order of the ratios; without labels where these are held back. */
  readonly splits: Readonly<
    Record<string, { readonly claims: number; readonly labels?: Readonly<Record<string, number>> }>
  >;
  /** Splits whose labels and evidence are held back; absent where none is. */
  readonly blind?: readonly string[];
  /** Splits whose labels and evidence were held back elsewhere and are here, which are not to be published; absent anywhere else. */
  readonly gold?: readonly string[];
  /** What leaks between splits: all 0. */
  readonly leakage: Readonly<Record<LeakageKind, number>>;
  readonly sources: readonly FileRecord[];
  readonly files: readonly ExportedFile[];
}

export const manifestName = 'manifest.json';

/** The text of `manifest.json`: indented JSON, keys in the order of {@link Manifest}, a final line feed. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
