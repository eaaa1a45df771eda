import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { AnalysisSettings } from '../../retrieve/analysis/analysis-settings.ts';
import type { SearchRequest } from '../../retrieve/evidence-searcher.ts';
import type { ParsedQuery } from '../../retrieve/query/parsed-query.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { printable } from '../../text/printable.ts';
import type { DatasetSearcher } from './open-searcher.ts';

/** How hits are printed. */
export type HitStyle = 'people' | 'ids' | 'json' | 'run';

/** What is asked for with every query, and how it is printed. */
export type SearchPlan = DatasetSearcher & {
  readonly level: SearchLevel;
  readonly count: number;
  readonly kinds: readonly EvidenceKind[] | undefined;
  readonly titles: readonly string[] | undefined;
  readonly style: HitStyle;
  /** The name of a run; empty where none is written. */
  readonly tag: string;
};

/** What is asked for with a query. */
export function requestOf({ count, kinds, level, titles }: SearchPlan, query: ParsedQuery): SearchRequest {
  return { query, level, count, ...(kinds && { kinds }), ...(titles && { titles }) };
}

/** How the texts that are searched are taken apart: by that words are marked. */
export function analysisOf({ config, level, searcher }: SearchPlan): AnalysisSettings {
  return (searcher.settingsOf?.(level) ?? settingsOfConfig(config)).analysis;
}

/** What is searched, in words, such as `600 elements of the corpus`. */
export async function searchedWords({ level, origin, searcher }: SearchPlan): Promise<string> {
  const size = await searcher.size(level);
  return `${countWords(size, level)} of ${origin === 'engine' ? printable(searcher.name) : 'the corpus'}`;
}
