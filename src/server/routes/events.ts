import { type EventsResponse, eventsRequestSchema } from '../../annotate/api/events.ts';
import { takeEvents } from '../events/take-events.ts';
import { readBody } from '../guard/read-body.ts';
import type { RouteGroup } from './route.ts';

/** `POST /api/events`. */
export const addEventRoutes: RouteGroup = (app, state) => {
  app.post('/api/events', async (context) => {
    const request = await readBody(context, eventsRequestSchema);
    return context.json<EventsResponse>(takeEvents(state, context.get('person'), request));
  });
};
