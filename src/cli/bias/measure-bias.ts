import type { OpenClaim } from '../../claims/open-claim.ts';
import { type Artefacts, measureArtefacts } from '../../stats/artefacts/artefacts.ts';
import type { BiasFigures } from '../../stats/artefacts/bias-figures.ts';
import { defaultNgramOptions } from '../../stats/artefacts/ngram-lmi.ts';
import type { LeftOutClaims } from '../../stats/claim-only/claim-only-figures.ts';
import type { ClaimOnlyOptions } from '../../stats/claim-only/claim-only-options.ts';
import { defaultResampling } from '../../stats/resampling/resampling.ts';
import type { Language } from '../../text/languages/language.ts';
import type { CommandIo } from '../command-io.ts';
import { createProgress } from '../progress.ts';
import type { BiasData } from './open-bias-data.ts';

/** How a dataset is looked at. */
export interface BiasMeasure {
  /** Without it negations and cue words are not looked for. */
  readonly language: Language | undefined;
  /** Lengths of n-grams. */
  readonly lengths: readonly number[];
  /** N-grams of each label. */
  readonly listed: number;
  readonly seed: number;
  readonly hasClassifier: boolean;
}

/** All figures of `claimset bias`. */
export async function measureBias(
  { claims, articles, annotations, config }: BiasData,
  { language, lengths, listed, seed, hasClassifier }: BiasMeasure,
  io: CommandIo,
): Promise<BiasFigures> {
  const progress = createProgress(io);
  await progress.tick(() => `counting words: ${claims.length} claims`);
  const artefacts = measureArtefacts(claims, {
    language,
    articles,
    annotations,
    lengths,
    ngrams: { ...defaultNgramOptions, top: listed },
  });
  const own = claims.map(({ claim }) => claim);
  await progress.tick(() => `guessing labels without evidence: ${claims.length} claims`);
  const guessed = hasClassifier
    ? await guess(own, {
        nearDuplicate: config.split.nearDuplicate,
        resampling: { ...defaultResampling, seed },
        ngrams: listed,
        seed,
      })
    : unasked(artefacts);
  await progress.done();
  return { ...artefacts, ...guessed };
}

type Guessed = Pick<BiasFigures, 'claimOnly' | 'cartography' | 'labelErrors'>;

/** What needs a classifier. Loaded late: nothing else needs it. */
async function guess(claims: readonly OpenClaim[], options: ClaimOnlyOptions): Promise<Guessed> {
  const { crossValidate } = await import('../../stats/claim-only/cross-validate.ts');
  const { measureClaimOnly } = await import('../../stats/claim-only/measure-claim-only.ts');
  const { measureCartography } = await import('../../stats/claim-only/measure-cartography.ts');
  const { measureLabelErrors } = await import('../../stats/claim-only/measure-label-errors.ts');
  const validated = crossValidate(claims, options);
  const cartography = measureCartography(claims, options, validated.labelled);
  return {
    claimOnly: measureClaimOnly(claims, options, validated),
    cartography,
    labelErrors: measureLabelErrors(claims, options, validated, cartography),
  };
}

function unasked({ labels: { claims, unlabelled, labels } }: Artefacts): Guessed {
  const none = { measured: null, reason: 'Not asked for: --no-classifier.' } as const;
  const leftOut: LeftOutClaims[] =
    unlabelled === 0 ? [] : [{ why: 'unlabelled', label: null, claims: unlabelled }];
  return {
    claimOnly: {
      claims: claims - unlabelled,
      labels,
      groupedBy: null,
      groups: 0,
      largestGroup: 0,
      leftOut,
      ...none,
    },
    cartography: none,
    labelErrors: none,
  };
}
