import type { OpenClaim } from '../../claims/open-claim.ts';
import { fitThreshold } from '../../stats/fit-threshold.ts';
import { words } from '../../text/words.ts';
import type { Baseline, BaselineContext } from '../baseline.ts';
import { labelSharesOf, likeliestLabel } from '../label-shares.ts';

/** What a search engine gets that does not read. */
export const retrieval: Baseline = {
  id: 'retrieval',
  title: 'retrieval and overlap',
  about:
    'evidence by BM25, and a label by how many words of the claim stand in it, with a threshold fitted on the training claims',
  needs: ['training', 'search'],
  heeds: ['top'],
  prepare: (context) => {
    const { training } = context;
    const order = [...labelSharesOf(training).keys()];
    const examples = training.map((claim): [number, number] => [
      overlapOf(claim, context.search(claim.claim), context),
      order.indexOf(claim.label),
    ]);
    const { least, below, above } = fitThreshold(examples, order.length);
    const [sharesBelow, sharesAbove] = [below, above].map((counts) => {
      const all = counts.reduce((sum, count) => sum + count, 0);
      return new Map(order.map((label, at) => [label, (counts[at] ?? 0) / Math.max(1, all)]));
    }) as [Map<string, number>, Map<string, number>];
    return (claim) => {
      const evidence = context.search(claim.claim);
      const probabilities = overlapOf(claim, evidence, context) >= least ? sharesAbove : sharesBelow;
      return { label: likeliestLabel(probabilities), evidence, probabilities };
    };
  },
};

/** Share of the different words of a claim that stand in its evidence; 0 of a claim without words. */
function overlapOf(
  { claim }: OpenClaim,
  evidence: readonly string[],
  { textOf }: Pick<BaselineContext, 'textOf'>,
): number {
  const inClaim = new Set(words(claim));
  const inEvidence = new Set(evidence.flatMap((id) => words(textOf(id) ?? '')));
  const shared = [...inClaim].filter((word) => inEvidence.has(word)).length;
  return shared / Math.max(1, inClaim.size);
}
