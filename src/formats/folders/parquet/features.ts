import type { Column, ColumnType } from './column.ts';

/** The features of the columns as `datasets` stores them in the metadata of a Parquet file: JSON under `huggingface`. */
export function printFeatures(columns: readonly Column[]): string {
  return JSON.stringify({ info: { features: featuresOf(columns) } });
}

function featuresOf(columns: readonly Column[]): object {
  return Object.fromEntries(columns.map(({ name, type }) => [name, featureOf(type)]));
}

/** Lists are JSON lists: older versions of `datasets` know no other spelling. */
function featureOf(type: ColumnType): object {
  switch (type.kind) {
    case 'text':
      return { dtype: 'string', _type: 'Value' };
    case 'integer':
      return { dtype: 'int64', _type: 'Value' };
    case 'class':
      return { names: type.names, _type: 'ClassLabel' };
    case 'list':
      return [featureOf(type.of)];
    case 'struct':
      return featuresOf(type.members);
  }
}

/**
 * The features of the columns for the header of a card, under `dataset_info`. Behind the name the first key decides the type, so
 * that nothing may stand before it.
 *
 * @see `Features._from_yaml_list` of `datasets`.
 */
export function headerFeatures(columns: readonly Column[]): object[] {
  return columns.map(({ name, type }) => ({ name, ...headerFeature(type) }));
}

function headerFeature(type: ColumnType): object {
  switch (type.kind) {
    case 'text':
      return { dtype: 'string' };
    case 'integer':
      return { dtype: 'int64' };
    case 'class':
      // The Hub wants the keys to be texts.
      return {
        dtype: {
          class_label: { names: Object.fromEntries(type.names.map((name, at) => [String(at), name])) },
        },
      };
    case 'list':
      return { list: listedFeature(type.of) };
    case 'struct':
      return { struct: headerFeatures(type.members) };
  }
}

function listedFeature(type: ColumnType): unknown {
  if (type.kind === 'text') return 'string';
  if (type.kind === 'integer') return 'int64';
  return type.kind === 'struct' ? headerFeatures(type.members) : headerFeature(type);
}
