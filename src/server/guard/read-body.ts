import type { Context } from 'hono';
import type { z } from 'zod';
import { maxJsonDepth, measureJson } from '../../text/json-text.ts';
import { Refusal } from './refusal.ts';

/** The largest body that is read, in bytes. */
export const maxBodyBytes = 1 << 20;

/** Why a larger body is not read. */
export function tooLarge(): Refusal {
  return new Refusal(
    413,
    'TOO_LARGE',
    `A request has at most ${maxBodyBytes} bytes. Send fewer events at once.`,
  );
}

/** The body of a request in the form that its schema says. @throws Refusal BAD_REQUEST, TOO_DEEP, WRONG_TYPE */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const type = context.req.header('content-type') ?? '';
  // A form of a foreign page cannot be sent with this type without asking the server first.
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    throw new Refusal(
      415,
      'WRONG_TYPE',
      'The body of a request is JSON. Send it with Content-Type: application/json.',
    );
  }
  const bytes = await context.req.arrayBuffer();
  if (bytes.byteLength > maxBodyBytes) throw tooLarge();
  const text = textOf(bytes);
  if (measureJson(text).depth > maxJsonDepth) {
    throw new Refusal(
      400,
      'TOO_DEEP',
      `Lists and objects nest deeper than ${maxJsonDepth} levels. Send what the page sends.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Refusal(400, 'BAD_REQUEST', 'The body is not JSON. Send what the page sends.', cause);
  }
  if (hasPrototypeKey(json)) {
    throw new Refusal(
      400,
      'BAD_REQUEST',
      'A key is named "__proto__", which no file of a dataset has. Leave it out.',
    );
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    400,
    'BAD_REQUEST',
    `The request is not as it should be${issue === undefined ? '' : `, at "${issue.path.join('.')}": ${issue.message}`}. Reload the page: it may be of another version.`,
  );
}

/** Never another text than was meant: what is no UTF-8 is refused. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal(400, 'BAD_REQUEST', 'The body is not UTF-8. Send what the page sends.', cause);
  }
}

/** Whether an object somewhere in the JSON has a key of its own that others would take for its prototype. Depth is limited before. */
function hasPrototypeKey(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return Object.hasOwn(json, '__proto__') || Object.values(json).some(hasPrototypeKey);
}
