import type { SentEvent } from '../../annotate/api/events.ts';
import type { Refusal } from '../../annotate/outbox/outbox.ts';

/** An event as a page makes it: its number is given when it is kept. */
export type NewEvent = SentEvent extends infer Event
  ? Event extends SentEvent
    ? Omit<Event, 'number'>
    : never
  : never;

/** The state of a page about a claim. */
export interface KeptDraft {
  /** Of page and claim. */
  readonly key: string;
  readonly state: unknown;
  /** ISO 8601. */
  readonly at: string;
  /** Whether the server has all of it, so that it is only kept to go back to. */
  readonly isDone: boolean;
}

/** Where events and drafts are kept until the server has confirmed them. */
export interface Keep {
  /** The name under which the events are numbered. */
  device(): Promise<string>;
  /** Takes another name for the events that wait and all that follow: another browser uses this one. */
  rename(): Promise<void>;
  /** Numbers an event and keeps it; it is kept when this is done. */
  add(event: NewEvent): Promise<SentEvent>;
  /** The first events in the order of their numbers. */
  waiting(limit: number): Promise<readonly SentEvent[]>;
  count(): Promise<number>;
  /** Forgets events that are confirmed, and puts those that were refused aside. */
  settle(confirmed: readonly number[], refused: readonly Refusal[]): Promise<void>;
  refusals(): Promise<readonly Refusal[]>;
  /** Forgets an event that was put aside. */
  dismiss(number: number): Promise<void>;
  draft(key: string): Promise<KeptDraft | undefined>;
  keepDrafts(drafts: readonly KeptDraft[]): Promise<void>;
  forgetDraft(key: string): Promise<void>;
  /** Forgets drafts that were kept before these times, ISO 8601: `done` those that are done, `any` the others. */
  forgetOld(before: { readonly done: string; readonly any: string }): Promise<void>;
}
