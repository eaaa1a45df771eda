import { Document, parse } from 'yaml';
import type { Config } from '../../claims/config.ts';
import { isObject } from '../../text/is-object.ts';
import { sizeCategory } from '../card/size-category.ts';
import type { Column } from './parquet/column.ts';
import { headerFeatures } from './parquet/features.ts';

/** A table of a repository: its files by split. */
export interface RepositoryConfig {
  readonly name: string;
  readonly isDefault?: boolean;
  readonly columns: readonly Column[];
  readonly splits: readonly RepositorySplit[];
}

export interface RepositorySplit {
  readonly name: string;
  readonly path: string;
  readonly rows: number;
  /** Of the file. */
  readonly bytes: number;
  /** In memory. */
  readonly arrowBytes: number;
}

/**
 * The YAML header of a dataset card of the Hugging Face Hub, between its dashes. Nothing stands in it that is not known: who wrote and
 * labelled the claims is the author's to say.
 *
 * @param rows number of claims
 */
export function printCardHeader(
  config: Config,
  rows: number,
  { tasks, tags }: { readonly tasks: readonly string[]; readonly tags: readonly string[] },
  configs: readonly RepositoryConfig[],
): string {
  const header = {
    language: [config.language],
    ...(config.license !== '' && { license: config.license.toLowerCase() }),
    pretty_name: config.title,
    size_categories: [sizeCategory(rows)],
    task_categories: tasks,
    task_ids: ['fact-checking'],
    multilinguality: ['monolingual'],
    tags: ['fact-verification', ...tags],
    configs: configs.map(({ name, isDefault, splits }) => ({
      config_name: name,
      ...(isDefault === true && { default: true }),
      data_files: splits.map(({ name: split, path }) => ({ split, path })),
    })),
    dataset_info: configs.map(({ name, columns, splits }) => ({
      config_name: name,
      features: headerFeatures(columns),
      splits: splits.map(({ name: split, rows: count, arrowBytes }) => ({
        name: split,
        num_bytes: arrowBytes,
        num_examples: count,
      })),
      download_size: splits.reduce((sum, { bytes }) => sum + bytes, 0),
      dataset_size: splits.reduce((sum, { arrowBytes }) => sum + arrowBytes, 0),
    })),
  };
  // The Hub reads YAML 1.1, where `no` is false and a text must be quoted to stay one.
  const document = new Document(header, { version: '1.1' });
  return `---\n${document.toString({ lineWidth: 0 })}---`;
}

/** The header of a card; `undefined` where there is none that can be read. */
export function parseCardHeader(card: string): Readonly<Record<string, unknown>> | undefined {
  const text = /^---\n(.*?)\n---\n/s.exec(card)?.[1];
  try {
    const header: unknown =
      text === undefined ? undefined : parse(text, { version: '1.1', maxAliasCount: 0 });
    return isObject(header) ? header : undefined;
  } catch {
    return undefined;
  }
}
