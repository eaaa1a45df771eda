import type { EngineAddress } from '../engine-address.ts';
import type { EngineEnvironment } from '../engine-environment.ts';
import type { SearchEngine } from '../search-engine.ts';
import { fillOpenSearch, removeOpenSearch } from './fill.ts';
import { OpenSearchSearcher } from './opensearch-searcher.ts';
import { createRest } from './rest.ts';

/** An index in OpenSearch or Elasticsearch, under an alias. */
export function openSearchEngine(address: EngineAddress, env: EngineEnvironment): SearchEngine {
  const rest = createRest(address, env);
  return {
    shown: address.shown,
    open: () => OpenSearchSearcher.open(rest, address.index, address.shown),
    fill: (source, onProgress = () => {}) => fillOpenSearch(rest, address, source, onProgress),
    remove: () => removeOpenSearch(rest, address),
  };
}
