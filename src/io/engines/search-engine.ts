import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import type { EngineProgress, EngineSource, EngineSummary } from './engine-source.ts';

/** An engine elsewhere that holds an index of claimset's. */
export interface SearchEngine {
  /** Its address without user and password. */
  readonly shown: string;
  /**
   * What searches the index that is there.
   *
   * @throws ToolError ENGINE_EMPTY where there is none, ENGINE_FORMAT for one of another version, ENGINE_UNREACHABLE, ENGINE_REFUSED, ENGINE_TIMEOUT, ENGINE_FAILED.
   */
  readonly open: () => Promise<EvidenceSearcher>;
  /**
   * Fills the engine, beside the index that is there, which is searched until the new one is whole and takes its place at once. Filling that was interrupted goes on
   * where it was.
   *
   * @throws ToolError as `open`, and ENGINE_BUSY where another fills it, ENGINE_FOREIGN where what is there under the name is no index of claimset's.
   */
  readonly fill: (
    source: EngineSource,
    onProgress?: (progress: EngineProgress) => void,
  ) => Promise<EngineSummary>;
  /** Removes the index, and what an interrupted run left of one. */
  readonly remove: () => Promise<void>;
}
