import type { DatasetQuality } from '../../stats/dataset-quality.ts';
import { agreementWords, perClaimWords } from '../card/annotation-words.ts';
import { claimOnlyWords } from '../card/artefact-words.ts';
import { leakageWords } from '../card/leakage-words.ts';

/**
 * What Croissant's vocabulary for responsible AI has terms for of what was measured. What only the author can say (protocols, uses,
 * who the annotators are) is left to the author; so is the time frame, whose term the specification and mlcroissant spell differently.
 *
 * @see Croissant RAI Specification 1.0 (MLCommons 2024).
 */
export function responsibleAi({ annotations, claimOnly, leakage }: DatasetQuality): object {
  return {
    'rai:dataBiases': [claimOnlyWords(claimOnly)],
    'rai:dataManipulationProtocol': `Claims that hang together are in one split. ${leakageWords(leakage)}`,
    ...(annotations !== undefined && {
      'rai:dataAnnotationAnalysis': [agreementWords(annotations)],
      'rai:annotationsPerItem': perClaimWords(annotations.perClaim, ''),
    }),
  };
}
