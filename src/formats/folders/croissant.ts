import type { Config } from '../../claims/config.ts';
import { labels } from '../../claims/label.ts';
import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import { printBibtex } from '../card/bibtex.ts';
import type { WrittenOutput } from '../folder-format.ts';
import { responsibleAi } from './croissant-rai.ts';
import type { Column, ColumnType } from './parquet/column.ts';

/** Rows that a Croissant file describes: those of one Parquet file. */
export interface CroissantRecords {
  /** Unique among the record sets. */
  readonly id: string;
  readonly description: string;
  /** The column that tells the rows apart. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly file: WrittenOutput;
}

/** What a Croissant file is made from. */
export interface CroissantInput {
  readonly config: Config;
  /** Names of the splits as the files have them. */
  readonly splits: readonly string[];
  readonly records: readonly CroissantRecords[];
  /** Told in the terms of Croissant's vocabulary for responsible AI. */
  readonly quality?: DatasetQuality;
}

/**
 * The prefixes and terms of Croissant. The vocabulary is that of `https`: the one with `http`, which the appendix of the specification
 * has, is refused by mlcroissant.
 */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  description: { '@container': '@language' },
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  name: { '@container': '@language' },
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const conforms = 'http://mlcommons.org/croissant/1.1';

/** What Croissant calls the three usual splits. */
const splitUrls: ReadonlyMap<string, string> = new Map([
  ['train', 'cr:TrainingSplit'],
  ['validation', 'cr:ValidationSplit'],
  ['dev', 'cr:ValidationSplit'],
  ['test', 'cr:TestSplit'],
]);

/**
 * A Croissant 1.1 description of Parquet files: `croissant.json`. What the configuration does not say is left out, even where Croissant
 * asks for it: `missingProperties` names it.
 */
export function printCroissant({ config, splits, records, quality }: CroissantInput): string {
  const { attribution, creator, description, language, license, name, published, title, url, version } =
    config;
  const citation = printBibtex(config);
  const croissant = {
    '@context': context,
    '@type': 'sc:Dataset',
    'dct:conformsTo': quality === undefined ? conforms : [conforms, 'http://mlcommons.org/croissant/RAI/1.0'],
    name,
    ...(title !== name && { alternateName: title }),
    description: description === '' ? title : description,
    ...(license !== '' && { license: licenceUrl(license) }),
    ...(url !== '' && { url }),
    ...(creator !== '' && { creator: { '@type': 'sc:Organization', name: creator } }),
    ...(published !== '' && { datePublished: published }),
    ...(attribution !== '' && { creditText: attribution }),
    ...(citation !== undefined && { citeAs: citation }),
    version,
    inLanguage: language,
    keywords: ['fact-checking', 'fact-verification'],
    isLiveDataset: false,
    ...(quality !== undefined && responsibleAi(quality)),
    distribution: records.map(({ file }) => ({
      '@type': 'cr:FileObject',
      '@id': file.path,
      name: file.path,
      contentUrl: file.path,
      contentSize: `${file.bytes} B`,
      encodingFormat: 'application/x-parquet',
      sha256: file.sha256,
    })),
    recordSet: [splitSet(splits), labelSet, ...records.map(recordSet)],
  };
  return `${JSON.stringify(croissant, null, 2)}\n`;
}

/** The address of an SPDX licence; any other text as it is. */
function licenceUrl(license: string): string {
  return /^[A-Za-z\d][\w.+-]*$/.test(license) ? `https://spdx.org/licenses/${license}.html` : license;
}

/** The type `cr:Split` belongs to the set: as the type of a field, where the specification has it too, it is refused. */
function splitSet(splits: readonly string[]): object {
  const haveUrls = splits.every((split) => splitUrls.has(split));
  return {
    '@type': 'cr:RecordSet',
    '@id': 'splits',
    name: 'splits',
    dataType: 'cr:Split',
    key: { '@id': 'splits/name' },
    field: [
      { '@type': 'cr:Field', '@id': 'splits/name', dataType: 'sc:Text' },
      ...(haveUrls ? [{ '@type': 'cr:Field', '@id': 'splits/url', dataType: 'sc:URL' }] : []),
    ],
    data: splits.map((split) => ({
      'splits/name': split,
      ...(haveUrls && { 'splits/url': splitUrls.get(split) }),
    })),
  };
}

const labelSet = {
  '@type': 'cr:RecordSet',
  '@id': 'labels',
  name: 'labels',
  dataType: 'sc:Enumeration',
  key: { '@id': 'labels/number' },
  field: [
    { '@type': 'cr:Field', '@id': 'labels/number', dataType: 'sc:Integer' },
    { '@type': 'cr:Field', '@id': 'labels/name', dataType: ['sc:Text', 'sc:name'] },
  ],
  data: labels.map((label, number) => ({ 'labels/number': number, 'labels/name': label })),
};

function recordSet({ id, description, key, columns, file }: CroissantRecords): object {
  return {
    '@type': 'cr:RecordSet',
    '@id': id,
    name: id,
    description,
    key: { '@id': `${id}/${key}` },
    field: columns.flatMap((column) => {
      const type = fieldType(column.type);
      if (type === undefined) return [];
      return [
        {
          '@type': 'cr:Field',
          '@id': `${id}/${column.name}`,
          description: column.description,
          ...type,
          source: { fileObject: { '@id': file.path }, extract: { column: column.name } },
        },
      ];
    }),
  };
}

/** `undefined` for lists of lists of objects, which Croissant has no type for. */
function fieldType(type: ColumnType): object | undefined {
  switch (type.kind) {
    case 'text':
      return { dataType: 'sc:Text' };
    case 'integer':
      return { dataType: 'sc:Integer' };
    case 'class':
      // `cr:Label` alone is refused.
      return { dataType: ['sc:Integer', 'cr:Label'], references: { field: { '@id': 'labels/number' } } };
    case 'list': {
      let [inner, shape]: [ColumnType, string] = [type.of, '-1'];
      for (; inner.kind === 'list'; inner = inner.of) shape += ',-1';
      const of = fieldType(inner);
      return of === undefined ? undefined : { ...of, isArray: true, arrayShape: shape };
    }
    case 'struct':
      return undefined;
  }
}
