import { claimIdKey } from '../../claims/claim-id-key.ts';
import { type Negative, type NegativeSampler, negativeSamplers } from '../../claims/negatives.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import { hashText } from '../../text/hash.ts';
import { claimKey, toNfc } from '../../text/normalise.ts';
import { createRng } from '../../text/rng.ts';
import type { Candidate, NegativeSources } from './candidate.ts';
import { NearTexts } from './nearness.ts';
import { samplers } from './samplers/index.ts';

/** What is sampled. */
export interface NegativeSettings {
  /** In any order, which makes no difference. */
  readonly samplers: readonly NegativeSampler[];
  /** Records of each sampler. */
  readonly count: number;
  /** From 0 to 2^32 - 1: same seed, same draw. */
  readonly seed: number;
  /** Kinds of records that may be taken; `nearest-p` and `random-s` take sentences whatever is said here. */
  readonly kinds: readonly EvidenceKind[];
}

/** What became of a sampler for a claim. */
export interface SamplerTally {
  readonly sampler: NegativeSampler;
  readonly taken: number;
  /** Proposed records that are evidence of the claim or of one of the same text, or that an annotator chose. */
  readonly gold: number;
  /** Proposed records that say nearly the same as those, or as the claim. */
  readonly near: number;
  /** Records that were wanted and not found. */
  readonly missing: number;
}

/** The negatives of a claim, and how they were found. */
export interface SampledNegatives {
  readonly negatives: readonly Negative[];
  /** In the order of the samplers. */
  readonly tallies: readonly SamplerTally[];
}

/**
 * Records that do not decide a claim: sampler by sampler, each record once. Never what is in an evidence set of the claim, of one of the same text or of an
 * annotator's answer, nor what says nearly the same as that, or as the claim. Depends on the claim, the seed and the corpus alone: claims of other texts make no
 * difference.
 */
export async function sampleNegatives(
  claim: OpenClaim,
  settings: NegativeSettings,
  sources: NegativeSources,
): Promise<SampledNegatives> {
  const judge = createJudge(claim, sources);
  const negatives: Negative[] = [];
  const tallies: SamplerTally[] = [];
  for (const sampler of negativeSamplers.filter((name) => settings.samplers.includes(name))) {
    const counts = { taken: 0, gold: 0, near: 0 };
    const rng = createRng(hashText(JSON.stringify([sampler, claimIdKey(claim.id)]), settings.seed));
    const { count, kinds } = settings;
    const request = { claim, count, kinds, rng, taken: () => counts.taken };
    for await (const alternatives of count > 0 ? samplers[sampler](request, sources) : []) {
      for (const candidate of alternatives) {
        const refusal = judge.refusalOf(candidate);
        if (refusal === 'gold' || refusal === 'near') counts[refusal] += 1;
        if (refusal !== undefined) continue;
        judge.take(candidate);
        negatives.push(negativeOf(candidate, sampler, settings.seed));
        counts.taken += 1;
        break;
      }
      if (counts.taken >= count) break;
    }
    tallies.push({ sampler, ...counts, missing: count - counts.taken });
  }
  return { negatives, tallies };
}

/** Why a record is not taken: it is evidence, says nearly the same, or was taken before. */
type Refusal = 'gold' | 'near' | 'taken';

interface Judge {
  readonly refusalOf: (candidate: Candidate) => Refusal | undefined;
  readonly take: (candidate: Candidate) => void;
}

function createJudge(claim: OpenClaim, { evidenceByText, lookedAt, textOf }: NegativeSources): Judge {
  const gold = new Set(claim.evidence.flat().map(toNfc));
  for (const id of evidenceByText?.get(claimKey(claim.claim)) ?? []) gold.add(id);
  for (const id of lookedAt?.get(claimIdKey(claim.id))?.chosen ?? []) gold.add(id);
  const texts = new NearTexts();
  texts.add(claim.claim);
  for (const id of gold) {
    const text = textOf(id);
    if (text !== undefined && text !== '') texts.add(text);
  }
  const taken = new Set<string>();
  return {
    refusalOf: ({ record: { id, text } }) => {
      const key = toNfc(id);
      if (gold.has(key)) return 'gold';
      if (taken.has(key)) return 'taken';
      return texts.hasNear(text) ? 'near' : undefined;
    },
    take: ({ record: { id } }) => taken.add(toNfc(id)),
  };
}

/** Scores with six digits: the rest is of no use and differs between engines. */
function negativeOf(
  { record, rank, score, isDrawn, annotators }: Candidate,
  sampler: NegativeSampler,
  seed: number,
): Negative {
  return {
    id: record.id,
    sampler,
    ...(rank !== undefined && { rank }),
    ...(score !== undefined && { score: Number(score.toFixed(6)) }),
    ...(isDrawn === true && { seed }),
    ...(annotators !== undefined && { annotators }),
  };
}
