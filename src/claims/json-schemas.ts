import { z } from 'zod';
import { annotationSchema } from './annotation.ts';
import { claimSchema } from './claim.ts';
import { configSchema } from './config.ts';
import { journalEventSchema } from './journal-event.ts';
import type { SchemaName } from './schema-names.ts';
import { suppressionSchema } from './suppression.ts';
import { unlabelledClaimSchema } from './unlabelled-claim.ts';

const schemas = {
  annotation: annotationSchema,
  claim: claimSchema,
  config: configSchema,
  'journal-event': journalEventSchema,
  suppression: suppressionSchema,
  'unlabelled-claim': unlabelledClaimSchema,
} as const satisfies Record<SchemaName, z.ZodType>;

/**
 * The JSON Schema (draft 2020-12) of what a user writes, for editors and other programs: indented JSON with a final line feed.
 */
export function printJsonSchema(name: SchemaName): string {
  return printSchema(name, schemas[name]);
}

/** The JSON Schema of a Zod schema under a title, likewise. */
export function printSchema(name: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title: `claimset ${name}`, ...rest }, null, 2)}\n`;
}
