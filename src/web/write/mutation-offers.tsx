import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { MutationsResponse } from '../../annotate/api/mutations.ts';
import { words } from '../words/words.ts';
import './mutation-offers.css';
import { aroundChange } from './around-change.ts';
import { type MutationOffers as Offers, rewrittenText, useMutationOffers } from './use-mutation-offers.ts';
import { act, writing } from './writing.ts';

/** Rewrites of the claim by the chosen mutation, to be taken into the form; nothing while none is chosen. */
export function MutationOffers(): JSX.Element | null {
  const { offers, ask } = useMutationOffers();
  const draft = writing.value;
  if (draft.mutation === undefined) return null;
  const { source } = draft;
  return (
    <section class="mutation-offers" aria-label={words.write.offers}>
      <button type="button" disabled={rewrittenText(draft) === ''} onClick={ask}>
        {source?.kind === 'claim' ? words.write.offerOfClaim(String(source.id)) : words.write.offerOfText}
      </button>
      <Offered offers={offers.value} />
    </section>
  );
}

function Offered({ offers }: { readonly offers: Offers }): JSX.Element {
  return (
    <div>
      <p class="mutation-offers-quiet" role="status">
        {statusOf(offers)}
      </p>
      {offers.status === 'offered' && offers.found.rewrites.length > 0 && (
        <ul class="mutation-offers-list">
          {offers.found.rewrites.map((rewrite) => (
            <Rewrite key={rewrite.text} rewrite={rewrite} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Rewrite({ rewrite }: { readonly rewrite: MutationsResponse['rewrites'][number] }): JSX.Element {
  const id = useId();
  const { text, from, start, end, findings } = rewrite;
  const { cutBefore, before, behind, cutBehind } = aroundChange(text, start, end);
  return (
    <li>
      <button
        type="button"
        class="mutation-offers-rewrite"
        dir="auto"
        aria-pressed={writing.value.offered === text}
        aria-describedby={`${id}-from ${id}-findings`}
        onClick={() => act({ type: 'take', text })}
      >
        {cutBefore !== '' && <Cut text={cutBefore} />}
        {before}
        <del aria-hidden="true">{from}</del> <mark>{text.slice(start, end)}</mark>
        {behind}
        {cutBehind !== '' && <Cut text={cutBehind} />}
      </button>
      <span id={`${id}-from`} hidden>
        {words.write.insteadOf(from)}
      </span>
      {findings.length > 0 && (
        <p id={`${id}-findings`} class="mutation-offers-findings">
          {findings.join(' ')}
        </p>
      )}
    </li>
  );
}

/** Words that are heard and not seen, so that what is new stands in the first line of many long sentences. */
function Cut({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      <span class="visually-hidden">{text}</span>
      <span aria-hidden="true">…</span>
    </>
  );
}

function statusOf(offers: Offers): string {
  switch (offers.status) {
    case 'none':
      return '';
    case 'asking':
      return words.write.offering;
    case 'offline':
      return words.write.notOffered;
    case 'failed':
      return words.write.notOfferedFailed;
    case 'offered': {
      const { rewrites, faulty, known } = offers.found;
      return words.write.offered(rewrites.length, faulty + known);
    }
  }
}
