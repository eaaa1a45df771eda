/** The files a user writes, by the name of their schema, sorted. Without Zod, so that help stays quick. */
export const schemaNames = [
  'annotation',
  'claim',
  'config',
  'journal-event',
  'suppression',
  'unlabelled-claim',
] as const;

export type SchemaName = (typeof schemaNames)[number];
