import { z } from 'zod';
import { validateSettingsSchema } from './config-rules.ts';

/** A folder inside the dataset folder: no `..`, not absolute, not the dataset folder itself. */
const folderSchema = z.string().regex(/^(?![./\\]+$)(?!.*(?:^|\/)\.\.(?:\/|$))[^/\\:][^\\:]*$/, {
  message: 'A folder is a relative path inside the dataset folder, with /',
});

/** Whether one of the paths is the other or lies in it. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => `${path.replace(/^(?:\.\/)+|\/+$/g, '')}/`) as [string, string];
  return a.startsWith(b) || b.startsWith(a);
}

const ratiosSchema = z
  .record(z.string().regex(/^\w+$/), z.number().positive())
  .refine((ratios) => Math.abs(Object.values(ratios).reduce((sum, ratio) => sum + ratio, 0) - 1) < 1e-9, {
    message: 'The ratios must add up to 1',
  })
  .refine(
    (ratios) =>
      new Set(Object.keys(ratios).map((name) => name.toLowerCase())).size === Object.keys(ratios).length,
    {
      message: 'Two splits differ only in case, which some disks do not tell apart',
    },
  );

/** `claimset.config.json`: every setting has a default, an unknown one is an error. */
export const configSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]*$/)
      .default('dataset')
      .describe('Short name of the dataset, for file names and cards.'),
    title: z.string().min(1).default('Dataset').describe('Name of the dataset for people.'),
    description: z.string().default('').describe('What the dataset is, for its card.'),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .default('0.1.0')
      .describe('Version of the data: MAJOR.MINOR.PATCH.'),
    language: z.string().min(2).default('en').describe('Language of the claims (BCP 47).'),
    license: z.string().default('').describe('Licence of the dataset (SPDX identifier), for its card.'),
    attribution: z
      .string()
      .default('')
      .describe('Whom the licence of the articles asks to name, for the card.'),
    creator: z
      .string()
      .default('')
      .describe('Who made the dataset: an organisation, a team or a person, for its descriptions.'),
    url: z.string().default('').describe('Address of the page of the dataset, for its descriptions.'),
    published: z
      .union([z.literal(''), z.iso.date()])
      .default('')
      .describe('Day on which this version is published: YYYY-MM-DD.'),
    corpus: folderSchema.default('corpus').describe('Folder of the articles.'),
    claims: folderSchema.default('claims').describe('Folder of the claims.'),
    output: folderSchema.default('dataset').describe('Folder that `claimset build` writes.'),
    validate: validateSettingsSchema.prefault({}),
    split: z
      .strictObject({
        ratios: ratiosSchema.default({ train: 0.8, dev: 0.2 }).describe('Share of the claims in each split.'),
        seed: z.int().nonnegative().max(0xffffffff).default(0).describe('Same seed, same split.'),
        nearDuplicate: z
          .number()
          .gt(0)
          .max(1)
          .default(0.8)
          .describe('Claims whose words overlap at least this much (Jaccard) stay together.'),
      })
      .prefault({}),
    export: z
      .strictObject({
        formats: z
          .array(z.string())
          .min(1)
          .refine((formats) => new Set(formats).size === formats.length, {
            message: 'A format is named twice',
          })
          .default(['jsonl', 'feverous', 'fever'])
          .describe('Formats that `claimset build` writes.'),
      })
      .prefault({}),
  })
  .refine(
    ({ corpus, claims, output }) =>
      !(overlap(corpus, claims) || overlap(corpus, output) || overlap(claims, output)),
    {
      message: 'corpus, claims and output are three folders, none inside another',
    },
  )
  .describe('Settings of a dataset folder: claimset.config.json.');

export type Config = z.infer<typeof configSchema>;
