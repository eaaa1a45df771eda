import {
  type HeartbeatResponse,
  heartbeatRequestSchema,
  type NextResponse,
  nextRequestSchema,
  releaseRequestSchema,
} from '../../annotate/api/item.ts';
import { readBody } from '../guard/read-body.ts';
import { Refusal } from '../guard/refusal.ts';
import { demandRole, type RouteGroup } from './route.ts';

/** `POST /api/next`, `/api/heartbeat`, `/api/release`. */
export const addQueueRoutes: RouteGroup = (app, { queue, workspace, now }) => {
  app.post('/api/next', async (context) => {
    const request = await readBody(context, nextRequestSchema);
    const person = context.get('person');
    demandRole(person, 'label');
    const found = queue.next({ annotator: person.name, device: request.device, now: now() }, request);
    if (found === undefined) {
      throw new Refusal(
        404,
        'UNKNOWN_CLAIM',
        'The claim is not in the dataset, or not any more. Go on with the next one.',
      );
    }
    return context.json<NextResponse>(found);
  });
  app.post('/api/heartbeat', async (context) => {
    const { claim, device, active } = await readBody(context, heartbeatRequestSchema);
    const asker = { annotator: context.get('person').name, device, now: now() };
    return context.json<HeartbeatResponse>({
      lease: claim === undefined ? null : queue.beat(asker, claim, active),
      revision: workspace.revision,
    });
  });
  app.post('/api/release', async (context) => {
    const { claim, device } = await readBody(context, releaseRequestSchema);
    queue.release({ annotator: context.get('person').name, device, now: now() }, claim);
    return context.json({});
  });
};
