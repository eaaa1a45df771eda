import { z } from 'zod';

const count = z.int().min(0);
const interval = z
  .looseObject({ low: z.number(), high: z.number() })
  .describe('By bootstrap over claims, as `resampling` says.');

const figure = z.looseObject({
  id: z.string().describe('One of the figures of the scorer.'),
  value: z.number().nullable().describe('null where it is not defined.'),
  interval: interval.exactOptional(),
});
const figures = z.array(figure);

const breakdown = z.looseObject({
  id: z.string().describe('As in --by.'),
  title: z.string(),
  groups: z.array(
    z.looseObject({
      name: z
        .string()
        .describe(
          'As the data have it; `none` for claims that say nothing, `other` for all beyond 1,000 groups.',
        ),
      claims: count,
      figures,
    }),
  ),
});

const bound = z
  .looseObject({ id: z.string(), title: z.string(), figures })
  .describe('What the figures would be if a part of the work were done for the system.');

const confusion = z
  .looseObject({
    gold: z.array(z.string()),
    predicted: z.array(z.string().nullable()).describe('null for claims without a predicted label.'),
    counts: z.array(z.array(count)).describe('Claims by gold label, then by predicted label.'),
  })
  .describe('How often claims of a gold label were given a label. Labels beyond 50 are `other`.');

const calibration = z
  .looseObject({
    claims: count.describe('Claims whose predicted label has a probability.'),
    figures,
    bins: z
      .array(
        z.looseObject({
          above: z.number(),
          upTo: z.number(),
          claims: count,
          confidence: z.number().nullable().describe('Mean probability of the predicted labels.'),
          accuracy: z.number().nullable().describe('Share of them that are right.'),
        }),
      )
      .describe('Claims by the probability of the predicted label, from the lowest up.'),
  })
  .describe('How far probabilities say how often the system is right. Absent where there are none.');

const worstClaim = z.looseObject({
  id: z.string().exactOptional(),
  claim: z.string().exactOptional(),
  gold: z.string().describe('Empty where labels do not count.'),
  predicted: z.string().exactOptional(),
  probability: z.number().describe('Of the predicted label.').exactOptional(),
  fault: z.string().describe('What went wrong, in a few words, for people.'),
  goldEvidence: z.array(z.array(z.string())).describe('Evidence sets, each once; any one suffices.'),
  predictedEvidence: z.array(z.string()).describe('Best first.'),
});

const budget = z.union([z.int(), z.literal('all')]);
const settings = z
  .looseObject({
    official: z.literal(true).exactOptional(),
    lenient: z.literal(true).exactOptional(),
    maxEvidence: budget.exactOptional(),
    maxCells: budget.exactOptional(),
    missing: z.enum(['wrong', 'skip']).exactOptional(),
  })
  .describe('What was asked for that can change figures; what is as by default is absent.');

const system = z.looseObject({
  predictions: z.string().describe('The file as it was named.'),
  settings: settings.exactOptional(),
  claims: count.describe('Claims that were scored.'),
  join: z
    .looseObject({
      by: z.enum(['id', 'position']),
      missing: count.describe(
        'Gold claims without a prediction: they count as wrong, or are left out, as `settings` says.',
      ),
      extra: count.describe('Predictions for no gold claim.'),
      repeatedGold: count,
      repeatedPredictions: count,
      withoutId: count.describe('Records without an id among records that have one.'),
      unscored: count.describe('Gold records without a right answer, which are left out.'),
    })
    .describe('How gold and predictions came together: counts of records.'),
  nearMisses: count.describe('Claims that score less only for the spelling of labels or titles, at least.'),
  figures,
  bounds: z.array(bound),
  confusion,
  calibration: calibration.exactOptional(),
  breakdowns: z.array(breakdown),
  worst: z.array(worstClaim).describe('Claims that tell most about the system, the worst first.'),
});

const comparison = z
  .looseObject({
    figures: z.array(
      z.looseObject({
        id: z.string(),
        first: z.number().nullable(),
        second: z.number().nullable(),
        difference: z.number().nullable().describe('Second less first.'),
        interval: interval.exactOptional(),
        bootstrapP: z.number().nullable().describe('Two-sided, by paired bootstrap over claims.'),
        randomisationP: z.number().nullable().describe('Two-sided, by approximate randomisation.'),
      }),
    ),
    wins: z
      .looseObject({ first: count, second: count, ties: count })
      .describe('Claims on which a system is better by the first figure of the scorer.'),
  })
  .describe('The first two systems on the same claims.');

/** What `claimset score` prints as JSON. Loaded by what prints or checks the schema, and by nothing that scores: Zod is slow to load. */
export const scoresSchema = z
  .looseObject({
    version: z.literal(1).describe('Raised when a property changes its meaning or goes.'),
    scorer: z.looseObject({
      id: z.string(),
      title: z.string(),
      url: z.string().describe('Where the measure is defined.'),
      figures: z
        .array(
          z.looseObject({
            id: z.string(),
            title: z.string(),
            about: z.string(),
            isError: z.boolean().describe('Whether less is better.'),
          }),
        )
        .describe('What the scorer counts, the headline first.'),
    }),
    resampling: z
      .looseObject({
        confidence: z.number().describe('Share of the resamples that an interval holds.'),
        resamples: z.int().min(1),
        seed: z.number(),
      })
      .describe('How the intervals came about; absent where there are none.')
      .exactOptional(),
    systems: z.array(system).min(1),
    comparison: comparison.exactOptional(),
  })
  .describe(
    'What `claimset score --json` prints. Readers must accept properties that are not listed: a new one does not raise the version.',
  );
