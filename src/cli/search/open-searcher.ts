import { resolve } from 'node:path';
import type { Config } from '../../claims/config.ts';
import type { Article } from '../../corpus/article.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { type OpenedSearcher, openDatasetSearcher } from '../../io/search-index/open-dataset-searcher.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import type { CommandIo } from '../command-io.ts';
import { createTalk } from './create-talk.ts';

/** What a command is to search. */
export interface SearcherRequest {
  /** `--dataset`. */
  readonly dataset?: string | undefined;
  /** `--index`: path of an index file, instead of that of the configuration. */
  readonly index?: string | undefined;
  /** `--engine`: address of an engine, instead of that of the environment or the configuration. */
  readonly engine?: string | undefined;
  /** What must be there to be asked for. */
  readonly levels: readonly SearchLevel[];
  /** The articles of the dataset, where they are loaded already. */
  readonly articles?: (() => readonly Article[]) | undefined;
  /** Whether the columns of an index file are put where other threads can read them too. */
  readonly isShared?: boolean;
}

/** What is searched, with the dataset it is of. Whoever opens it closes `searcher`. */
export type DatasetSearcher = OpenedSearcher & {
  readonly folder: string;
  readonly config: Config;
};

/**
 * What a command searches: the engine of the configuration, else the index file if it is of the articles as they are, else an index that is made of the
 * articles now.
 *
 * @throws ToolError where there is nothing to search.
 */
export async function openSearcher(request: SearcherRequest, io: CommandIo): Promise<DatasetSearcher> {
  const folder = findDatasetFolder(io.cwd, request.dataset);
  const config = await loadConfig(folder);
  const { talk, done } = createTalk(io);
  try {
    const opened = await openDatasetSearcher(
      {
        ...request,
        index: request.index === undefined ? undefined : resolve(io.cwd, request.index),
        folder,
        config,
        env: io.env,
        shownFrom: io.cwd,
      },
      talk,
    );
    return { ...opened, folder, config };
  } finally {
    await done();
  }
}
