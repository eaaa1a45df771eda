import { z } from 'zod';
import {
  type CheckClaimResponse,
  checkClaimRequestSchema,
  type claimIdResponseSchema,
} from '../../annotate/api/write.ts';
import { newClaimId } from '../../annotate/write/new-claim-id.ts';
import type { Claim, ClaimId } from '../../claims/claim.ts';
import { toNfc } from '../../text/normalise.ts';
import { checkClaim, ownCues } from '../check-claim.ts';
import { readBody } from '../guard/read-body.ts';
import type { ServerState } from '../server-state.ts';
import { demandRole, type RouteGroup } from './route.ts';

/** `POST /api/claim-id` and `/api/check-claim`. */
export const addWriteRoutes: RouteGroup = (app, state) => {
  const { workspace, givenIds } = state;
  app.post('/api/claim-id', async (context) => {
    const person = context.get('person');
    demandRole(person, 'write');
    await readBody(context, z.strictObject({}));
    const id = newClaimId(idsOf(state), person.name, givenIds);
    return context.json<z.infer<typeof claimIdResponseSchema>>({ id });
  });
  app.post('/api/check-claim', async (context) => {
    const person = context.get('person');
    demandRole(person, 'write');
    const request = await readBody(context, checkClaimRequestSchema);
    const { language } = workspace.config;
    const found = checkClaim(workspace.claims.all(), request, language);
    return context.json<CheckClaimResponse>(
      person.roles.includes('adjudicate')
        ? found
        : { ...found, cues: ownCues(writtenBy(person.name, state), request, language) },
    );
  });
};

/** Claims as somebody wrote them, whatever was decided of them since. */
function* writtenBy(name: string, { workspace }: ServerState): Generator<Claim> {
  for (const { written } of workspace.work.claims.values()) {
    if (written !== undefined && toNfc(written.annotator) === toNfc(name)) yield written.record;
  }
}

/** Of all claims that there are, and of all that journals tell of. */
function* idsOf({ workspace }: ServerState): Generator<ClaimId> {
  for (const { record } of workspace.claims.all()) yield record.id;
  for (const { id } of workspace.work.claims.values()) yield id;
}
