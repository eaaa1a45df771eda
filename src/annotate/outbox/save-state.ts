import type { OutboxProblem } from './outbox.ts';

/** What the bar knows about the work of the page. */
export interface SaveFacts {
  readonly unsent: number;
  readonly refused: number;
  readonly problem: OutboxProblem | undefined;
  readonly isOnline: boolean;
  /** ISO 8601. */
  readonly savedAt: string | undefined;
}

/** How the work of the page stands, the worst first. */
export type SaveState =
  | { readonly kind: 'refused'; readonly count: number }
  | { readonly kind: 'link'; readonly unsent: number }
  | { readonly kind: 'disk'; readonly unsent: number }
  | { readonly kind: 'server'; readonly unsent: number }
  | { readonly kind: 'offline'; readonly unsent: number }
  | { readonly kind: 'sending'; readonly unsent: number }
  | { readonly kind: 'saved'; readonly at: string }
  /** Nothing was done yet. */
  | { readonly kind: 'ready' };

/** What the bar says. A failure of sending counts only while something waits to be sent; that nobody answers always does. */
export function saveStateOf({ unsent, refused, problem, isOnline, savedAt }: SaveFacts): SaveState {
  if (refused > 0) return { kind: 'refused', count: refused };
  const known = unsent > 0 ? problem : undefined;
  if (known !== undefined && known !== 'unreachable') return { kind: known, unsent };
  if (!isOnline || known !== undefined) return { kind: 'offline', unsent };
  if (unsent > 0) return { kind: 'sending', unsent };
  return savedAt === undefined ? { kind: 'ready' } : { kind: 'saved', at: savedAt };
}
