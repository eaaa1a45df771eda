import { ToolError } from '../../../errors.ts';
import { cutText } from '../../../text/cut-text.ts';

/** Of an error of the server or of the way to it; see PostgreSQL's documentation, appendix A. */
interface PostgresError {
  readonly code?: unknown;
  readonly message?: unknown;
}

const maxMessageChars = 300;
const help = 'Check "search.engine" of claimset.config.json and CLAIMSET_SEARCH_ENGINE.';
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
]);

const noConnection = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** What `work` gives back. @throws ToolError for whatever the server or the way to it says, never with a password; what the program itself does wrong as it is. */
export async function told<Result>(shown: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ToolError || !isOfEngine(error) ? error : failureOf(shown, error as PostgresError);
  }
}

/** The code of an error of the server's; empty for any other. */
export function sqlState(error: unknown): string {
  const { code } = (error ?? {}) as PostgresError;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : '';
}

/** Whether an error is of the server, the network or the driver, which have none of the kinds that mistakes of a program have. JSON that is none is the server's. */
function isOfEngine(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ![TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
}

function failureOf(shown: string, error: PostgresError): ToolError {
  const state = sqlState(error);
  const code = typeof error.code === 'string' ? error.code : '';
  const message = typeof error.message === 'string' ? cutText(error.message, maxMessageChars) : '';
  const fail = (kind: string, text: string): ToolError => new ToolError(kind, text);
  if (unreachable.has(code) || /^(?:08|57P0)/.test(state) || (state === '' && noConnection.test(message)))
    return fail(
      'ENGINE_UNREACHABLE',
      `There is no way to ${shown} (${state === '' ? code || message : message}). Is the server running? ${help}`,
    );
  if (/SSL|certificate|self.signed/i.test(message) && state === '')
    return fail(
      'ENGINE_REFUSED',
      `No encrypted connection to ${shown}: ${message}. Give the server's certificate with "sslrootcert=file" in the address, or "sslmode=require" or "sslmode=disable" where the network is safe.`,
    );
  if (state.startsWith('28') || /password must be a|SASL/.test(message))
    return fail(
      'ENGINE_REFUSED',
      `${shown} does not let you in: ${/must be a (?:non-empty )?string/.test(message) ? 'it asks for a password' : message}. Give user and password in CLAIMSET_SEARCH_ENGINE, or the address there and these in PGUSER and PGPASSWORD.`,
    );
  if (state === '3D000')
    return fail('ENGINE_REFUSED', `${shown}: ${message}. Make the database with \`createdb\`.`);
  if (state === '42501')
    return fail(
      'ENGINE_REFUSED',
      `${shown}: ${message}. Whoever fills the engine needs the right to make schemas (GRANT CREATE ON DATABASE), whoever searches it USAGE of the schema and SELECT.`,
    );
  if (state === '57014' || /Query read timeout/.test(message))
    return fail(
      'ENGINE_TIMEOUT',
      `${shown} took too long to answer. Give it more time with "timeout=seconds" in its address.`,
    );
  if (state.startsWith('53'))
    return fail('ENGINE_FAILED', `${shown} is out of room: ${message}. Make room there and try again.`);
  return fail(
    'ENGINE_FAILED',
    `${shown} fails: ${message || code || 'it does not say why'}. Its log tells more.`,
  );
}
