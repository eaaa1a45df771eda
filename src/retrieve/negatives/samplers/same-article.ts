import type { OpenClaim } from '../../../claims/open-claim.ts';
import { parseEvidenceId } from '../../../corpus/evidence-id.ts';
import { toNfc } from '../../../text/normalise.ts';
import { shuffle } from '../../../text/shuffle.ts';
import type { SearchRecord } from '../../records/search-record.ts';
import type { Sampler } from '../candidate.ts';

/** Records of the articles that the claim cites, or, where it cites none, of that of its `source`; each is as likely as any other. */
export const sameArticle: Sampler = async function* ({ claim, kinds, rng }, { elementsOf }) {
  const records: SearchRecord[] = [];
  for (const title of titlesOf(claim))
    for (const record of await elementsOf(title)) if (kinds.includes(record.kind)) records.push(record);
  shuffle(records, rng);
  for (const record of records) yield [{ record, isDrawn: true }];
};

function titlesOf({ evidence, source }: OpenClaim): ReadonlySet<string> {
  const ids = evidence.length > 0 ? evidence.flat() : source === undefined ? [] : [source];
  return new Set(ids.flatMap((id) => parseEvidenceId(id)?.title ?? []).map(toNfc));
}
