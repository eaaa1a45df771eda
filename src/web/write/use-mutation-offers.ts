import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type MutationsResponse, mutationsResponseSchema } from '../../annotate/api/mutations.ts';
import { textOfDraft } from '../../annotate/write/claim-of-draft.ts';
import type { WriteDraft } from '../../annotate/write/write-draft.ts';
import type { Mutation } from '../../claims/mutation.ts';
import { ApiError, callApi } from '../store/api.ts';
import { begun, writing } from './writing.ts';

/** Rewrites that were asked for. */
export type MutationOffers =
  | { readonly status: 'none' | 'asking' | 'offline' | 'failed' }
  | { readonly status: 'offered'; readonly found: MutationsResponse };

/** What the offers are for. */
interface Asked {
  readonly mutation: Mutation | undefined;
  readonly source: WriteDraft['source'];
  readonly begun: number;
}

/** The text that is rewritten: that of the claim it is written from, or what stands in the form. */
export function rewrittenText({ source, text }: WriteDraft): string {
  return source?.kind === 'claim' ? source.claim : textOfDraft(text);
}

/** Rewrites of the claim by the chosen mutation, when they are asked for. Those of another mutation, or of a claim before, are gone. */
export function useMutationOffers(): {
  readonly offers: ReadonlySignal<MutationOffers>;
  readonly ask: () => void;
} {
  const offers = useSignal<MutationOffers>({ status: 'none' });
  const asked = useRef<AbortController | undefined>(undefined);
  const about = useRef<Asked | undefined>(undefined);
  useSignalEffect(() => {
    const { mutation, source } = writing.value;
    const now = { mutation, source, begun: begun.value };
    const before = about.current;
    about.current = now;
    if (
      before !== undefined &&
      before.mutation === now.mutation &&
      before.source === now.source &&
      before.begun === now.begun
    )
      return;
    asked.current?.abort();
    offers.value = { status: 'none' };
  });

  async function ask(): Promise<void> {
    const draft = writing.peek();
    const { mutation, source, answer } = draft;
    const of = rewrittenText(draft);
    if (mutation === undefined || of === '') return;
    asked.current?.abort();
    const aborted = new AbortController();
    asked.current = aborted;
    offers.value = { status: 'asking' };
    const evidence = answer.sets.filter((set) => set.length > 0).map((set) => [...set]);
    const body = {
      claim: of,
      mutation,
      ...(source?.kind === 'claim' && { label: source.label }),
      ...(evidence.length > 0 && { evidence }),
    };
    try {
      const found = await callApi('mutations', mutationsResponseSchema, body, aborted.signal);
      if (!aborted.signal.aborted) offers.value = { status: 'offered', found };
    } catch (error) {
      if (aborted.signal.aborted) return;
      offers.value = { status: error instanceof ApiError && error.status === 0 ? 'offline' : 'failed' };
    }
  }
  return { offers, ask: () => void ask() };
}
