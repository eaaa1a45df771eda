import type { z } from 'zod';
import { connection } from './connection.ts';

/** Why a request had no answer that can be used. `status` is 0 where the server could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** The token of the annotator's link, `#name.secret`; `undefined` where one person works alone. It stays in the address, so that a reload keeps it. */
export function tokenOfAddress(): string | undefined {
  const token = location.hash.slice(1);
  return token === '' ? undefined : token;
}

/** A server that was stopped in the middle of an answer would be waited for without end. */
const maxMilliseconds = 30_000;

/**
 * Asks the server. {@link connection} says afterwards whether it could be reached.
 *
 * @param path below `/api/`
 * @param body of a POST; a GET without one
 * @param aborted tells that nobody waits for the answer any more
 * @throws ApiError `ABORTED` after that
 */
export async function callApi<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
  aborted?: AbortSignal,
): Promise<z.infer<Schema>> {
  const token = tokenOfAddress();
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.any([
        AbortSignal.timeout(maxMilliseconds),
        ...(aborted === undefined ? [] : [aborted]),
      ]),
    });
    answer = await response.json();
    connection.value = 'online';
  } catch (cause) {
    if (aborted?.aborted) throw new ApiError(0, 'ABORTED', 'Nobody waits for the answer.');
    connection.value = 'offline';
    throw new ApiError(0, 'UNREACHABLE', cause instanceof Error ? cause.message : String(cause));
  }
  if (!response.ok) {
    const { code = 'FAILED', message = response.statusText } = (answer ?? {}) as {
      code?: string;
      message?: string;
    };
    throw new ApiError(response.status, code, message);
  }
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ApiError(response.status, 'UNREADABLE', parsed.error.message);
  return parsed.data;
}
