import type { Hono } from 'hono';
import type { ServerState } from '../server-state.ts';
import { addAdjudicationRoutes } from './adjudication.ts';
import { addCorpusRoutes } from './corpus.ts';
import { addEventRoutes } from './events.ts';
import { addHistoryRoutes } from './history.ts';
import { addMutationRoutes } from './mutations.ts';
import { addProgressRoutes } from './progress.ts';
import { addQueueRoutes } from './queue.ts';
import type { AppEnv, RouteGroup } from './route.ts';
import { addSearchRoutes } from './search.ts';
import { addSessionRoutes } from './session.ts';
import { addWriteRoutes } from './write.ts';

/** All groups of routes, sorted. */
const groups: readonly RouteGroup[] = [
  addAdjudicationRoutes,
  addCorpusRoutes,
  addEventRoutes,
  addHistoryRoutes,
  addMutationRoutes,
  addProgressRoutes,
  addQueueRoutes,
  addSearchRoutes,
  addSessionRoutes,
  addWriteRoutes,
];

/** Adds all routes of the API. */
export function addRoutes(app: Hono<AppEnv>, state: ServerState): void {
  for (const add of groups) add(app, state);
}
