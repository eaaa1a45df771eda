import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { type CheckClaimResponse, checkClaimResponseSchema } from '../../annotate/api/write.ts';
import { textOfDraft } from '../../annotate/write/claim-of-draft.ts';
import { ApiError, callApi } from '../store/api.ts';
import { connection } from '../store/connection.ts';
import { writing } from './writing.ts';

/** What the dataset's other claims say of the text. */
export type DatasetCheck =
  | { readonly status: 'none' | 'checking' | 'offline' | 'failed' }
  | { readonly status: 'checked'; readonly found: CheckClaimResponse };

const delayMilliseconds = 300;

/** Asks the server about the text a moment after each change; what comes too late is dropped. The claim that is being changed is not named. */
export function useDatasetCheck(): ReadonlySignal<DatasetCheck> {
  const check = useSignal<DatasetCheck>({ status: 'none' });
  const claim = useComputed(() => textOfDraft(writing.value.text));
  const label = useComputed(() => writing.value.answer.label);
  const own = useComputed(() => writing.value.replaces);
  useSignalEffect(() => {
    const wanted = claim.value;
    const answer = label.value;
    const replaced = own.value;
    // Asked again when the server is back.
    const isOffline = connection.value === 'offline';
    if (wanted === '') {
      check.value = { status: 'none' };
      return undefined;
    }
    if (isOffline) check.value = { status: 'offline' };
    else if (check.peek().status !== 'checked') check.value = { status: 'checking' };
    const aborted = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const body = { claim: wanted, ...(answer !== undefined && { label: answer }) };
        const found = await callApi('check-claim', checkClaimResponseSchema, body, aborted.signal);
        if (aborted.signal.aborted) return;
        const near = found.near.filter(({ id }) => id !== replaced);
        check.value = { status: 'checked', found: { ...found, near } };
      } catch (error) {
        if (aborted.signal.aborted) return;
        check.value = { status: error instanceof ApiError && error.status === 0 ? 'offline' : 'failed' };
      }
    };
    const timer = setTimeout(() => void ask(), delayMilliseconds);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  });
  return check;
}
