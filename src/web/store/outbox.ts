import { signal } from '@preact/signals';
import type { EventResult, Feedback, SentEvent } from '../../annotate/api/events.ts';

/** An event as a page makes it: its number is given by the outbox. */
export type NewEvent = SentEvent extends infer Event
  ? Event extends SentEvent
    ? Omit<Event, 'number'>
    : never
  : never;

/** Events that are kept in this browser and that the server has not confirmed. */
export const unsent = signal<number>(0);
/** When the server last confirmed something, ISO 8601; `undefined` before. */
export const savedAt = signal<string | undefined>(undefined);
export const connection = signal<'online' | 'offline'>('online');
/** Events that the server will never take, with why: shown until somebody has read them. */
export const refused = signal<readonly { readonly event: SentEvent; readonly result: EventResult }[]>([]);

/**
 * Keeps an event in the browser's database, and sends it with those before it as soon as the server can be reached. Done as soon as the
 * event is kept: it survives the closing of the page.
 */
export async function submit(_event: NewEvent): Promise<SentEvent> {
  throw new Error('not there yet');
}

/** Called with what an answer of the training is worth, as it comes. */
export const feedback = signal<readonly Feedback[]>([]);

/** The random name of this browser, the same for all its tabs. */
export async function deviceName(): Promise<string> {
  throw new Error('not there yet');
}
