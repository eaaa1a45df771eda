import { z } from 'zod';

/** The file in a dataset folder where its author answers what cannot be computed. */
export const answersName = 'release.yaml';

/** A person as CITATION.cff 1.2.0 has one, or an entity by name. */
const authorSchema = z.union(
  [
    z.strictObject({
      'family-names': z.string().min(1),
      'given-names': z.string().min(1).exactOptional(),
      orcid: z
        .string()
        .regex(/^https:\/\/orcid\.org\/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
        .exactOptional(),
      affiliation: z.string().min(1).exactOptional(),
    }),
    z.strictObject({ name: z.string().min(1) }),
  ],
  {
    error:
      'expected `family-names` (with `given-names`, `orcid` as https://orcid.org/…, `affiliation` where wanted), or only `name`',
  },
);

const textsSchema = z.record(z.string(), z.string()).default({});

export const answersSchema = z.strictObject({
  authors: z.array(authorSchema).default([]),
  datasheet: textsSchema,
  'data-statement': textsSchema,
});

/** What the author says: whom to cite, and answers by the key of their question. `TODO(author)` and nothing are no answer. */
export type Answers = z.infer<typeof answersSchema>;

export type Author = z.infer<typeof authorSchema>;

/** No answers. */
export const noAnswers: Answers = { authors: [], datasheet: {}, 'data-statement': {} };
