import { z } from 'zod';

const severitySchema = z.enum(['error', 'warning', 'info', 'off']);

/** What is wanted of a rule: a severity, or that together with its options. */
const ruleSettingSchema = z.union(
  [
    severitySchema,
    z.strictObject({
      severity: severitySchema.exactOptional(),
      options: z
        .record(z.string(), z.number())
        .describe('Numbers that the rule can be told; `claimset explain <rule>` lists them.')
        .exactOptional(),
    }),
  ],
  { error: 'expected error, warning, info, off, or an object with severity and options' },
);

const rulesSchema = z
  .record(z.string(), ruleSettingSchema)
  .describe(
    'Severity of rules by id, or "off", or severity and options. Levels 1 to 3 cannot be switched off.',
  );

/** Few stars in a part of a path: a file name against many of them takes longer than anybody waits. */
const globSchema = z
  .string()
  .min(1)
  .max(300)
  .regex(/^(?!.*[()[\]!+@|])(?:[^*/]*(?:\*+[^*/]*){0,3}(?:\/|$))+$/, {
    message: 'A pattern has at most three stars between two slashes, and none of ( ) [ ] ! + @ |',
  });

/** The part of the configuration that says what is checked and how. */
export const validateSettingsSchema = z.strictObject({
  profiles: z
    .array(z.string())
    .default([])
    .describe('Profiles of rules, each laid over the ones before: recommended, fever, feverous, strict.'),
  rules: rulesSchema.default({}),
  overrides: z
    .array(
      z.strictObject({
        files: z
          .array(globSchema)
          .min(1)
          .describe('Glob patterns over paths from the dataset folder, such as claims/drafts/**.'),
        rules: rulesSchema,
      }),
    )
    .default([])
    .describe('Settings of rules for some files; a later one goes before an earlier one.'),
});
