import { dirname, join, resolve } from 'node:path';
import type { Config } from '../claims/config.ts';
import { defaultConfig } from '../claims/default-config.ts';
import { ToolError } from '../errors.ts';
import { kindOfPath, readText } from './files.ts';
import { parseJsonFile } from './parse-json-file.ts';

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
  /** Whether the last key of the path is what is wrong, and not its value. */
  readonly isKey?: boolean;
  /** What is wrong and what to do. */
  readonly message: string;
}

/**
 * The settings of a dataset folder; the defaults where it has no configuration.
 *
 * @param check looks for what the schema cannot see, such as rules that do not exist
 * @throws ToolError CONFIG_INVALID, with the place.
 */
export async function loadConfig(
  folder: string,
  check?: (config: Config) => Iterable<ConfigProblem> | AsyncIterable<ConfigProblem>,
): Promise<Config> {
  const path = join(folder, configName);
  if (kindOfPath(path) !== 'file') return defaultConfig;
  // Loading the schema's library takes longer than checking a small dataset.
  const { configSchema } = await import('../claims/config.ts');
  const { value, fail } = parseJsonFile(
    {
      name: configName,
      text: readText(path),
      code: 'CONFIG_INVALID',
      help: '`claimset schema config` prints what is allowed.',
    },
    configSchema,
  );
  for await (const { path: way, message, isKey } of check?.(value) ?? [])
    fail(way, message, isKey ? 'key' : 'value');
  return value;
}
