import type { Config } from '../../claims/config.ts';
import type { Article } from '../../corpus/article.ts';
import { ToolError } from '../../errors.ts';
import { createPauses } from '../../io/run-in-pieces.ts';
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
  const told = new Set<string>();
  const sayOnce = async (message: string): Promise<void> => {
    if (!told.has(message)) say(message);
    told.add(message);
  };
  return new CorpusSearch({
    corpusNow: () => workspace.searched,
    analysis: settingsOfConfig(config).analysis,
    say,
    open: async ({ evidence }, signal) => {
      const articles = (): readonly Article[] => evidence.articles;
      const source = { folder, config, env, levels: ['element'], articles, shownFrom: folder } as const;
      try {
        const { searcher } = await openDatasetSearcher(source, { say: sayOnce, tick: createPauses(signal) });
        return searcher;
      } catch (error) {
        if (!(error instanceof ToolError && error.code === 'INDEX_NOT_FOUND')) throw error;
        await sayOnce(error.message);
        return undefined;
      }
    },
  });
}
