import { type HeartbeatResponse, heartbeatResponseSchema } from '../../annotate/api/item.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { callApi } from './api.ts';
import { noteRevision } from './articles.ts';
import { deviceName } from './outbox.ts';

/** How often the server is to hear of this page, in milliseconds. */
export const heartbeatMilliseconds = 20_000;

let lastAt = 0;

/**
 * Tells the server that this page is there, and hears what became of the lease of the claim; articles that changed are loaded anew.
 *
 * @param claim that is open, if any
 * @param isActive whether the person did something since the last time
 * @throws ApiError
 */
export async function sendHeartbeat(
  claim: ClaimId | undefined,
  isActive: boolean,
): Promise<HeartbeatResponse> {
  lastAt = Date.now();
  const answer = await callApi('heartbeat', heartbeatResponseSchema, {
    device: await deviceName(),
    ...(claim !== undefined && { claim }),
    active: isActive,
  });
  void noteRevision(answer.revision);
  return answer;
}

/** Tells the server of pages that do not do so themselves, to notice that it is gone or back. Called once. */
export function startHeartbeat(): void {
  setInterval(() => {
    if (document.visibilityState === 'hidden' || Date.now() - lastAt < heartbeatMilliseconds * 0.9) return;
    // That the server is away is said by the state of the connection.
    sendHeartbeat(undefined, false).catch(() => undefined);
  }, heartbeatMilliseconds);
}
