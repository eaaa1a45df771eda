import type { Claim } from '../claims/claim.ts';
import type { Config } from '../claims/config.ts';
import type { OpenClaim } from '../claims/open-claim.ts';
import type { DatasetQuality } from '../stats/dataset-quality.ts';
import type { FormatContext, Loss } from './format.ts';
import type { FormatOption } from './format-option.ts';
import type { FormatPage } from './format-page.ts';

/** A dataset with its splits, as a format that writes a folder sees it. */
export interface SplitDataset {
  readonly config: Config;
  /** The claims of each split in order; the splits in the order of the policy. */
  readonly splits: ReadonlyMap<string, readonly Claim[]>;
  /** What descriptions of the dataset tell of its quality, measured when first asked for; absent where nobody measures it. */
  readonly quality?: () => DatasetQuality;
}

/** A file that is to be written. */
export interface OutputFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** A file that was written. */
export interface WrittenOutput {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The files of a folder, to be read back. */
export interface FolderReader {
  /** All paths below the folder, with `/`, sorted. */
  readonly paths: readonly string[];
  /** The bytes of one. */
  readonly bytes: (path: string) => Uint8Array;
}

/** What a folder says. */
export interface FolderContents {
  /** The claims of each split in order; a split without any may be absent. */
  readonly splits: ReadonlyMap<string, readonly OpenClaim[]>;
  /** What is wrong with its files, or missing, in words. */
  readonly problems: readonly string[];
}

/** A format that writes a dataset as a folder: one file in `folders/` each, one line in the registry. */
export interface FolderFormat {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly title: string;
  /** Where the format is defined. */
  readonly url: string;
  readonly page: FormatPage;
  /** As those of a `Format`. */
  readonly losses: readonly Loss[];
  /** What of `FormatContext` changes what is written; nothing where absent. */
  readonly heeds?: readonly FormatOption[];
  /** The files of the dataset in order. */
  readonly files: (dataset: SplitDataset, context: FormatContext) => Iterable<OutputFile>;
  /**
   * Files that tell about those that were written: their sizes, their hashes. Absent where there are none. Their paths do not
   * depend on what was written, and nothing of it is looked at before the pieces are asked for.
   */
  readonly filesAbout?: (
    dataset: SplitDataset,
    written: readonly WrittenOutput[],
    context: FormatContext,
  ) => Iterable<OutputFile>;
  /**
   * What the folder should say and cannot, because no setting of the dataset says it: one sentence each, with the setting. Programs read
   * the folder all the same; whoever publishes it should not leave it so.
   */
  readonly missing?: (dataset: SplitDataset) => readonly string[];
  /**
   * Reads a written folder back: the claims without what the losses took. Only for files that are known to be what was written, by their
   * hashes: see `readParquet`.
   */
  readonly read: (folder: FolderReader, context: FormatContext) => Promise<FolderContents>;
}
