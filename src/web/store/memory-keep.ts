import type { SentEvent } from '../../annotate/api/events.ts';
import type { Refusal } from '../../annotate/outbox/outbox.ts';
import type { Keep, KeptDraft } from './keep.ts';
import { randomName } from './random-name.ts';

/** Keeps events and drafts as long as the page is open: for private windows, and for browsers that have no room left. */
export function memoryKeep(): Keep {
  const events = new Map<number, SentEvent>();
  const refusals = new Map<number, Refusal>();
  const drafts = new Map<string, KeptDraft>();
  let next = 1;
  let device = randomName();
  return {
    device: async () => device,
    async rename() {
      device = randomName();
    },
    async add(event) {
      const sent: SentEvent = { ...event, number: next++ };
      events.set(sent.number, sent);
      return sent;
    },
    async waiting(limit) {
      return [...events.values()].slice(0, limit);
    },
    async count() {
      return events.size;
    },
    async settle(confirmed, refused) {
      for (const number of confirmed) events.delete(number);
      for (const refusal of refused) {
        events.delete(refusal.event.number);
        refusals.set(refusal.event.number, refusal);
      }
    },
    async refusals() {
      return [...refusals.values()];
    },
    async dismiss(number) {
      refusals.delete(number);
    },
    async draft(key) {
      return drafts.get(key);
    },
    async keepDrafts(kept) {
      for (const draft of kept) drafts.set(draft.key, draft);
    },
    async forgetDraft(key) {
      drafts.delete(key);
    },
    // The page goes before a draft gets old.
    forgetOld: async () => undefined,
  };
}
