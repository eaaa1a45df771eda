import { join } from 'node:path';
import type { Config } from '../../claims/config.ts';
import { ToolError } from '../../errors.ts';
import { kindOfPath, shownPath } from '../../io/files.ts';
import { findFilesToCheck, type RecordPath, suppressionsName } from '../../io/record-files.ts';

/** The files that a run reads besides the corpus of the dataset. */
export interface DatasetSources {
  /** Whether they are the dataset's own, all of them, and not some that were named. */
  readonly isOwn: boolean;
  readonly records: readonly RecordPath[];
  /** Articles that were named. */
  readonly articles: readonly string[];
  /** The suppressions of the dataset, which hold for any file; `undefined` where it has none. */
  readonly suppressions: RecordPath | undefined;
}

/**
 * The files to check: those below the paths given, the dataset's own where there are none.
 *
 * @throws ToolError CLAIMS_NOT_FOUND where the dataset has no folder of claims, and as `findFilesToCheck`.
 */
export function findSources(
  folder: string,
  config: Config,
  paths: readonly string[],
  cwd: string,
): DatasetSources {
  const claims = join(folder, config.claims);
  const isOwn = paths.length === 0;
  if (isOwn && kindOfPath(claims) === undefined) {
    throw new ToolError(
      'CLAIMS_NOT_FOUND',
      `There is no folder "${shownPath(claims, cwd)}" with claims. Make it, or name another in claimset.config.json.`,
    );
  }
  const { records, articles } = findFilesToCheck(isOwn ? [claims] : paths, cwd, [
    join(folder, config.output),
  ]);
  const suppressions = join(claims, suppressionsName);
  return {
    isOwn,
    // Who names the suppressions wants them checked, which they are in any case, as what they are.
    records: records.filter(({ path }) => path !== suppressions),
    articles,
    suppressions: kindOfPath(suppressions) === 'file' ? { path: suppressions, kind: 'claim' } : undefined,
  };
}
