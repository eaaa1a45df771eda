import { parseEngineAddress } from './engine-address.ts';
import type { EngineEnvironment } from './engine-environment.ts';
import type { SearchEngine } from './search-engine.ts';

/**
 * The engine of an address. Nothing is asked of it yet.
 *
 * @throws ToolError ENGINE_ADDRESS.
 */
export async function openEngine(address: string, env: EngineEnvironment): Promise<SearchEngine> {
  const parsed = parseEngineAddress(address);
  // Whoever searches without an engine does not load its driver.
  if (parsed.kind === 'postgres') {
    const { postgresEngine } = await import('./postgres/postgres-engine.ts');
    return postgresEngine(parsed, env);
  }
  const { openSearchEngine } = await import('./opensearch/opensearch-engine.ts');
  return openSearchEngine(parsed, env);
}
