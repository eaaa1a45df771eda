import type { EngineAddress } from '../engine-address.ts';
import type { EngineEnvironment } from '../engine-environment.ts';
import type { SearchEngine } from '../search-engine.ts';
import { connect } from './connect.ts';
import { fillPostgres, removePostgres } from './fill.ts';
import { PostgresSearcher } from './postgres-searcher.ts';
import { told } from './told.ts';

/** An index in a schema of a PostgreSQL database. */
export function postgresEngine(address: EngineAddress, env: EngineEnvironment): SearchEngine {
  const { index, shown, timeoutSeconds } = address;
  return {
    shown,
    open: async () => {
      const pool = connect(address, env, timeoutSeconds);
      try {
        return await PostgresSearcher.open(pool, index, shown);
      } catch (error) {
        await pool.end();
        throw error;
      }
    },
    fill: async (source, onProgress = () => {}) => {
      const pool = connect(address, env);
      try {
        return await told(shown, () => fillPostgres(pool, index, shown, source, onProgress));
      } finally {
        await pool.end();
      }
    },
    remove: async () => {
      const pool = connect(address, env);
      try {
        await told(shown, () => removePostgres(pool, index, shown));
      } finally {
        await pool.end();
      }
    },
  };
}
