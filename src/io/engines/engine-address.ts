import { ToolError } from '../../errors.ts';

/** Where an engine is, taken apart. Only `shown` may be printed. */
export interface EngineAddress {
  readonly kind: 'postgres' | 'opensearch';
  /** Scheme, host, port, database and index: neither user nor password nor options. */
  readonly shown: string;
  readonly protocol: 'postgres:' | 'http:' | 'https:';
  readonly host: string;
  /** That of the engine by default. */
  readonly port: number;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** PostgreSQL's. */
  readonly database: string;
  /** Of claimset's index there: a schema of PostgreSQL, an alias of OpenSearch. Lower-case letters, digits, `_` and `-`. */
  readonly index: string;
  /** How long an answer may take. */
  readonly timeoutSeconds: number;
  readonly options: ReadonlyMap<string, string>;
}

/** What an address may say behind `?`, by engine. */
const optionsOf = {
  postgres: ['index', 'sslmode', 'sslrootcert', 'timeout'],
  opensearch: ['replicas', 'shards', 'timeout'],
} as const;

const indexPattern = /^[a-z][a-z0-9_-]{0,39}$/;
/** How what is made beside an index is called: an index of that name would be taken for it. */
const takenEndings = { postgres: /_building$/, opensearch: /-[ab]$/ } as const;
const defaultIndex = 'claimset';
const defaultTimeoutSeconds = 30;

/**
 * The parts of `postgres://user@host:5432/database?index=name` or `https://user@host:9200/name`. What it lacks is the default: index `claimset`, the port of the engine.
 *
 * @throws ToolError ENGINE_ADDRESS, which quotes nothing of the address but its shown parts: there may be a password anywhere in it.
 */
export function parseEngineAddress(address: string): EngineAddress {
  const url = parseUrl(address);
  const isPostgres = url.protocol === 'postgres:' || url.protocol === 'postgresql:';
  if (!isPostgres && url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('begins otherwise');
  if (url.hostname === '') throw refused('names no host');
  const kind = isPostgres ? 'postgres' : 'opensearch';
  const options = readOptions(url, kind);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  if (segments.length > 1) throw refused('has more than one name behind the host');
  const [segment] = segments.map(decode);
  if (isPostgres && segment === undefined) throw refused('names no database');
  const index = (isPostgres ? options.get('index') : segment) ?? defaultIndex;
  if (!indexPattern.test(index))
    throw refused(
      'names an index otherwise than with up to 40 lower-case letters, digits, "_" and "-", a letter first',
    );
  if (takenEndings[kind].test(index))
    throw refused(
      'names an index that ends in "_building", "-a" or "-b", as what is made beside an index does',
    );
  const protocol = isPostgres ? 'postgres:' : (url.protocol as 'http:' | 'https:');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port) || { 'postgres:': 5432, 'http:': 80, 'https:': 443 }[protocol];
  const database = isPostgres ? (segment ?? '') : '';
  const place = `${protocol}//${url.hostname}:${port}`;
  return {
    kind,
    shown: isPostgres ? `${place}/${encodeURIComponent(database)}?index=${index}` : `${place}/${index}`,
    protocol,
    host,
    port,
    user: url.username === '' ? undefined : decode(url.username),
    password: url.password === '' ? undefined : decode(url.password),
    database,
    index,
    timeoutSeconds: readNumber(options, 'timeout', 1, 3600) ?? defaultTimeoutSeconds,
    options,
  };
}

/** A whole number of an address's options; `undefined` where it is not given. @throws ToolError ENGINE_ADDRESS for anything but one of the range. */
export function readNumber(
  options: ReadonlyMap<string, string>,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw refused(`has for "${name}" no whole number from ${least} to ${most}`);
}

/** @throws ToolError ENGINE_ADDRESS always: why an address is none. */
export function refused(why: string): ToolError {
  return new ToolError(
    'ENGINE_ADDRESS',
    `The address of the search engine ${why}. Give one such as postgres://host/database or https://host:9200/claimset in --engine, CLAIMSET_SEARCH_ENGINE or "search.engine" of claimset.config.json.`,
  );
}

function parseUrl(address: string): URL {
  try {
    return new URL(address);
  } catch {
    // Neither the address nor what URL says of it: both may hold the password.
    throw refused('is no URL (in a password "/", "?", "#" and "@" are written %2F, %3F, %23 and %40)');
  }
}

function readOptions(url: URL, kind: 'postgres' | 'opensearch'): Map<string, string> {
  const known: readonly string[] = optionsOf[kind];
  const options = new Map(url.searchParams);
  for (const name of options.keys()) {
    if (!known.includes(name)) throw refused(`has an option behind "?" that is none of ${known.join(', ')}`);
  }
  return options;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused('has a "%" that begins no escape (write "%25" for the sign itself)');
  }
}
