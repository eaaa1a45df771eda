import type { Config } from '../../claims/config.ts';
import { defaultConfig } from '../../claims/default-config.ts';
import { loadConfig } from '../../io/load-config.ts';
import { configurableRules } from '../../validate/known-rules.ts';
import { checkSettings, type Settings } from '../../validate/settings.ts';
import type { DatasetRequest } from './dataset-request.ts';

/** The settings of a dataset folder, with all that they name looked up. @throws ToolError CONFIG_INVALID, USAGE. */
export async function loadDatasetConfig(folder: string): Promise<Config> {
  const config = await loadConfig(folder, checkConfig);
  if (config !== defaultConfig) {
    // Told before anything is done, not when it comes to writing.
    const { findFormat } = await import('../../formats/index.ts');
    for (const id of config.export.formats) findFormat(id);
  }
  return config;
}

function* checkConfig({ validate }: Config) {
  for (const { path, ...problem } of checkSettings(validate, configurableRules)) {
    yield { ...problem, path: ['validate', ...path] };
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
