import { describe, expect, test } from 'vitest';
import { folderFormats } from '../../src/formats/folders/index.ts';
import type { FormatContext } from '../../src/formats/format.ts';
import { formatOptions } from '../../src/formats/format-option.ts';
import { writableFormats } from '../../src/formats/index.ts';
import { context, exampleClaims } from './example-claims.ts';
import { exampleDataset } from './folders/example-dataset.ts';

/** What may be asked for; one of them is enough to see whether a format heeds it. */
const asked: Readonly<Record<(typeof formatOptions)[number], readonly Partial<FormatContext>[]>> = {
  evidenceStyle: [{ evidenceStyle: 'context' }, { evidenceStyle: 'highlighted' }],
  negatives: [{ negatives: new Map([['1', [{ id: 'Café (bar)_sentence_1', sampler: 'hard' }]]]) }],
  retrievalUnit: [{ retrievalUnit: 'page' }],
  seed: [1, 2, 3, 4, 5].map((seed) => ({ seed })),
};

const writers: readonly (readonly [string, readonly string[], (more: Partial<FormatContext>) => string])[] = [
  ...writableFormats.map(
    ({ id, heeds = [], write }) =>
      [
        id,
        heeds,
        (more: Partial<FormatContext>) => [...write(exampleClaims, { ...context, ...more })].join(''),
      ] as const,
  ),
  ...folderFormats.map(
    ({ id, heeds = [], files }) =>
      [
        id,
        heeds,
        (more: Partial<FormatContext>) =>
          [...files(exampleDataset, { ...context, ...more })]
            .map(
              ({ path, pieces }) =>
                `${path}\n${[...pieces].map((piece) => Buffer.from(piece).toString('latin1')).join('')}`,
            )
            .join('\n'),
      ] as const,
  ),
];

describe.each(writers)('%s', (_, heeds, write) => {
  test.each(formatOptions)(
    '%s changes what is written exactly where the format says that it heeds it',
    (option) => {
      const plain = write({});
      const isHeeded = asked[option].some((more) => write(more) !== plain);
      expect(isHeeded).toBe(heeds.includes(option));
    },
  );
});
