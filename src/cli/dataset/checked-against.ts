import { join, resolve } from 'node:path';
import type { ClaimId } from '../../claims/claim.ts';
import type { Config } from '../../claims/config.ts';
import { kindOfPath, readText } from '../../io/files.ts';
import {
  combineFiles,
  corpusOfStore,
  type LoadedCorpus,
  loadCorpus,
  loadCorpusFile,
} from '../../io/load-corpus.ts';
import type { TitleTable } from '../../validate/rule.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';
import type { DatasetRequest } from './dataset-request.ts';
import { lockName } from './lock-name.ts';

/** The articles that claims are checked against; `undefined` for none. @throws ToolError where they cannot be used. */
export async function corpusOf(
  { corpus, form = 'native', cache }: DatasetRequest,
  folder: string,
  config: Config,
  io: CommandIo,
): Promise<LoadedCorpus | undefined> {
  if (corpus === false) return undefined;
  if (typeof corpus === 'string') return namedCorpus(resolve(io.cwd, corpus), cache, io);
  // Files of released datasets are also checked where nobody has their articles.
  const isOptional = form !== 'native' && kindOfPath(join(folder, config.corpus)) !== 'folder';
  if (isOptional) return undefined;
  return cache === undefined
    ? loadCorpus(folder, config.corpus, io.cwd)
    : cache.corpus.load(folder, config.corpus, io.cwd);
}

/** The articles of a path that was named: tagged text, or a store that is read page by page. */
async function namedCorpus(
  path: string,
  cache: DatasetRequest['cache'],
  io: CommandIo,
): Promise<LoadedCorpus> {
  const { openCorpus } = await import('../../io/stores/open-corpus.ts');
  const progress = createProgress(io);
  const open = () =>
    openCorpus(path, io.cwd, {
      say: async (message) => {
        await progress.done();
        await io.stderr.write(`${message}\n`);
      },
      tick: (text) => progress.tick(text),
    });
  try {
    const { store, texts } = await (cache === undefined ? open() : cache.stores.get(path, open));
    return store === undefined
      ? combineFiles(texts.map((file) => loadCorpusFile(file, io.cwd)))
      : corpusOfStore(store);
  } finally {
    await progress.done();
  }
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
