import { join, resolve } from 'node:path';
import type { ClaimId } from '../../claims/claim.ts';
import type { Config } from '../../claims/config.ts';
import { kindOfPath, readText } from '../../io/files.ts';
import { type LoadedCorpus, loadCorpus } from '../../io/load-corpus.ts';
import type { TitleTable } from '../../validate/rule.ts';
import type { CommandIo } from '../command-io.ts';
import type { DatasetRequest } from './dataset-request.ts';
import { lockName } from './lock-name.ts';

/** The articles that claims are checked against; `undefined` for none. */
export function corpusOf(
  { corpus, form = 'native', cache }: DatasetRequest,
  folder: string,
  config: Config,
  io: CommandIo,
): LoadedCorpus | undefined {
  if (corpus === false) return undefined;
  // Files of released datasets are also checked where nobody has their articles.
  const isOptional = form !== 'native' && kindOfPath(join(folder, config.corpus)) !== 'folder';
  if (isOptional) return undefined;
  return cache === undefined
    ? loadCorpus(folder, config.corpus, io.cwd)
    : cache.corpus.load(folder, config.corpus, io.cwd);
}

/** The titles that articles may have, where a file of them was named. */
export async function titlesOf(
  { titles, cache }: DatasetRequest,
  { cwd }: CommandIo,
): Promise<TitleTable | undefined> {
  if (titles === undefined) return undefined;
  const { loadTitles } = await import('../../io/load-titles.ts');
  const path = resolve(cwd, titles);
  return cache === undefined ? loadTitles(path) : cache.titles.get(path, loadTitles);
}

/** The splits that the lock file of a dataset gives its claims. */
export async function splitsOf(folder: string): Promise<ReadonlyMap<ClaimId, string> | undefined> {
  const path = join(folder, lockName);
  if (kindOfPath(path) !== 'file') return undefined;
  const { parseSplitLock } = await import('../../split/split-lock.ts');
  return parseSplitLock(readText(path)).splits;
}
