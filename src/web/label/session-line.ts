import { z } from 'zod';
import type { Session } from '../../annotate/api/session.ts';
import type { ClaimInHand } from '../../annotate/label/claim-in-hand.ts';
import { readKeptClaim } from '../../annotate/label/kept-claim.ts';
import type { LabelState } from '../../annotate/label/label-state.ts';
import { type ClaimId, claimIdSchema } from '../../claims/claim.ts';
import { findDraft } from '../store/drafts.ts';

const lineSchema = z.strictObject({
  current: claimIdSchema.optional(),
  back: z.array(claimIdSchema),
  ahead: z.array(claimIdSchema),
});

/** Claims in the order in which they were done, as a tab goes on with after a reload. */
export interface RestoredLine {
  readonly current: ClaimInHand | undefined;
  readonly back: readonly ClaimInHand[];
  readonly ahead: readonly ClaimInHand[];
}

/** Further back than this nobody goes after a reload. */
export const mostBack = 50;

function nameOf({ dataset, annotator }: Session): string {
  return `claimset label ${dataset.key} ${annotator}`;
}

/** Remembers in this tab, for as long as it is open, which claims are in hand; the claims themselves are kept with the drafts. */
export function keepLine(session: Session, { current, back, ahead }: LabelState): void {
  const id = ({ item }: ClaimInHand): ClaimId => item.id;
  const line = { current: current?.item.id, back: back.slice(-mostBack).map(id), ahead: ahead.map(id) };
  try {
    sessionStorage.setItem(nameOf(session), JSON.stringify(line));
  } catch {
    // Full or forbidden: a reload then begins with what the server gives.
  }
}

/** The claims that this tab had in hand before it was loaded again; `undefined` for a new tab. */
export async function restoreLine(session: Session): Promise<RestoredLine | undefined> {
  const line = readLine(session);
  if (line === undefined) return undefined;
  const [back, ahead] = [await findAll(line.back), await findAll(line.ahead)];
  const [current] = await findAll(line.current === undefined ? [] : [line.current]);
  return back.length + ahead.length === 0 && current === undefined ? undefined : { current, back, ahead };
}

function readLine(session: Session): z.infer<typeof lineSchema> | undefined {
  try {
    const text = sessionStorage.getItem(nameOf(session));
    return text === null ? undefined : lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function findAll(ids: readonly ClaimId[]): Promise<ClaimInHand[]> {
  const found: ClaimInHand[] = [];
  for (const id of ids) {
    const kept = readKeptClaim(await findDraft('label', id));
    if (kept !== undefined) found.push(kept.claim);
  }
  return found;
}
