import type { OpenClaim } from '../claims/open-claim.ts';
import { parseEvidenceId } from '../corpus/evidence-id.ts';
import type { FormatContext } from './format.ts';
import { defineLoss } from './loss.ts';

/** The texts of evidence ids in order; `undefined` where the corpus lacks one of them. */
export function textsOf(ids: readonly string[], { evidence }: FormatContext): string[] | undefined {
  const texts: string[] = [];
  for (const id of ids) {
    const text = evidence.text(id);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** The title of an evidence id; the id itself where it has none. */
export function titleOf(id: string): string {
  return parseEvidenceId(id)?.title ?? id;
}

/** The losses of formats that carry the text of evidence: what the corpus does not have, nobody can write. */
export const textLosses = [
  defineLoss({
    id: 'claims',
    description:
      'Claims with evidence, but without one evidence set whose texts are all in the corpus: they are left out.',
    forget: (claim, context) =>
      claim.evidence.length > 0 && !claim.evidence.some((set) => textsOf(set, context) !== undefined)
        ? undefined
        : claim,
  }),
  defineLoss({
    id: 'sets',
    description: 'Evidence sets with a text that is not in the corpus: they are left out whole.',
    forget: (claim, context): OpenClaim => {
      const evidence = claim.evidence.filter((set) => textsOf(set, context) !== undefined);
      return evidence.length === claim.evidence.length ? claim : { ...claim, evidence };
    },
  }),
] as const;
