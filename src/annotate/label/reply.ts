import type { SentEvent } from '../api/events.ts';

type EventOf<Kind extends SentEvent['kind']> = Omit<Extract<SentEvent, { readonly kind: Kind }>, 'number'>;

/** What an annotator says in the end of a claim, as it is sent but for its number. */
export type Reply = EventOf<'annotate'> | EventOf<'skip'> | EventOf<'verdict'>;
