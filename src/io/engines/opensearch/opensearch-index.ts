import { ToolError } from '../../../errors.ts';
import { type EngineDescription, emptyEngine, readDescription } from '../engine-description.ts';
import { mappingsAnswer, readAnswer } from './answers.ts';
import type { Rest } from './rest.ts';

/** An index that there is under a name. */
export interface FoundIndex {
  /** Its own name, not the alias. */
  readonly name: string;
  /** What it says of itself; `undefined` for one that is not claimset's. */
  readonly meta: unknown;
}

/** The indexes under a name or alias. */
export async function findIndexes(rest: Rest, name: string, shown: string): Promise<FoundIndex[]> {
  const answer = await rest.ask('GET', `/${name}/_mapping`);
  if (answer === undefined) return [];
  return Object.entries(readAnswer(mappingsAnswer, answer, shown)).map(([own, { mappings }]) => ({
    name: own,
    meta: mappings._meta?.claimset === undefined ? undefined : mappings._meta,
  }));
}

/** The description of the index that an alias stands for. @throws ToolError ENGINE_EMPTY, ENGINE_FORMAT, ENGINE_FOREIGN. */
export async function describeIndex(rest: Rest, alias: string, shown: string): Promise<EngineDescription> {
  const found = await findIndexes(rest, alias, shown);
  const [index] = found;
  if (index === undefined) throw emptyEngine(shown);
  if (found.length > 1 || index.meta === undefined) throw foreign(shown, index.name);
  return readDescription(index.meta, shown);
}

/** For what stands under a name that is not claimset's. */
export function foreign(shown: string, name: string): ToolError {
  return new ToolError(
    'ENGINE_FOREIGN',
    `${shown}: the index "${name}" was not made by claimset. Give another name behind the host in the address.`,
  );
}
