import { join } from 'node:path';
import type { Annotation } from '../../claims/annotation.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { Config } from '../../claims/config.ts';
import { defaultConfig } from '../../claims/default-config.ts';
import type { Article } from '../../corpus/article.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { openClaimVersion } from '../../io/claim-version.ts';
import { kindOfPath, shownPath } from '../../io/files.ts';
import { loadCorpus } from '../../io/load-corpus.ts';
import type { PlacedClaim } from '../../stats/claim-change.ts';
import type { CommandIo } from '../command-io.ts';
import { loadDatasetConfig } from '../dataset/dataset-settings.ts';
import { findSources } from '../dataset/find-sources.ts';
import { isDatasetFolder } from '../dataset/is-dataset-folder.ts';
import { lockName } from '../dataset/lock-name.ts';
import { readAnnotations } from '../dataset/read-annotations.ts';

/** What is at hand of a dataset. */
export interface BiasData {
  /** As the user names it. */
  readonly name: string;
  /** The defaults, but for a dataset folder. */
  readonly config: Config;
  /** Those of the split that was asked for. */
  readonly claims: readonly PlacedClaim[];
  /** Of a dataset folder; none for files of claims. */
  readonly articles: readonly Article[];
  readonly annotations: readonly Annotation[];
  /** What could not be read. */
  readonly problems: readonly Diagnostic[];
}

export interface BiasRequest {
  readonly format?: string | undefined;
  readonly split?: string | undefined;
}

/**
 * The claims of a path, with articles and journals where it is a dataset folder.
 *
 * @throws ToolError NO_CLAIMS where there are none, as `openClaimVersion`, and for articles that cannot be read
 * @throws UsageError for a split without claims
 */
export async function openBiasData(
  path: string,
  { format, split }: BiasRequest,
  io: CommandIo,
): Promise<BiasData> {
  const name = path === io.cwd ? '.' : shownPath(path, io.cwd);
  const nameOf = (file: string): string => shownPath(file, io.cwd);
  const version = await openClaimVersion(path, { format, nameOf, lockName });
  const all = [...version.claims()];
  if (all.length === 0 && version.problems.length === 0) {
    throw new ToolError('NO_CLAIMS', `"${name}" holds no claims. Name a file of claims or a dataset folder.`);
  }
  const claims = split === undefined ? all : all.filter((placed) => placed.split === split);
  if (split !== undefined && claims.length === 0) throw new UsageError(whyNoSplit(name, split, all));
  const data = { name, claims, problems: version.problems };
  if (!isDatasetFolder(path)) return { ...data, config: defaultConfig, articles: [], annotations: [] };
  const config = await loadDatasetConfig(path);
  const hasCorpus = kindOfPath(join(path, config.corpus)) === 'folder';
  const files = findSources(path, config, [], io.cwd).records;
  const ids = new Set(claims.map(({ claim }) => claimIdKey(claim.id)));
  return {
    ...data,
    config,
    articles: hasCorpus ? loadCorpus(path, config.corpus, io.cwd).evidence.articles : [],
    annotations: [...readAnnotations({ files }, io)].filter(({ claim }) => ids.has(claimIdKey(claim))),
  };
}

function whyNoSplit(name: string, split: string, claims: readonly PlacedClaim[]): string {
  const splits = [...new Set(claims.flatMap((placed) => placed.split ?? []))].sort();
  return splits.length === 0
    ? `No claim of "${name}" says in which split it is. Leave out --split.`
    : `No claim of "${name}" is in the split "${split}". There are ${splits.join(', ')}.`;
}
