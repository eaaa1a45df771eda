import { claimIdKey } from '../../../claims/claim-id-key.ts';
import { parseEvidenceId } from '../../../corpus/evidence-id.ts';
import { toNfc } from '../../../text/normalise.ts';
import { shuffle } from '../../../text/shuffle.ts';
import type { Candidate, Sampler } from '../candidate.ts';

/**
 * Records that annotators said they looked at and that decide nothing, those of most annotators first; then, drawn, records of the articles that annotators
 * opened.
 */
export const consulted: Sampler = async function* ({ claim, kinds, rng }, { elementsOf, lookedAt }) {
  const seen = lookedAt?.get(claimIdKey(claim.id));
  if (seen === undefined) return;
  for (const [id, annotators] of byCount(seen.consulted)) {
    const elements = await elementsOf(parseEvidenceId(id)?.title ?? '');
    const record = elements.find((element) => toNfc(element.id) === id);
    if (record !== undefined && kinds.includes(record.kind)) yield [{ record, annotators }];
  }
  const drawn: Candidate[] = [];
  for (const [title, annotators] of byCount(seen.opened)) {
    for (const record of await elementsOf(title))
      if (kinds.includes(record.kind)) drawn.push({ record, isDrawn: true, annotators });
  }
  shuffle(drawn, rng);
  for (const candidate of drawn) yield [candidate];
};

/** Those of most annotators first, else in code unit order: journals may come in any. */
function byCount(counts: ReadonlyMap<string, number>): [what: string, annotators: number][] {
  return [...counts].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1));
}
