import type { Config } from '../../claims/config.ts';
import { type ConfigProblem, loadConfig } from '../../io/load-config.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { printable } from '../../text/printable.ts';
import { configurableRules } from '../../validate/known-rules.ts';
import { checkSettings, type Settings } from '../../validate/settings.ts';
import { lateFormatIds } from '../exchange/late-formats.ts';
import type { DatasetRequest } from './dataset-request.ts';

/** The settings of a dataset folder, with all that they name looked up. @throws ToolError CONFIG_INVALID, with the place. */
export async function loadDatasetConfig(folder: string): Promise<Config> {
  return loadConfig(folder, checkConfig);
}

async function* checkConfig({
  validate,
  export: { formats: written },
}: Config): AsyncGenerator<ConfigProblem> {
  for (const { path, ...problem } of checkSettings(validate, configurableRules)) {
    yield { ...problem, path: ['validate', ...path] };
  }
  // Told before anything is done, not when it comes to writing.
  const { writableFormats } = await import('../../formats/index.ts');
  const ids = writableFormats.map(({ id }) => id);
  for (const [at, id] of written.entries()) {
    if (ids.includes(id)) continue;
    const help = lateFormatIds.includes(id)
      ? `Write it with \`claimset export --format ${id}\`.`
      : (didYouMean(id, ids) ?? `Use one of ${ids.join(', ')}.`);
    yield {
      path: ['export', 'formats', at],
      message: `There is no format of claims "${printable(id)}". ${help}`,
    };
  }
}

/** The settings of the rules: what the command line says goes before the configuration. */
export function settingsOf({ validate }: Config, request: DatasetRequest): Settings {
  return {
    ...validate,
    profiles: request.profiles ?? validate.profiles,
    rules: { ...validate.rules, ...request.rules },
  };
}
