import type { Hono } from 'hono';
import type { Role } from '../../annotate/api/session.ts';
import { Refusal } from '../guard/refusal.ts';
import type { Person } from '../people/person.ts';
import type { ServerState } from '../server-state.ts';

/** What the requests of the API carry. */
export interface AppEnv {
  Variables: { person: Person };
}

/** Adds the routes of one kind. */
export type RouteGroup = (app: Hono<AppEnv>, state: ServerState) => void;

/** @throws Refusal NOT_ALLOWED for somebody without the role */
export function demandRole({ roles }: Person, role: Role): void {
  if (roles.includes(role)) return;
  throw new Refusal(403, 'NOT_ALLOWED', 'This part of the page is for others. Ask the lead for it.');
}
