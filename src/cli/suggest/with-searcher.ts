import { openPool } from '../../io/search-index/pooled-searcher.ts';
import type { AnalysisSettings } from '../../retrieve/analysis/analysis-settings.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import type { CommandIo } from '../command-io.ts';
import { openSearcher } from '../search/open-searcher.ts';
import type { SuggestOptions } from './suggest-options.ts';

/** What suggestions are found with. */
export interface SuggestSearcher {
  readonly searcher: EvidenceSearcher;
  /** BCP 47 tag of the claims. */
  readonly language: string;
  /** How the texts that are searched are taken apart. */
  readonly analysis: AnalysisSettings;
  /** Claims to begin with before the first is done: see `Pool`. */
  readonly ahead: number;
}

/** What is done with a searcher of the dataset, which is open meanwhile; by several threads or questions at once where there are many claims. */
export async function withSearcher<Result>(
  { all, claims, dataset, engine, evaluate, index, language }: SuggestOptions,
  io: CommandIo,
  use: (opened: SuggestSearcher) => Promise<Result>,
): Promise<Result> {
  const isShared = all === true || claims !== undefined || evaluate !== undefined;
  const opened = await openSearcher({ dataset, index, engine, levels: ['element'], isShared }, io);
  try {
    const pool = await openPool(opened);
    try {
      return await use({
        searcher: pool.searcher,
        language: language ?? opened.config.language,
        analysis: (pool.searcher.settingsOf?.('element') ?? settingsOfConfig(opened.config)).analysis,
        ahead: pool.ahead,
      });
    } finally {
      await pool.close();
    }
  } finally {
    await opened.searcher.close();
  }
}
