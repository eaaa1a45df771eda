import { signal } from '@preact/signals';
import type { ClaimId } from '../../claims/claim.ts';
import { hearTabs, tellTabs } from './channel.ts';
import type { KeptDraft } from './keep.ts';
import { mainKeep, spare } from './keeps.ts';

type DraftPage = 'label' | 'write' | 'adjudicate';

/** Quick enough that nobody loses more than a letter, slow enough not to write each one. */
const delayMilliseconds = 80;

/** What is done can be gone back to for so long, what is not can be taken up again. */
const doneDays = 7;
const anyDays = 365;

/** Pages and claims that other tabs have open too, by {@link draftKey}, with whether they changed it since this tab did. */
export const elsewhere = signal<ReadonlyMap<string, 'open' | 'changed'>>(new Map());

/** States to write, with who waits for it. */
let changed = new Map<string, KeptDraft>();
let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** What this tab has open, by page. */
const opened = new Map<DraftPage, string>();
/** Tabs that have a claim open, by its key. */
const others = new Map<string, Set<string>>();

/** The key of a page about a claim. */
export function draftKey(page: DraftPage, claim: ClaimId): string {
  return `${page} ${JSON.stringify(claim)}`;
}

/**
 * Keeps the state of a page about a claim (or `undefined` to forget it) in the browser's database, in less than 100 ms. Of two tabs the later one
 * stands; {@link elsewhere} tells of the other.
 *
 * @param isDone whether the server has all of it: it is kept for some days only
 */
export async function keepDraft(
  page: DraftPage,
  claim: ClaimId,
  state: unknown,
  isDone = false,
): Promise<void> {
  const key = draftKey(page, claim);
  if (state === undefined) {
    changed.delete(key);
    if (opened.get(page) === key) close(page);
    await Promise.all([spare.forgetDraft(key), (await mainKeep()).forgetDraft(key)]);
    return;
  }
  open(page, key);
  changed.set(key, { key, state, at: new Date().toISOString(), isDone });
  timer ??= setTimeout(() => void flushDrafts(), delayMilliseconds);
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** What was kept; `undefined` where nothing was. Whoever asks checks its form. */
export async function findDraft(page: DraftPage, claim: ClaimId): Promise<unknown> {
  const key = draftKey(page, claim);
  open(page, key);
  const keep = await mainKeep();
  // The spare one has what the browser had no room for: it is the later one.
  return changed.get(key)?.state ?? (await spare.draft(key))?.state ?? (await keep.draft(key))?.state;
}

/** Writes what was not written yet. */
async function flushDrafts(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const drafts = [...changed.values()];
  const told = waiting;
  changed = new Map();
  waiting = [];
  if (drafts.length > 0) {
    const keep = await mainKeep();
    try {
      await keep.keepDrafts(drafts);
      // What it did not take before is older than this.
      if (keep !== spare) for (const { key } of drafts) await spare.forgetDraft(key);
    } catch {
      await spare.keepDrafts(drafts);
    }
    for (const { key } of drafts) {
      setElsewhere(key);
      void tellTabs({ type: 'draft', what: 'changed', key });
    }
  }
  for (const tell of told) tell();
}

/** Keeps drafts when the page goes away, hears of those of other tabs, and forgets those that are old. Called once. */
export function startDrafts(): void {
  void forgetOld();
  hearTabs((message, from) => {
    if (message.type !== 'draft') return;
    const { key, what } = message;
    const tabs = others.get(key) ?? new Set();
    if (what === 'left') tabs.delete(from);
    else tabs.add(from);
    others.set(key, tabs);
    if (![...opened.values()].includes(key)) return;
    setElsewhere(key, what === 'changed' ? 'changed' : elsewhere.value.get(key));
    if (what === 'opened') void tellTabs({ type: 'draft', what: 'here', key });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushDrafts();
  });
  addEventListener('pagehide', () => {
    void flushDrafts();
    for (const page of [...opened.keys()]) close(page);
  });
}

async function forgetOld(): Promise<void> {
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  await (await mainKeep()).forgetOld({ done: ago(doneDays), any: ago(anyDays) });
}

function open(page: DraftPage, key: string): void {
  if (opened.get(page) === key) return;
  close(page);
  opened.set(page, key);
  setElsewhere(key);
  void tellTabs({ type: 'draft', what: 'opened', key });
}

function close(page: DraftPage): void {
  const key = opened.get(page);
  if (key === undefined) return;
  opened.delete(page);
  setElsewhere(key);
  void tellTabs({ type: 'draft', what: 'left', key });
}

function setElsewhere(key: string, how: 'open' | 'changed' = 'open'): void {
  const next = new Map(elsewhere.value);
  const isOpen = [...opened.values()].includes(key) && (others.get(key)?.size ?? 0) > 0;
  if (isOpen) next.set(key, how);
  else next.delete(key);
  elsewhere.value = next;
}
