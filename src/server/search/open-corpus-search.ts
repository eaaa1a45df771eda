import type { Config } from '../../claims/config.ts';
import { openDatasetSearcher } from '../../io/search-index/open-dataset-searcher.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import type { Workspace } from '../state/workspace.ts';
import { CorpusSearch } from './corpus-search.ts';

/** What is searched, and how. */
export interface CorpusSearchSource {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told why elements cannot be searched, and where an index file is not used. */
  readonly say: (message: string) => void;
}

/** The search of a workspace: by the engine of the configuration, by its index file while that is of the articles as they are, else by an index in memory. */
export function openCorpusSearch({ workspace, folder, config, env, say }: CorpusSearchSource): CorpusSearch {
  return new CorpusSearch({
    corpusNow: () => workspace.searched,
    analysis: settingsOfConfig(config).analysis,
    say,
    open: async ({ evidence }, signal) => {
      const { searcher, origin } = await openDatasetSearcher(
        {
          folder,
          config,
          env,
          levels: ['element'],
          articles: () => evidence.articles,
          shownFrom: folder,
          signal,
        },
        { say: async (message) => say(message) },
      );
      if (origin !== 'memory' || evidence.articles.length > 0) return searcher;
      await searcher.close();
      return undefined;
    },
  });
}
