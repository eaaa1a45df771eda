import type { EngineEnvironment } from './engine-environment.ts';

/** The address of an engine, and the variables that it may be asked with. */
export interface EngineAtHand {
  readonly address: string;
  readonly env: EngineEnvironment;
}

/**
 * The engine that is to be asked: the one that was named, else that of the environment, else that of the configuration; `undefined` where there is none.
 *
 * Passwords of the environment go only where the user said: the configuration comes with a clone, and who wrote it may have named a server of their own.
 */
export function engineAtHand(
  named: string | undefined,
  env: EngineEnvironment,
  configured: string,
): EngineAtHand | undefined {
  const own = named ?? env.CLAIMSET_SEARCH_ENGINE;
  const address = own ?? configured;
  return address === '' ? undefined : { address, env: own === undefined ? {} : env };
}
