import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../../src/claims/config.ts';
import { checkCroissant, missingProperties } from '../../../src/formats/folders/check-croissant.ts';
import { huggingface } from '../../../src/formats/folders/huggingface.ts';
import { context } from '../example-claims.ts';
import { exampleDataset } from './example-dataset.ts';
import { writeInMemory } from './folder-in-memory.ts';

const written = String(writeInMemory(huggingface, exampleDataset, context).get('croissant.json'));
const golden = path.resolve(import.meta.dirname, '../../../../shared/golden/croissant-example.json');

test('what is written passes', () => {
  expect(checkCroissant(JSON.parse(written)).problems).toEqual([]);
  expect(missingProperties(JSON.parse(written))).toEqual([]);
});

test.skipIf(!existsSync(golden))(
  'a description that mlcroissant takes passes (skipped where ../shared/golden is absent)',
  () => {
    const croissant: unknown = JSON.parse(readFileSync(golden, 'utf8'));
    expect(checkCroissant(croissant).problems).toEqual([]);
    expect(missingProperties(croissant)).toEqual([]);
  },
);

describe('what readers stop at is told', () => {
  test.each([
    ['another vocabulary', '"@vocab": "https:', '"@vocab": "http:', '`@context/@vocab` is'],
    ['no version of Croissant', '"dct:conformsTo":', '"conforms":', '`dct:conformsTo` is undefined'],
    ['an older version', 'croissant/1.1', 'croissant/0.8', 'not "http://mlcommons.org/croissant/1.1"'],
    ['no hash', '"sha256"', '"sha"', 'has no `sha256`'],
    ['a file that is not there', '"@id": "data/corpus/', '"@id": "data/korpus/', 'which is not there'],
    ['cr:Split as the type of a field', '"dataType": "sc:URL"', '"dataType": "cr:Split"', 'cr:Split'],
    ['an array without a shape', '"arrayShape": "-1"', '"shape": "-1"', 'has no `arrayShape`'],
    [
      'a key that is no field',
      '"@id": "labels/number"\n      },',
      '"@id": "labels/no"\n      },',
      'the key of',
    ],
    ['a row that lacks a field', '"splits/name": "train",', '', 'a row of "splits" has no splits/name'],
    [
      'a reference into nothing',
      '"@id": "labels/number"\n            }',
      '"@id": "x"\n            }',
      'refers to "x"',
    ],
    ['a field of another set', '"@id": "corpus/kind"', '"@id": "kind"', 'is not named after its set'],
  ])('%s', (_name, from, to, told) => {
    const changed = written.replace(from, to);
    expect(changed).not.toBe(written);
    expect(checkCroissant(JSON.parse(changed)).problems.join('\n')).toContain(told);
  });

  test('cr:Label alone', () => {
    const changed = written.replace(/"sc:Integer",\s*"cr:Label"/, '"cr:Label"');
    expect(checkCroissant(JSON.parse(changed)).problems.join('\n')).toContain('no type but cr:Label');
  });

  test.each([[null], [[]], [7], [{}], [{ distribution: 7, recordSet: [null, { field: [{}] }] }]])(
    'any other JSON: %j',
    (json) => {
      expect(checkCroissant(json).problems).not.toEqual([]);
    },
  );
});

test('what the configuration does not say is named with its setting', () => {
  const config = configSchema.parse({});
  expect(huggingface.missing?.({ config, splits: new Map() })).toEqual([
    'Croissant asks for `license`: set `license`.',
    'Croissant asks for `url`: set `url`.',
    'Croissant asks for `creator`: set `creator`.',
    'Croissant asks for `datePublished`: set `published`.',
  ]);
  expect(huggingface.missing?.(exampleDataset)).toEqual([]);
});
