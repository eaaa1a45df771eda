import { type DBSchema, openDB } from 'idb';
import type { SentEvent } from '../../annotate/api/events.ts';
import type { Refusal } from '../../annotate/outbox/outbox.ts';
import type { Keep, KeptDraft } from './keep.ts';
import { randomName } from './random-name.ts';

interface KeepSchema extends DBSchema {
  outbox: { key: number; value: SentEvent };
  refused: { key: number; value: Refusal };
  drafts: { key: string; value: KeptDraft };
  /** The name of the device, and the number of its next event. */
  meta: { key: 'device' | 'next'; value: string | number };
}

/** A number that the server knows must never be given again, even after a power cut. */
const onDisk = { durability: 'strict' } as const;

/**
 * Keeps events and drafts in the browser's database of this name.
 *
 * @param onLost called when the browser takes the database away: somebody cleared what it keeps
 * @throws DOMException where the browser has none, as in some private windows
 */
export async function browserKeep(name: string, onLost: () => void): Promise<Keep> {
  const database = await openDB<KeepSchema>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore('outbox');
      opened.createObjectStore('refused');
      opened.createObjectStore('drafts');
      opened.createObjectStore('meta');
    },
    terminated: onLost,
    // Another tab clears what is kept: it would wait for this one without end.
    blocking: (_version, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
  });
  const first = database.transaction('meta', 'readwrite', onDisk);
  if ((await first.store.get('device')) === undefined) await first.store.put(randomName(), 'device');
  await first.done;

  return {
    // Another tab may have taken another one.
    device: async () => String(await database.get('meta', 'device')),
    async rename() {
      const renaming = database.transaction('meta', 'readwrite', onDisk);
      await Promise.all([renaming.store.put(randomName(), 'device'), renaming.done]);
    },
    async add(event) {
      const adding = database.transaction(['outbox', 'meta'], 'readwrite', onDisk);
      const meta = adding.objectStore('meta');
      // In the transaction of the event: two tabs never take the same number.
      const next = Number((await meta.get('next')) ?? 1);
      const sent: SentEvent = { ...event, number: next };
      await Promise.all([
        adding.objectStore('outbox').add(sent, next),
        meta.put(next + 1, 'next'),
        adding.done,
      ]);
      return sent;
    },
    waiting: (limit) => database.getAll('outbox', undefined, limit),
    count: () => database.count('outbox'),
    async settle(confirmed, refused) {
      const settling = database.transaction(['outbox', 'refused'], 'readwrite', onDisk);
      const outbox = settling.objectStore('outbox');
      const aside = settling.objectStore('refused');
      await Promise.all([
        ...confirmed.map((number) => outbox.delete(number)),
        ...refused.flatMap((refusal) => [
          outbox.delete(refusal.event.number),
          aside.put(refusal, refusal.event.number),
        ]),
        settling.done,
      ]);
    },
    refusals: () => database.getAll('refused'),
    dismiss: (number) => database.delete('refused', number),
    draft: (key) => database.get('drafts', key),
    async keepDrafts(drafts) {
      const keeping = database.transaction('drafts', 'readwrite');
      for (const draft of drafts) void keeping.store.put(draft, draft.key);
      // The page may be closing: nothing more is to come, and waiting for that would be too long.
      keeping.commit();
      await keeping.done;
    },
    forgetDraft: (key) => database.delete('drafts', key),
    async forgetOld({ done, any }) {
      const cleaning = database.transaction('drafts', 'readwrite');
      for await (const cursor of cleaning.store) {
        const { at, isDone } = cursor.value;
        if (at < (isDone ? done : any)) await cursor.delete();
      }
      await cleaning.done;
    },
  };
}
