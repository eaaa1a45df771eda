import type { z } from 'zod';
import { claimIdKey } from '../claims/claim-id-key.ts';
import { expectedOf, pathWords } from '../claims/issue-words.ts';
import { claimNegativesSchema, type Negative } from '../claims/negatives.ts';
import { fillTemplate } from '../diagnostic/rule-meta.ts';
import { ToolError } from '../errors.ts';
import { jsonMessages } from '../text/check-json.ts';
import { checkJsonLine } from '../text/check-json-line.ts';
import { foundOf } from '../text/found-of.ts';
import { valueAt } from '../text/json-pointer.ts';
import type { JsonPath } from '../text/json-text.ts';
import { toNfc } from '../text/normalise.ts';
import { printable } from '../text/printable.ts';
import { readLines } from '../text/source-line.ts';
import { bufferTools } from './buffer-tools.ts';
import { readChunks } from './files.ts';

/**
 * The negatives of a file, by the key of the claim; those of a claim that has several lines one behind the other. Each record once, as it is met first: files of
 * several samplers may be put together.
 *
 * @param name what messages call the file
 * @throws ToolError NEGATIVES_BROKEN with the line of what is wrong; FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function loadNegatives(path: string, name: string): ReadonlyMap<string, readonly Negative[]> {
  const found = new Map<string, Map<string, Negative>>();
  for (const line of readLines(name, readChunks(path), bufferTools)) {
    const fail = (problem: string): never => {
      throw new ToolError(
        'NEGATIVES_BROKEN',
        `${printable(name)}:${line.number} ${problem} Write each line like {"id":1,"negatives":[{"id":"A town_sentence_2","sampler":"hard"}]}, as \`claimset negatives\` does.`,
      );
    };
    const { json, problems } = checkJsonLine(line);
    const [problem] = problems;
    if (problem !== undefined) {
      const { kind, data } = problem;
      fail(fillTemplate(jsonMessages[kind], data));
    }
    if (json === undefined) continue;
    const { success, data, error } = claimNegativesSchema.safeParse(json);
    if (!success) {
      const [issue] = error.issues;
      return fail(issue === undefined ? 'The line is wrong.' : problemOf(issue, json));
    }
    const key = claimIdKey(data.id);
    const own = found.get(key) ?? new Map<string, Negative>();
    found.set(key, own);
    for (const negative of data.negatives) {
      const id = toNfc(negative.id);
      if (!own.has(id)) own.set(id, negative);
    }
  }
  return new Map([...found].map(([key, own]) => [key, [...own.values()]]));
}

function problemOf(issue: z.core.$ZodIssue, json: unknown): string {
  const path = issue.path as JsonPath;
  const value = valueAt(json, path);
  const key = `\`${printable(pathWords(path))}\``;
  const expected = `expected ${expectedOf(issue)}`;
  return value === undefined
    ? `${key} is missing: ${expected}.`
    : `${key}: ${expected}, found ${printable(foundOf(value))}.`;
}
