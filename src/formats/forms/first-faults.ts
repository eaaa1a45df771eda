import { z } from 'zod';
import { isObject } from '../../text/is-object.ts';
import { maxFindings } from '../schema-findings.ts';

/**
 * A list of what a schema accepts. Its faults are looked for until there are as many as are shown: each costs memory, and a
 * long line can hold millions.
 */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  const schema = z.unknown().check((context) => {
    if (Array.isArray(context.value)) context.issues.push(...firstFaults(item, context.value.entries()));
    else context.issues.push({ code: 'invalid_type', expected: 'array', input: context.value });
  });
  return schema as unknown as z.ZodType<readonly T[]>;
}

/** An object with values that a schema accepts under any keys, one named `__proto__` included. As {@link listOf}. */
export function objectOf<T>(item: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  const schema = z.unknown().check((context) => {
    if (isObject(context.value)) context.issues.push(...firstFaults(item, Object.entries(context.value)));
    else context.issues.push({ code: 'invalid_type', expected: 'object', input: context.value });
  });
  return schema as unknown as z.ZodType<Readonly<Record<string, T>>>;
}

function firstFaults(
  item: z.ZodType,
  values: Iterable<readonly [step: string | number, value: unknown]>,
): z.core.$ZodRawIssue[] {
  const found: z.core.$ZodRawIssue[] = [];
  for (const [step, value] of values) {
    for (const issue of item.safeParse(value).error?.issues ?? [])
      found.push({ ...issue, path: [step, ...issue.path], input: value } as z.core.$ZodRawIssue);
    if (found.length >= maxFindings) break;
  }
  return found;
}
