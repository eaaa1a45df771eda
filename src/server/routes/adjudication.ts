import { describeConflict, untouchedClaim } from '../../annotate/adjudication/describe-conflict.ts';
import { findConflicts } from '../../annotate/adjudication/find-conflicts.ts';
import type { ConflictResponse, ConflictsResponse } from '../../annotate/api/adjudication.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { printable } from '../../text/printable.ts';
import { Refusal } from '../guard/refusal.ts';
import { adjudicationSettings } from '../state/adjudication-settings.ts';
import { demandRole, type RouteGroup } from './route.ts';

/** `GET /api/conflicts` and `/api/conflict`. */
export const addAdjudicationRoutes: RouteGroup = (app, state) => {
  const { workspace } = state;
  app.get('/api/conflicts', (context) => {
    const person = context.get('person');
    demandRole(person, 'adjudicate');
    return context.json<ConflictsResponse>(
      findConflicts(workspace.work, adjudicationSettings(state, person.name)),
    );
  });
  app.get('/api/conflict', (context) => {
    const person = context.get('person');
    demandRole(person, 'adjudicate');
    const id = context.req.query('claim') ?? '';
    const known = workspace.claims.find(id)?.record.id ?? id;
    const work = workspace.work.claims.get(claimIdKey(id)) ?? untouchedClaim(known);
    const found = describeConflict(work, adjudicationSettings(state, person.name));
    if (found === undefined) {
      throw new Refusal(
        404,
        'UNKNOWN_CLAIM',
        `There is no claim "${printable(id)}" in the dataset, and there was none. Go back to the list.`,
      );
    }
    return context.json<ConflictResponse>(found);
  });
};
