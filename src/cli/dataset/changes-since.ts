import { join } from 'node:path';
import type { Config } from '../../claims/config.ts';
import type { ChangedRecords } from '../../io/changed-records.ts';
import type { LoadedCorpusFile } from '../../io/load-corpus.ts';
import type { CommandIo } from '../command-io.ts';
import type { DatasetSources } from './find-sources.ts';

/** What a run reads. */
export interface ReadFiles {
  readonly folder: string;
  readonly config: Config;
  readonly sources: DatasetSources;
  readonly articles: readonly LoadedCorpusFile[];
}

/** What changed since a commit; `undefined` where none was named. @throws ToolError as {@link ChangedRecords}. */
export async function changesSince(
  commit: string | undefined,
  { folder, config, sources, articles }: ReadFiles,
  io: CommandIo,
): Promise<ChangedRecords | undefined> {
  if (commit === undefined) return undefined;
  const { ChangedRecords } = await import('../../io/changed-records.ts');
  const records = [...sources.records, ...(sources.suppressions === undefined ? [] : [sources.suppressions])];
  const scope = {
    folder,
    claims: join(folder, config.claims),
    corpus: join(folder, config.corpus),
    records: records.map(({ path }) => path),
    articles: articles.map(({ file }) => file),
  };
  return new ChangedRecords(commit, scope, io);
}
