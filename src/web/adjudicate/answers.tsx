import type { JSX } from 'preact';
import { isAnswer, isMerged } from '../../annotate/adjudication/decision.ts';
import type { Answer } from '../../annotate/api/adjudication.ts';
import { ariaKeys, shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import './answers.css';
import { LabelTag } from '../labels/label-tag.tsx';
import type { Desk } from './desk.ts';
import { EvidenceWords } from './evidence-words.tsx';

/** More elements of an answer's evidence are folded: the answers are to stand beside each other, and the decision below them in view. */
const shownElements = 3;

/** What annotators answered, side by side under letters, to be taken or not. */
export function Answers({
  desk,
  isReadOnly,
}: {
  readonly desk: Desk;
  readonly isReadOnly: boolean;
}): JSX.Element {
  const text = words.adjudicate.answers;
  const answers = desk.conflict.value?.answers ?? [];
  const { draft } = desk.decision.value;
  const merged = isMerged(draft, answers);
  return (
    <section class="answers" aria-labelledby="answers-heading">
      <h2 id="answers-heading">
        {text.heading} <small>{answers.length > 1 ? text.hint : ''}</small>
      </h2>
      {answers.length === 0 && <p class="answers-none">{text.none}</p>}
      <ol class="answers-columns">
        {answers.map((answer, at) => (
          <AnswerColumn
            key={answer.letter}
            answer={answer}
            position={at}
            desk={desk}
            isReadOnly={isReadOnly}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <div class="answers-together">
          {answers.length > 1 && (
            <button
              type="button"
              aria-pressed={merged}
              aria-keyshortcuts={ariaKeys('merge-answers')}
              onClick={() => desk.act({ type: 'merge' })}
            >
              {text.both(answers.length)} <Keys of={shownKeys('merge-answers')} />
            </button>
          )}
          <button
            type="button"
            aria-keyshortcuts={ariaKeys('own-answer')}
            onClick={() => desk.act({ type: 'own' })}
          >
            {answers.length > 1 ? text.own : text.ownAlone} <Keys of={shownKeys('own-answer')} />
          </button>
        </div>
      )}
    </section>
  );
}

interface AnswerColumnProps {
  readonly answer: Answer;
  readonly position: number;
  readonly desk: Desk;
  readonly isReadOnly: boolean;
}

function AnswerColumn({ answer, position, desk, isReadOnly }: AnswerColumnProps): JSX.Element {
  const text = words.adjudicate.answers;
  const { letter, label, evidence, comment, despite, challenge, consulted = [] } = answer;
  const { draft, leftOut } = desk.decision.value;
  const isTaken = leftOut.length === 0 && isAnswer(draft, answer);
  const keys = shownKeys('take-answer');
  return (
    <li class="answers-column" data-taken={isTaken}>
      <h3>
        <span class="answers-letter" aria-hidden="true">
          {letter}
        </span>
        <span class="visually-hidden">{text.letter(letter)}: </span>
        <LabelTag label={label} />
      </h3>
      <EvidenceWords evidence={evidence} show={desk.show} most={shownElements} />
      {challenge !== undefined && <p class="answers-more">{challenge}</p>}
      {comment !== undefined && <blockquote>{comment}</blockquote>}
      {despite !== undefined && (
        <p class="answers-more">
          {text.despite}: {despite}
        </p>
      )}
      {consulted.length > 0 && <p class="answers-more">{text.consulted(consulted.length)}</p>}
      {!isReadOnly && (
        <button
          type="button"
          class="answers-take"
          aria-pressed={isTaken}
          onClick={() => desk.act({ type: 'take', letter })}
        >
          {isTaken ? text.taken(letter) : text.take(letter)}{' '}
          {keys !== '' && position < 9 && <Keys of={`${keys} ${position + 1}`} />}
        </button>
      )}
    </li>
  );
}

/** Keys as they are to be pressed; nothing where there are none. */
export function Keys({ of }: { readonly of: string }): JSX.Element | null {
  return of === '' ? null : (
    <span aria-hidden="true">
      <kbd>{of}</kbd>
    </span>
  );
}
