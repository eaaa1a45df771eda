import { signal } from '@preact/signals';
import { type Session, sessionSchema } from '../../annotate/api/session.ts';
import { callApi } from './api.ts';

/** Who works here on what; `undefined` until the server has said it. */
export const session = signal<Session | undefined>(undefined);

/** Asks the server who is working. @throws ApiError */
export async function loadSession(): Promise<Session> {
  const found = await callApi('session', sessionSchema);
  session.value = found;
  return found;
}

/** The session, as soon as the server has said it. */
export function whenSession(): Promise<Session> {
  return new Promise((resolve) => {
    const stop = session.subscribe((found) => {
      if (found === undefined) return;
      resolve(found);
      queueMicrotask(() => stop());
    });
  });
}
