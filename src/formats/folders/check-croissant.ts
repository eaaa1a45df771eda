import { isObject } from '../../text/is-object.ts';

type Json = Readonly<Record<string, unknown>>;

/** What Croissant asks of a dataset. mlcroissant passes most of it by in silence. */
const required = [
  'name',
  'description',
  'license',
  'url',
  'creator',
  'datePublished',
  'distribution',
  'recordSet',
] as const;

/** The properties that Croissant asks for and a description does not have, or has empty. */
export function missingProperties(croissant: unknown): string[] {
  return required.filter((name) => {
    const value = isObject(croissant) && Object.hasOwn(croissant, name) ? croissant[name] : undefined;
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
}

/** A file that a description names. */
export interface DescribedFile {
  readonly contentUrl: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** The columns that are taken from it. */
  readonly columns: readonly string[];
}

/** What a description says of files, and what readers of Croissant would stop at, in words. */
export interface CheckedCroissant {
  readonly files: readonly DescribedFile[];
  readonly problems: readonly string[];
}

/** Checks what mlcroissant checks late or not at all: whether every reference has its aim and every type can be read. */
export function checkCroissant(croissant: unknown): CheckedCroissant {
  if (!isObject(croissant)) return { files: [], problems: ['it is no JSON object'] };
  const problems: string[] = [];
  const expect = (path: string, value: unknown, wanted: string): void => {
    if (value !== wanted) problems.push(`\`${path}\` is ${JSON.stringify(value)}, not "${wanted}"`);
  };
  expect('@context/@vocab', objectOf(croissant['@context'])['@vocab'], 'https://schema.org/');
  expect('@type', croissant['@type'], 'sc:Dataset');
  const conforms = croissant['dct:conformsTo'];
  // With terms of an extension it is a list, Croissant itself first.
  expect(
    'dct:conformsTo',
    Array.isArray(conforms) ? conforms[0] : conforms,
    'http://mlcommons.org/croissant/1.1',
  );
  const objects = listOf(croissant.distribution);
  const ids = new Set(objects.map((object) => object['@id']));
  const columns = new Map<unknown, string[]>();
  const sets = listOf(croissant.recordSet);
  const fieldIds = new Set(sets.flatMap(({ field }) => listOf(field).map((one) => one['@id'])));
  for (const object of objects) {
    for (const key of ['@id', 'name', 'contentUrl', 'encodingFormat', 'sha256']) {
      if (typeof object[key] !== 'string' || object[key] === '')
        problems.push(`the file ${JSON.stringify(object['@id'])} has no \`${key}\``);
    }
  }
  for (const set of sets) {
    const id = String(set['@id']);
    const fields = listOf(set.field);
    if (fields.length === 0) problems.push(`the record set "${id}" has no fields`);
    if (set.key !== undefined && !fields.some((field) => field['@id'] === objectOf(set.key)['@id']))
      problems.push(`the key of "${id}" is none of its fields`);
    for (const field of fields) {
      const name = String(field['@id']);
      if (!name.startsWith(`${id}/`)) problems.push(`the field "${name}" is not named after its set "${id}"`);
      problems.push(...typeProblems(name, field));
      const reference = objectOf(objectOf(field.references).field)['@id'];
      if (reference !== undefined && !fieldIds.has(reference))
        problems.push(`"${name}" refers to ${JSON.stringify(reference)}, which is not there`);
      if (field.source === undefined) continue;
      const source = objectOf(field.source);
      const file = objectOf(source.fileObject)['@id'];
      const { column } = objectOf(source.extract);
      if (!ids.has(file))
        problems.push(`"${name}" is taken from ${JSON.stringify(file)}, which is not there`);
      if (typeof column === 'string') columns.set(file, [...(columns.get(file) ?? []), column]);
    }
    for (const row of listOf(set.data)) {
      const lacks = fields.map((field) => String(field['@id'])).filter((name) => !Object.hasOwn(row, name));
      if (lacks.length > 0) problems.push(`a row of "${id}" has no ${lacks.join(', ')}`);
    }
  }
  const files = objects.map((object) => ({
    contentUrl: String(object.contentUrl),
    sha256: String(object.sha256),
    columns: columns.get(object['@id']) ?? [],
  }));
  return { files, problems };
}

function typeProblems(name: string, field: Json): string[] {
  const types = [field.dataType].flat();
  if (types.includes('cr:Split')) return [`"${name}" has the type cr:Split, which is one of record sets`];
  if (types.length === 1 && types[0] === 'cr:Label') return [`"${name}" has no type but cr:Label`];
  if (types[0] === undefined) return [`"${name}" has no type`];
  if (field.isArray === true && typeof field.arrayShape !== 'string')
    return [`"${name}" has no \`arrayShape\``];
  return [];
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
