import type { ComponentChildren, JSX } from 'preact';
import { words } from '../words/words.ts';
import './claim-head.css';
import { LabelTag } from '../labels/label-tag.tsx';
import type { Desk } from './desk.ts';
import { EvidenceWords } from './evidence-words.tsx';
import { takeBack } from './settle.ts';

/** The claim, and all that is to be known of it besides answers: what stands, who skipped or flagged it, what the dataset says. */
export function ClaimHead({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const text = words.adjudicate.claim;
  const conflict = desk.conflict.value;
  if (conflict === undefined) return null;
  const { kinds, skips, flags, verdicts, dataset, decided, dropped, sentBack } = conflict;
  return (
    <header class="claim-head">
      <p class="claim-head-id">
        {text.id(String(conflict.id))}
        {kinds.map((kind) => (
          <span key={kind} class="claim-head-kind">
            {words.adjudicate.kinds[kind]}
          </span>
        ))}
      </p>
      <h1 id="claim-head-text">{conflict.claim}</h1>
      {dropped !== null && (
        <Standing
          title={text.dropped}
          reason={words.adjudicate.reasons[dropped.reason].name}
          comment={dropped.comment}
          {...(dropped.isOwn
            ? { button: text.takeBackDrop, onTakeBack: () => void takeBack(desk, 'drop') }
            : { note: text.notYoursDrop })}
        />
      )}
      {dropped === null && sentBack !== null && (
        <Standing
          title={text.sentBack}
          comment={sentBack.comment}
          {...(sentBack.isOwn && {
            button: text.takeBackSend,
            onTakeBack: () => void takeBack(desk, 'send-back'),
          })}
        />
      )}
      {dropped === null && decided !== null && (
        <Standing
          title={text.decided(words.names.labels[decided.label])}
          reason={decided.reason === null ? undefined : words.adjudicate.reasons[decided.reason].name}
          comment={decided.comment}
          {...(decided.isOwn
            ? { button: text.takeBack, onTakeBack: () => void takeBack(desk, 'adjudication') }
            : { note: text.notYours })}
        />
      )}
      {skips.length > 0 && (
        <Notice title={text.skips(skips.length)}>
          <ul>
            {skips.map(({ letter, reason, comment, fix }) => (
              <li key={letter}>
                {text.skip(letter, words.names.skipReasons[reason])}
                {comment !== null && <q>{comment}</q>}
                {fix !== null && (
                  <span class="claim-head-fix">
                    {text.fix}: <q>{fix}</q> <small>{text.fixHint}</small>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {flags.length > 0 && (
        <Notice title={text.flagged(flags.length)}>
          <ul>
            {flags.map((comment, at) => (
              <li key={at}>{comment === '' ? text.noComment : <q>{comment}</q>}</li>
            ))}
          </ul>
        </Notice>
      )}
      {verdicts.length > 0 && (
        <Notice title={text.verdicts}>
          <ul>
            {verdicts.map(({ label, comment }, at) => (
              <li key={at}>
                {text.verdict(words.names.labels[label])}
                {comment !== null && <q>{comment}</q>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {dataset !== null && (
        <Notice title={text.dataset}>
          <div class="claim-head-dataset">
            <LabelTag label={dataset.label} /> <span>{text.datasetHint}</span>
            <EvidenceWords evidence={dataset.evidence} show={desk.show} />
          </div>
        </Notice>
      )}
    </header>
  );
}

function Notice({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="claim-head-notice">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

interface StandingProps {
  readonly title: string;
  readonly reason?: string | undefined;
  readonly comment: string | null;
  readonly button?: string;
  readonly onTakeBack?: () => void;
  readonly note?: string;
}

function Standing({ title, reason, comment, button, onTakeBack, note }: StandingProps): JSX.Element {
  return (
    <div class="claim-head-standing">
      <div>
        <strong>{title}</strong>
        {reason !== undefined && <span> · {reason}</span>}
        {comment !== null && comment !== '' && <q>{comment}</q>}
        {note !== undefined && <small>{note}</small>}
      </div>
      {button !== undefined && (
        <button type="button" onClick={onTakeBack}>
          {button}
        </button>
      )}
    </div>
  );
}
