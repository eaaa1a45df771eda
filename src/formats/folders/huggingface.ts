import type { Claim } from '../../claims/claim.ts';
import type { FolderFormat, SplitDataset, WrittenOutput } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import type { RepositoryConfig } from './card-header.ts';
import { missingProperties } from './check-croissant.ts';
import { type CroissantRecords, printCroissant } from './croissant.ts';
import { printHuggingfaceCard } from './huggingface-card.ts';
import { claimsPathOf, corpusPath } from './huggingface-paths.ts';
import { claimColumns, claimColumnsFor, corpusColumns, corpusRows, rowOfClaim } from './huggingface-rows.ts';
import type { Column } from './parquet/column.ts';
import { measureRows } from './parquet/measure-rows.ts';
import { type Row, writeParquet } from './parquet/write-parquet.ts';
import { readHuggingface } from './read-huggingface.ts';
import { claimsOf, repositorySplits } from './repository-splits.ts';

/** A dataset repository of the Hugging Face Hub: Parquet files, a card with the header that the Hub reads, a Croissant description. */
export const huggingface: FolderFormat = {
  id: 'huggingface',
  title: 'Hugging Face dataset repository',
  url: 'https://huggingface.co/docs/hub/datasets-manual-configuration',
  page: {
    about:
      'A folder that is pushed to the Hugging Face Hub as it is, or loaded where it lies with `load_dataset("out", "claims")` and `load_dataset("out", "corpus")`.',
    fields: [
      [`\`${claimsPathOf('<split>')}\``, 'the claims of a split'],
      ...claimColumns.map(({ name, description }) => [`claims: \`${name}\``, description] as const),
      [`\`${corpusPath}\``, 'the elements of the articles, headings too'],
      ...corpusColumns.map(({ name, description }) => [`corpus: \`${name}\``, description] as const),
      ['`README.md`', 'the card; its header names the files, features and numbers of rows'],
      ['`croissant.json`', 'the same for readers of Croissant 1.1, with the SHA-256 of each file'],
    ],
    notes: [
      'The split `dev` is written as `validation`, which the Hub knows, and `all`, which `datasets` does not allow, as `all_claims`. They are read back under their own names. A split without claims is not written: `datasets` stops at it.',
      'All splits have one schema, whatever stands in them. NOT ENOUGH INFO claims without evidence have an empty list: never null, and no sentence -1.',
      '`label` is a class label: 0 SUPPORTS, 1 REFUTES, 2 NOT ENOUGH INFO. The features stand in the Parquet files too, so that a file that is loaded alone has them.',
      '`evidence_text` is written in the style that is asked for (text, context, highlighted), and left out where evidence is written as ids.',
      'What can be measured of the quality (leakage between splits, agreement of annotators, how far labels are guessed from the words of claims) stands in the card and in the terms of Croissant for responsible AI (`rai:`).',
      'Croissant has no lists of lists of objects: its records have `evidence_ids`, not `evidence`.',
      'A corpus that is read page by page is written as far as claims cite it: their articles, whole.',
    ],
    clients: [
      '`datasets`: both configurations and all splits loaded, features as declared and as inferred, every row compared',
      '`pyarrow` and `duckdb`: numbers of rows, rows of a group, and how often sentence 0 is cited',
      '`mlcroissant`: validated without errors and warnings, the rows of every record set read and compared',
    ],
  },
  losses: [],
  heeds: ['evidenceStyle'],
  *files(dataset, context) {
    const columns = claimColumnsFor(context);
    for (const { split, name, claims } of repositorySplits(dataset)) {
      const pieces = writeParquet(columns, claimRows(claims, context), { split });
      yield { path: claimsPathOf(name), pieces };
    }
    if (corpusRows(claimsOf(dataset), context).next().done === true) return;
    yield {
      path: corpusPath,
      pieces: writeParquet(corpusColumns, corpusRows(claimsOf(dataset), context)),
    };
  },
  *filesAbout(dataset, written, context) {
    yield { path: 'README.md', pieces: lazily(() => printCard(dataset, written, context)) };
    yield { path: 'croissant.json', pieces: lazily(() => describe(dataset, written, context)) };
  },
  missing: ({ config }) => {
    const croissant: unknown = JSON.parse(printCroissant({ config, splits: [], records: [] }));
    return missingProperties(croissant).flatMap((property) => {
      const setting = settingOf.get(property);
      return setting === undefined ? [] : `Croissant asks for \`${property}\`: set \`${setting}\`.`;
    });
  },
  read: readHuggingface,
};

/** The settings that the properties of Croissant are made from. */
const settingOf: ReadonlyMap<string, string> = new Map([
  ['license', 'license'],
  ['url', 'url'],
  ['creator', 'creator'],
  ['datePublished', 'published'],
]);

/** A piece that is only made when the file is written: the paths are asked for before. */
function* lazily(print: () => string): Generator<string> {
  yield print();
}

function* claimRows(claims: Iterable<Claim>, context: FormatContext): Generator<Row> {
  for (const claim of claims) yield rowOfClaim(claim, context);
}

/** A file that was written. @throws Error where it was not: a mistake of the program. */
function fileOf(path: string, written: readonly WrittenOutput[]): WrittenOutput {
  const file = written.find((output) => output.path === path);
  if (file === undefined) throw new Error(`${path} is told about, but was not written`);
  return file;
}

function printCard(dataset: SplitDataset, written: readonly WrittenOutput[], context: FormatContext): string {
  const columns = claimColumnsFor(context);
  const measured = (name: string, path: string, of: readonly Column[], rows: Iterable<Row>) => ({
    name,
    path,
    bytes: fileOf(path, written).bytes,
    ...measureRows(of, rows),
  });
  const splits = repositorySplits(dataset).map(({ name, claims }) =>
    measured(name, claimsPathOf(name), columns, claimRows(claims, context)),
  );
  const configs: RepositoryConfig[] = [{ name: 'claims', isDefault: true, columns, splits }];
  if (written.some(({ path }) => path === corpusPath)) {
    const rows = corpusRows(claimsOf(dataset), context);
    const split = measured('corpus', corpusPath, corpusColumns, rows);
    configs.push({ name: 'corpus', columns: corpusColumns, splits: [split] });
  }
  return printHuggingfaceCard(dataset, configs, context);
}

function describe(dataset: SplitDataset, written: readonly WrittenOutput[], context: FormatContext): string {
  const splits = repositorySplits(dataset);
  const records = splits.map(
    ({ name }): CroissantRecords => ({
      id: `claims_${name}`,
      description: `The claims of the split ${name}.`,
      key: 'id',
      columns: claimColumnsFor(context),
      file: fileOf(claimsPathOf(name), written),
    }),
  );
  const corpus = written.find(({ path }) => path === corpusPath);
  if (corpus !== undefined) {
    const description = 'The elements of the articles that evidence is taken from.';
    records.push({ id: 'corpus', description, key: 'id', columns: corpusColumns, file: corpus });
  }
  return printCroissant({
    config: dataset.config,
    splits: splits.map(({ name }) => name),
    records,
    ...(dataset.quality !== undefined && { quality: dataset.quality() }),
  });
}
