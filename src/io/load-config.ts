import { dirname, join, resolve } from 'node:path';
import { type Config, configSchema } from '../claims/config.ts';
import { ToolError } from '../errors.ts';
import {
  findDuplicateKeys,
  findJsonProblem,
  locateJson,
  maxJsonDepth,
  measureJson,
} from '../text/json-text.ts';
import { LineIndex } from '../text/line-index.ts';
import { printable } from '../text/printable.ts';
import { kindOfPath, readText } from './files.ts';

export const configName = 'claimset.config.json';

/**
 * The dataset folder: the one given, or the nearest at or above `from` that has a configuration, or `from`.
 *
 * @throws ToolError DATASET_NOT_FOUND where the folder given is none.
 */
export function findDatasetFolder(from: string, given?: string): string {
  if (given !== undefined) {
    const folder = resolve(from, given);
    if (kindOfPath(folder) === 'folder') return folder;
    throw new ToolError('DATASET_NOT_FOUND', `There is no folder "${given}". Check --dataset.`);
  }
  for (let folder = from; ; folder = dirname(folder)) {
    if (kindOfPath(join(folder, configName)) === 'file') return folder;
    if (dirname(folder) === folder) return from;
  }
}

/** Something in a configuration that its schema cannot see. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  /** What is wrong and what to do. */
  readonly message: string;
}

/**
 * The settings of a dataset folder; the defaults where it has no configuration.
 *
 * @param check looks for what the schema cannot see, such as rules that do not exist
 * @throws ToolError CONFIG_INVALID, with the place.
 */
export function loadConfig(folder: string, check?: (config: Config) => Iterable<ConfigProblem>): Config {
  const path = join(folder, configName);
  if (kindOfPath(path) !== 'file') return configSchema.parse({});
  const text = readText(path).replace(/^\uFEFF/, '');
  const lines = new LineIndex(text);
  const fail = (offset: number, message: string): never => {
    const { line, column } = lines.pointAt(offset);
    throw new ToolError('CONFIG_INVALID', `${configName}:${line}:${column} ${message}`);
  };
  if (measureJson(text).depth > maxJsonDepth) fail(0, `nests deeper than ${maxJsonDepth} levels.`);
  const problem = findJsonProblem(text);
  if (problem !== undefined) fail(problem.span.start, `is not JSON: ${problem.message}. Mend it there.`);
  const [repeated] = findDuplicateKeys(text);
  if (repeated !== undefined)
    fail(repeated.again.start, `"${printable(repeated.key)}" stands a second time. Remove one of the two.`);
  const { success, data, error } = configSchema.safeParse(JSON.parse(text));
  if (success) {
    const [problem] = check?.(data) ?? [];
    if (problem === undefined) return data;
    return fail(locateJson(text, problem.path).start, problem.message);
  }
  const issue = error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path_ = [...(issue?.path ?? []), ...(unknownKey === undefined ? [] : [unknownKey])] as (
    | string
    | number
  )[];
  const where = locateJson(text, path_, unknownKey === undefined ? 'value' : 'key');
  return fail(
    where.start,
    `${path_.join('.') || 'settings'}: ${issue?.message ?? 'is wrong'}. \`claimset schema config\` prints what is allowed.`,
  );
}
