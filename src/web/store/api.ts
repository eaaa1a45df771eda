import type { z } from 'zod';

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

/**
 * Asks the server.
 *
 * @param path below `/api/`
 * @param body of a POST; a GET without one
 * @throws ApiError
 */
export async function callApi<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
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
    });
    answer = await response.json();
  } catch (cause) {
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
