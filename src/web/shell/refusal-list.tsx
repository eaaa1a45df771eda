import type { JSX } from 'preact';
import type { Refusal } from '../../annotate/outbox/outbox.ts';
import { dismissRefused, sendRefusedAgain } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { copyText } from './copy-text.ts';
import { showToast } from './toast.tsx';
import './refusal-list.css';

/** What the server will not take: why, all that was sent, and what to do with it. */
export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }): JSX.Element | null {
  if (refusals.length === 0) return null;
  return (
    <ul class="refusal-list">
      {refusals.map((refusal) => (
        <RefusalItem key={refusal.event.number} refusal={refusal} />
      ))}
    </ul>
  );
}

function RefusalItem({ refusal }: { readonly refusal: Refusal }): JSX.Element {
  const { event, result } = refusal;
  const { refusals: says } = words.shell;
  const { number: _number, ...content } = event;
  const text = JSON.stringify(content, null, 2);
  return (
    <li class="refusal-list-item">
      <h3>{says.item(event.kind, String(event.claim))}</h3>
      <p>
        {result.message} <code>{result.code}</code>
      </p>
      <details>
        <summary>{says.content}</summary>
        <textarea readOnly rows={8} value={text} aria-label={says.content} />
      </details>
      <div class="refusal-list-actions">
        <button
          type="button"
          onClick={async () => {
            if (await copyText(text)) showToast({ text: says.copied, seconds: 3 });
          }}
        >
          {says.copy}
        </button>
        <button type="button" onClick={() => sendRefusedAgain(refusal)}>
          {says.again}
        </button>
        <button type="button" onClick={() => dismissRefused(refusal)}>
          {says.dismiss}
        </button>
      </div>
    </li>
  );
}
