import { setTimeout } from 'node:timers/promises';
import { ToolError } from '../../../errors.ts';
import { cutText } from '../../../text/cut-text.ts';
import type { EngineAddress } from '../engine-address.ts';
import type { EngineEnvironment } from '../engine-environment.ts';

/** Asks an engine over HTTP. A path begins with `/`; what of it is no constant must be a name that was checked. */
export interface Rest {
  /** The answer as JSON; `undefined` for one that there is no such thing. @throws ToolError for any other failure. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** As `ask`, with lines of JSON. */
  readonly send: (path: string, lines: readonly unknown[]) => Promise<unknown>;
}

const headerText = /^[\t -~]+$/;
const maxMessageChars = 300;
/** Of an answer, in which reasons are looked for. */
const maxErrorChars = 100_000;
/** Bytes of an answer at most: far more than ten thousand hits have, and less than what a string holds. */
const maxAnswerBytes = 1 << 28;
/** An engine that has too much to do, or is not ready yet, says so; it is asked again after so many milliseconds. */
const pausesMs = [500, 2000, 5000, 15_000];
const help = 'Check "search.engine" of claimset.config.json and CLAIMSET_SEARCH_ENGINE.';

/** What asks the engine of an address, as the user of it or by the key in CLAIMSET_SEARCH_API_KEY. */
export function createRest(address: EngineAddress, env: EngineEnvironment): Rest {
  const { protocol, host, port, shown, timeoutSeconds } = address;
  const root = `${protocol}//${host.includes(':') ? `[${host}]` : host}:${port}`;
  const authorization = authorizationOf(address, env);
  const request = async (
    method: string,
    path: string,
    type: string,
    body: string | undefined,
  ): Promise<unknown> => {
    for (let tried = 0; ; tried++) {
      const { status, text } = await fetchText(`${root}${path}`, {
        method,
        // Passwords are for this server alone.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': type }),
          ...(authorization !== undefined && { authorization }),
        },
        ...(body !== undefined && { body }),
      }).catch((error: unknown) => {
        throw wayError(shown, error);
      });
      if (text === undefined) throw noEngine(shown);
      const pause = pausesMs[tried];
      if ((status === 429 || status === 503) && pause !== undefined) {
        await setTimeout(pause);
        continue;
      }
      if (status === 404) return undefined;
      if (status >= 200 && status < 300) return parse(shown, text);
      throw statusError(shown, status, text);
    }
  };
  return {
    ask: (method, path, body) =>
      request(method, path, 'application/json', body === undefined ? undefined : JSON.stringify(body)),
    send: (path, lines) =>
      request(
        'POST',
        path,
        'application/x-ndjson',
        lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
      ),
  };
}

function authorizationOf({ user, password }: EngineAddress, env: EngineEnvironment): string | undefined {
  const key = env.CLAIMSET_SEARCH_API_KEY;
  if (user !== undefined) return `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`;
  if (key === undefined || key === '') return undefined;
  if (!headerText.test(key))
    throw new ToolError(
      'ENGINE_REFUSED',
      'CLAIMSET_SEARCH_API_KEY has characters that no key has. Give the key in Base64, as the engine showed it.',
    );
  return `ApiKey ${key}`;
}

/** The answer; without a text where that is too long. */
async function fetchText(
  url: string,
  init: RequestInit,
): Promise<{ readonly status: number; readonly text: string | undefined }> {
  const response = await fetch(url, init);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) return { status: response.status, text: undefined };
    chunks.push(chunk);
  }
  return { status: response.status, text: Buffer.concat(chunks).toString() };
}

/** For an answer that no engine gives. */
export function noEngine(shown: string): ToolError {
  return new ToolError(
    'ENGINE_FAILED',
    `${shown} does not answer as OpenSearch or Elasticsearch do. ${help}`,
  );
}

function parse(shown: string, text: string): unknown {
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch {
    throw noEngine(shown);
  }
}

/** For what `fetch` says of the way; what else goes wrong in it has neither cause nor code. */
function wayError(shown: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, cause } = error;
  if (name === 'TimeoutError')
    return new ToolError(
      'ENGINE_TIMEOUT',
      `${shown} took too long to answer. Give it more time with "timeout=seconds" in its address.`,
    );
  const code = codeOf(cause) ?? codeOf(error) ?? 'no answer';
  if (cause === undefined && codeOf(error) === undefined) return error;
  if (/CERT|SSL|TLS|SIGNATURE/.test(code))
    return new ToolError(
      'ENGINE_REFUSED',
      `No encrypted connection to ${shown} (${code}). Name the file of the authority that signed its certificate in NODE_EXTRA_CA_CERTS.`,
    );
  return new ToolError(
    'ENGINE_UNREACHABLE',
    `There is no way to ${shown} (${code}). Is the server running? ${help}`,
  );
}

function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function statusError(shown: string, status: number, text: string): ToolError {
  const message = reasonOf(text) ?? `status ${status}`;
  if (status === 401 || status === 403)
    return new ToolError(
      'ENGINE_REFUSED',
      `${shown} does not let you in: ${message}. Give user and password in CLAIMSET_SEARCH_ENGINE, or a key in CLAIMSET_SEARCH_API_KEY.`,
    );
  if (status >= 300 && status < 400)
    return new ToolError(
      'ENGINE_REFUSED',
      `${shown} sends on to another address (status ${status}), where no password is taken to. Give that address.`,
    );
  if (status === 429 || status === 503)
    return new ToolError(
      'ENGINE_FAILED',
      `${shown} has too much to do: ${message}. Try again later; filling goes on where it was.`,
    );
  return new ToolError('ENGINE_FAILED', `${shown} fails: ${message}. Its log tells more.`);
}

/** What the engine says is wrong, the reason behind the others; `undefined` where it does not say. */
export function reasonOf(text: string): string | undefined {
  const found = [...text.slice(0, maxErrorChars).matchAll(/"reason"\s*:\s*("(?:[^"\\]|\\.){1,2000}")/g)].at(
    -1,
  )?.[1];
  try {
    return found === undefined ? undefined : cutText(String(JSON.parse(found)), maxMessageChars);
  } catch {
    return undefined;
  }
}
