import type { z } from 'zod';
import { ToolError } from '../errors.ts';
import { checkJson } from '../text/check-json.ts';
import { type JsonPath, locateJson, maxJsonDepth } from '../text/json-text.ts';
import { LineIndex } from '../text/line-index.ts';
import { printable } from '../text/printable.ts';

/** A file of JSON that the tool itself works by: settings, a baseline. What is wrong with it stops the tool. */
export interface JsonFile {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  /** Of the error for a file that cannot be used. */
  readonly code: string;
  /** What to do about a value that the schema refuses. */
  readonly help: string;
}

/** A file that its schema takes. */
export interface ParsedJsonFile<Value> {
  readonly value: Value;
  /** @throws ToolError with the place of the value (or key) at a path, for what the schema cannot see. */
  readonly fail: (path: JsonPath, message: string, what?: 'value' | 'key') => never;
}

/** The value of a file of JSON. @throws ToolError with file, line and column for the first thing that is wrong with it. */
export function parseJsonFile<Schema extends z.ZodType>(
  { name, text, code, help }: JsonFile,
  schema: Schema,
): ParsedJsonFile<z.output<Schema>> {
  const json = text.replace(/^\uFEFF/, '');
  const failAt = (offset: number, message: string): never => {
    const { line, column } = new LineIndex(json).pointAt(offset);
    throw new ToolError(code, `${name}:${line}:${column} ${message}`);
  };
  const fail = (path: JsonPath, message: string, what?: 'value' | 'key'): never =>
    failAt(locateJson(json, path, what).start, message);
  const checked = checkJson(json);
  for (const { kind, span, data } of checked.problems) {
    if (kind === 'deep') failAt(span.start, `nests deeper than ${maxJsonDepth} levels.`);
    if (kind === 'syntax') failAt(span.start, `is not JSON: ${String(data.problem)}. Mend it there.`);
    if (kind === 'duplicateKey')
      failAt(span.start, `${printable(String(data.key))} stands a second time. Remove one of the two.`);
  }
  const { success, data, error } = schema.safeParse(checked.json);
  if (success) return { value: data, fail };
  const issue = error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknownKey === undefined ? [] : [unknownKey])] as JsonPath;
  const what = path.length === 0 ? '' : `${path.join('.')}: `;
  return fail(
    path,
    `${what}${issue?.message ?? 'is wrong'}. ${help}`,
    unknownKey === undefined ? 'value' : 'key',
  );
}
