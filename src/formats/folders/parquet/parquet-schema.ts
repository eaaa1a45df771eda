import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType } from './column.ts';

/**
 * The schema of a file with these columns. All of it may be null by the schema, whatever the columns say: `datasets` knows a class
 * label again only in a field that may.
 */
export function parquetSchema(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: 'schema', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
  ];
}

function elementsOf(name: string, type: ColumnType): SchemaElement[] {
  const own = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type.kind) {
    case 'text':
      return [{ ...own, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }];
    case 'integer':
    case 'class':
      return [{ ...own, type: 'INT64' }];
    case 'list':
      return [
        { ...own, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', type.of),
      ];
    case 'struct':
      return [
        { ...own, num_children: type.members.length },
        ...type.members.flatMap((member) => elementsOf(member.name, member.type)),
      ];
  }
}
