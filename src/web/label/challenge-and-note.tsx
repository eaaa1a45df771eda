import type { JSX } from 'preact';
import type { Draft, DraftAction } from '../../annotate/draft/draft.ts';
import { challenges } from '../../claims/challenge.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import './challenge-and-note.css';

export interface ChallengeAndNoteProps {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly isReadOnly: boolean;
  readonly hasChallenge: boolean;
}

/** What made the claim hard, and a note for who checks the answer. */
export function ChallengeAndNote(props: ChallengeAndNoteProps): JSX.Element {
  const { draft, act, isReadOnly, hasChallenge } = props;
  const { challenge, comment } = draft;
  return (
    <div class="challenge-and-note">
      {hasChallenge && (
        <div>
          <label for="label-challenge">
            {words.label.challenge} <kbd>{shownKeys('challenge')}</kbd>
          </label>
          <select
            id="label-challenge"
            data-challenge
            disabled={isReadOnly}
            value={challenge ?? ''}
            aria-describedby={challenge === undefined ? undefined : 'label-challenge-means'}
            onChange={(event) => {
              const { value } = event.currentTarget;
              act({ type: 'challenge', challenge: challenges.find((one) => one === value) });
            }}
          >
            <option value="">{words.label.noChallenge}</option>
            {challenges.map((one) => (
              <option key={one} value={one}>
                {one}: {words.label.challenges[one]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <label for="label-note">
          {words.label.comment} <kbd>{shownKeys('comment')}</kbd>
        </label>
        <textarea
          id="label-note"
          data-comment
          rows={2}
          maxLength={10_000}
          placeholder={words.label.commentHint}
          readOnly={isReadOnly}
          value={comment}
          onInput={(event) => act({ type: 'comment', comment: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
