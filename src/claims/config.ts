import { z } from 'zod';
import { claimIdSchema } from './claim.ts';
import { validateSettingsSchema } from './config-rules.ts';
import { defaultGroupBy, groupKinds } from './group-kind.ts';
import { defaultStratifyBy, stratumKinds } from './stratum-kind.ts';

/** A folder inside the dataset folder: no `..`, not absolute, not the dataset folder itself. */
const folderSchema = z.string().regex(/^(?![./\\]+$)(?!.*(?:^|\/)\.\.(?:\/|$))[^/\\:][^\\:]*$/, {
  message: 'A folder is a relative path inside the dataset folder, with /',
});

/** Whether one of the paths is the other or lies in it. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => `${path.replace(/^(?:\.\/)+|\/+$/g, '')}/`) as [string, string];
  return a.startsWith(b) || b.startsWith(a);
}

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
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

/** The highest value that a figure may have. */
const budgetSchema = z.number().min(0).max(1).default(1);

/** How many findings of an audit are allowed. */
function leakBudgetSchema(byDefault: number | 'all') {
  return z
    .union([z.int().nonnegative(), z.literal('all')], {
      error: 'Invalid input: expected a whole number from 0 on, or "all"',
    })
    .default(byDefault);
}

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
        groupBy: z
          .array(z.enum(groupKinds))
          .refine(isDistinct, { message: 'A kind is named twice' })
          .default([...defaultGroupBy])
          .describe('What keeps claims in the same split; duplicates always do.'),
        stratifyBy: z
          .array(z.enum(stratumKinds))
          .min(1)
          .refine(isDistinct, { message: 'An attribute is named twice' })
          .default([...defaultStratifyBy])
          .describe('Attributes whose values have nearly the same shares in all splits.'),
        date: z
          .string()
          .default('')
          .describe(
            'Key of the claims that holds a date (ISO 8601): the earliest claims go to the first split. Empty: claims are not split by date.',
          ),
        blind: z
          .array(z.string())
          .refine(isDistinct, { message: 'A split is named twice' })
          .default([])
          .describe('Splits that `claimset build` writes without labels and evidence.'),
      })
      .refine(({ blind, ratios }) => blind.every((split) => Object.hasOwn(ratios, split)), {
        message: 'A split is blind that split.ratios does not name',
        path: ['blind'],
      })
      .prefault({}),
    bias: z
      .strictObject({
        maxClaimOnlyGain: budgetSchema.describe(
          'By how much the accuracy of a classifier that sees no evidence may be above that of the commonest label.',
        ),
        maxCueProductivity: budgetSchema.describe(
          'Share of the claims with a cue word, of 20 claims at least, that one label may have.',
        ),
        maxAttributeV: budgetSchema.describe(
          "Cramér's V that the label and the length, a negation, a number or names in the claim may have.",
        ),
      })
      .prefault({})
      .describe('What `claimset bias` allows, from 0 to 1; 1 allows anything.'),
    leak: z
      .strictObject({
        maxDuplicates: leakBudgetSchema(0).describe('Duplicate claims in different splits.'),
        maxNearDuplicates: leakBudgetSchema(0).describe('Near-duplicates in different splits.'),
        maxSharedSource: leakBudgetSchema(0).describe('Sources that splits share.'),
        maxSharedEvidence: leakBudgetSchema(0).describe('Evidence ids that splits share.'),
        maxSharedArticle: leakBudgetSchema('all').describe('Articles that splits share.'),
        maxRepeated: leakBudgetSchema(0).describe('Claims that stand twice in a split.'),
        maxContradictions: leakBudgetSchema(0).describe('Claims that have two labels.'),
        maxNearContradictions: leakBudgetSchema('all').describe(
          'Near-duplicates that have different labels.',
        ),
      })
      .prefault({})
      .describe('How much `claimset leak` allows of what it looks for: a number, or "all".'),
    annotate: z
      .strictObject({
        overlap: z
          .int()
          .min(1)
          .max(100)
          .default(2)
          .describe('Annotators who answer each claim, where there are several.'),
        seed: z
          .int()
          .nonnegative()
          .max(0xffffffff)
          .default(0)
          .describe('Same seed, same claims for the same annotators in the same order.'),
        leaseMinutes: z
          .int()
          .min(1)
          .max(1440)
          .default(30)
          .describe('How long a claim is kept for an annotator who does nothing.'),
        idleSeconds: z
          .int()
          .min(5)
          .max(3600)
          .default(60)
          .describe('After how many seconds without a key or a movement time does not count as work.'),
        guidelines: folderSchema
          .default('claims/guidelines.md')
          .describe('Markdown file that the annotation page shows; it need not be there.'),
        suggestions: z
          .boolean()
          .default(false)
          .describe('Whether the annotation page offers evidence. What is offered draws answers to it.'),
        verdict: z
          .boolean()
          .default(false)
          .describe(
            'Whether decided claims are given to somebody else who labels them from the evidence alone (AVeriTeC).',
          ),
        gold: z
          .strictObject({
            claims: z
              .array(claimIdSchema)
              .default([])
              .describe('Ids of claims whose label and evidence are sure: annotators are measured by them.'),
            share: z
              .number()
              .min(0)
              .max(0.5)
              .default(0.1)
              .describe('Share of such claims among those that an annotator gets, from 0 to 0.5.'),
            training: z
              .int()
              .nonnegative()
              .default(0)
              .describe('Number of such claims that each annotator gets first, and is told of at once.'),
          })
          .prefault({}),
      })
      .prefault({})
      .describe('Settings of the annotation page, `claimset annotate`.'),
    search: z
      .strictObject({
        engine: z
          .string()
          .default('')
          .describe(
            'Address of the engine that is searched, such as postgres://host/database or https://host:9200/index (OpenSearch, Elasticsearch); empty: an index of claimset. The environment variable CLAIMSET_SEARCH_ENGINE goes before it: passwords stay out of the file.',
          ),
        index: folderSchema
          .default('.claimset/search.index')
          .describe('File of the index, which `claimset index` writes.'),
        weighting: z
          .enum(['lucene', 'robertson', 'atire'])
          .default('lucene')
          .describe('Variant of BM25 (Kamphuis et al. 2020).'),
        k1: z
          .number()
          .min(0)
          .max(100)
          .default(1.2)
          .describe('How soon another occurrence of a word adds nothing.'),
        b: z
          .number()
          .min(0)
          .max(1)
          .default(0.75)
          .describe('How much the words of a long text count for less, from 0 to 1.'),
        stem: z.boolean().default(true).describe('Whether words are cut to their stems.'),
        dropStopWords: z
          .boolean()
          .default(false)
          .describe('Whether the commonest words of the language are left out of the index.'),
        titleBoost: z
          .int()
          .min(0)
          .max(20)
          .default(1)
          .describe('How often the title of its article counts as words of an element.'),
        headBoost: z
          .int()
          .min(0)
          .max(20)
          .default(1)
          .describe('How often its section and header cells count as words of an element.'),
      })
      .prefault({})
      .describe('How articles are searched: `claimset index`, `search`, `suggest` and the annotation page.'),
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
