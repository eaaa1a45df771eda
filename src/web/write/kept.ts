import { type KeptWriting, parseKeptWriting } from '../../annotate/write/kept-writing.ts';
import { draftKey, findDraft, keepDraft } from '../store/drafts.ts';

/** Under which name the page is kept. */
export const writingKey = draftKey('write', 'page');

/** Waiting claims that this tab has seen in the database, and those that it has had itself. */
const loaded = new Set<string>();
const own = new Set<string>();

/** What this browser keeps of the page; `undefined` where nothing can be read. */
export async function findKept(): Promise<unknown> {
  const kept = await findDraft('write', 'page').catch(() => undefined);
  for (const { key } of parseKeptWriting(kept)?.waiting ?? []) loaded.add(key);
  return kept;
}

/** Keeps the page. Claims of other tabs that wait for the server stay; of the rest the latest tab's state stands. */
export async function keepAll(state: KeptWriting): Promise<void> {
  for (const { key } of state.waiting) own.add(key);
  const kept = parseKeptWriting(await findDraft('write', 'page').catch(() => undefined));
  const others = kept?.waiting.filter(({ key }) => !own.has(key) && !loaded.has(key)) ?? [];
  const isThere = (key: string): boolean =>
    kept === undefined || kept.waiting.some((other) => other.key === key);
  // What another tab has sent meanwhile does not come back.
  const waiting = state.waiting.filter(({ key }) => !loaded.has(key) || isThere(key));
  await keepDraft('write', 'page', { ...state, waiting: [...others, ...waiting] });
}

/** Whether a waiting claim that was read from the database is still there: another tab may have sent it. */
export async function isStillKept(key: string): Promise<boolean> {
  if (!loaded.has(key)) return true;
  const kept = parseKeptWriting(await findDraft('write', 'page').catch(() => undefined));
  return kept === undefined || kept.waiting.some((other) => other.key === key);
}
