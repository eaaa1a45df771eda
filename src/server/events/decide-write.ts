import type { SentEvent } from '../../annotate/api/events.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { type Deciding, type Decision, refuse } from './decision.ts';
import { originKeys } from './line-origin.ts';

/** A claim that was written goes to a file of its writer, so that those of two never meet in one. */
export function decideWrite(
  { claim: id, record, offered }: Extract<SentEvent, { readonly kind: 'write' }>,
  { roles, claim, work, origin, name }: Deciding,
): Decision {
  if (!roles.includes('write')) return refuse('NOT_ALLOWED', 'You do not write claims here. Ask the lead.');
  if (claimIdKey(record.id) !== claimIdKey(id))
    return refuse('WRONG_ID', 'The claim has another id than the event. Reload the page.');
  if (claim !== undefined || work.written !== undefined || work.dropped !== undefined)
    return refuse(
      'ID_TAKEN',
      `There is a claim of the id ${JSON.stringify(id)} already. Submit it again under a new id.`,
    );
  const { at, end } = originKeys(origin);
  return {
    line: {
      event: 'write',
      claim: id,
      annotator: origin.annotator,
      at,
      record,
      ...(offered !== undefined && { offered }),
      ...end,
    },
    change: { do: 'add', record, file: `written/${name}.jsonl` },
  };
}
