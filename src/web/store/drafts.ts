import type { ClaimId } from '../../claims/claim.ts';

/** Keeps the state of a page about a claim (or `undefined` to forget it) in the browser's database, in less than 100 ms. */
export async function keepDraft(
  _page: 'label' | 'write' | 'adjudicate',
  _claim: ClaimId,
  _state: unknown,
): Promise<void> {}

/** What was kept; `undefined` where nothing was. Whoever asks checks its form. */
export async function findDraft(_page: 'label' | 'write' | 'adjudicate', _claim: ClaimId): Promise<unknown> {
  return undefined;
}
