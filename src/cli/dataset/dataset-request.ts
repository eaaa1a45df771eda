import type { Level } from '../../diagnostic/diagnostic.ts';
import type { RuleSettings } from '../../validate/rule-settings.ts';
import type { DatasetCache } from './dataset-cache.ts';
import type { FormChoice } from './with-form.ts';

/** What to load. */
export interface DatasetRequest {
  /** The folder; found from the working directory by default. */
  readonly dataset?: string | undefined;
  /** Claim files or folders; the dataset's own by default. */
  readonly paths?: readonly string[];
  /** Name for standard input in findings. */
  readonly stdinName?: string | undefined;
  /** Profiles that go before those of the configuration. */
  readonly profiles?: readonly string[] | undefined;
  /** Settings of rules that go before those of the configuration. */
  readonly rules?: RuleSettings | undefined;
  /** The form of the claim files; claimset's own by default. */
  readonly form?: FormChoice | undefined;
  /** A path to other articles than those of the dataset folder; false to check claims without articles. */
  readonly corpus?: string | boolean | undefined;
  /** A file of titles that articles may have. */
  readonly titles?: string | undefined;
  /** The highest level that is checked; all by default. */
  readonly level?: Level | undefined;
  /** A commit: what changed since then is told apart. */
  readonly since?: string | undefined;
  /** True where findings are all that is wanted: claims are then not kept, and what was read cannot be written back. */
  readonly isOnlyReported?: boolean | undefined;
  /** What earlier loads have read, for callers that load again. */
  readonly cache?: DatasetCache | undefined;
  /** The bytes of files that differ from the disk's, by absolute path. */
  readonly edited?: ReadonlyMap<string, Uint8Array> | undefined;
}
