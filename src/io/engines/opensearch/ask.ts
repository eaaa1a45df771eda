import type { z } from 'zod';
import { ToolError } from '../../../errors.ts';
import { readAnswer } from './answers.ts';
import type { Rest } from './rest.ts';

/** What a search of an index answers, checked. @throws ToolError ENGINE_EMPTY where the index is gone, ENGINE_FAILED for no such answer, and what {@link Rest} does. */
export type Ask = <Schema extends z.ZodType>(schema: Schema, body: unknown) => Promise<z.infer<Schema>>;

/** Asks the index that an alias stands for. */
export function createAsk(rest: Rest, alias: string, shown: string): Ask {
  return async (schema, body) => {
    const answer = await rest.ask('POST', `/${alias}/_search?search_type=dfs_query_then_fetch`, body);
    if (answer !== undefined) return readAnswer(schema, answer, shown);
    throw new ToolError(
      'ENGINE_EMPTY',
      `There is no index in ${shown} any more. Fill it with \`claimset index --engine\`.`,
    );
  };
}
