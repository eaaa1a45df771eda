import type { Pool, PoolConfig } from 'pg';
import pg from 'pg';
import { readText } from '../../files.ts';
import { type EngineAddress, refused } from '../engine-address.ts';
import type { EngineEnvironment } from '../engine-environment.ts';

const sslModes = ['disable', 'require', 'verify-full'] as const;
const connectMs = 10_000;
/** Searches at once: as many as are asked for ahead where there are many. */
const maxConnections = 8;

/**
 * Connections to a server, made when they are needed. To another machine they are encrypted, and its certificate is looked at, unless the address has `sslmode`.
 *
 * @param timeoutSeconds how long a statement may take; as long as it likes by default
 */
export function connect(address: EngineAddress, env: EngineEnvironment, timeoutSeconds?: number): Pool {
  const { host, port, database } = address;
  const user = address.user ?? env.PGUSER;
  const password = address.password ?? env.PGPASSWORD;
  const config: PoolConfig = {
    host,
    port,
    database,
    ...(user !== undefined && { user }),
    // Where there is none the driver would look for one in the environment, which the server may have no claim to.
    password: password ?? (() => ''),
    ssl: sslOf(address),
    max: maxConnections,
    // It counts as well while all connections are busy.
    connectionTimeoutMillis: Math.max(connectMs, (timeoutSeconds ?? 0) * 1000),
    // Of a server that goes away without a word the system tells sooner or later.
    keepAlive: true,
    application_name: 'claimset',
    allowExitOnIdle: true,
    ...(timeoutSeconds !== undefined && {
      statement_timeout: timeoutSeconds * 1000,
      // Where the server itself does not answer any more.
      query_timeout: timeoutSeconds * 1000 + 2000,
    }),
  };
  const pool = new pg.Pool(config);
  // A connection that breaks while nobody uses it is made anew, and one that breaks while it is used tells so at the next question. Without listeners the
  // program would end: the pool's own one counts only while a connection is idle.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function sslOf({ host, options }: EngineAddress): PoolConfig['ssl'] {
  const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.');
  const mode = options.get('sslmode') ?? (isLocal ? 'disable' : 'verify-full');
  const certificate = options.get('sslrootcert');
  if (!(sslModes as readonly string[]).includes(mode))
    throw refused(`has an "sslmode" that is none of ${sslModes.join(', ')}`);
  if (mode === 'disable') return false;
  return {
    rejectUnauthorized: mode === 'verify-full',
    ...(certificate !== undefined && { ca: readText(certificate) }),
  };
}
