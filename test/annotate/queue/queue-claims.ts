import type { QueueClaim } from '../../../src/annotate/queue/plan-queue.ts';
import type { ClaimId } from '../../../src/claims/claim.ts';
import { type Config, configSchema } from '../../../src/claims/config.ts';

/** A claim with a label and evidence that no annotator may see. */
export function labelled(id: ClaimId, more: object = {}): QueueClaim {
  return {
    isLabelled: true,
    record: {
      id,
      claim: `Claim ${id}.`,
      label: 'REFUTES',
      evidence: [['Secret_sentence_1']],
      mutation: 'negate',
      ...more,
    },
  };
}

/** A claim that nobody has labelled. */
export function unlabelled(id: ClaimId, more: object = {}): QueueClaim {
  return { isLabelled: false, record: { id, claim: `Claim ${id}.`, ...more } };
}

/** Unlabelled claims `c1`, `c2`, … */
export function claimsUpTo(count: number): QueueClaim[] {
  return Array.from({ length: count }, (_, at) => unlabelled(`c${at + 1}`));
}

/** Settings of the annotation page with these values. */
export function settingsOf(annotate: object = {}): Config['annotate'] {
  return configSchema.parse({ annotate }).annotate;
}
