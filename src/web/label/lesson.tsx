import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Feedback } from '../../annotate/api/events.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import { EvidenceText } from './evidence-text.tsx';
import './lesson.css';
import type { Workspace } from './workspace.ts';

export interface LessonProps {
  readonly desk: Workspace;
  readonly root: RefObject<HTMLElement>;
}

/** What an answer of the training is worth, with the evidence that there is. */
export function Lesson({ desk, root }: LessonProps): JSX.Element {
  const { view } = desk.state.value;
  const feedback = view.is === 'lesson' ? view.feedback : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const text = words.label.lesson;
  const own = desk.draft.value.label;
  const first = feedback?.evidence[0]?.[0];
  useEffect(() => {
    heading.current?.focus();
    if (first !== undefined) desk.focused.value = first;
  }, [feedback, first]);
  return (
    <aside ref={root} class="answer-panel lesson" data-open="true" aria-label={text.title}>
      <h2 ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      {feedback === undefined ? (
        <p role="status">{text.waiting}</p>
      ) : (
        <div role="status" class="lesson-result">
          <p class={feedback.isLabelRight ? 'lesson-right' : 'lesson-wrong'}>
            {feedback.isLabelRight ? `✓ ${text.right}` : `✗ ${text.wrong(feedback.label)}`}
          </p>
          {!feedback.isLabelRight && own !== undefined && <p>{text.yours(own)}</p>}
          <Shares feedback={feedback} />
        </div>
      )}
      {feedback !== undefined && (
        <section aria-labelledby="lesson-gold">
          <h3 id="lesson-gold">{text.gold}</h3>
          {feedback.evidence.length === 0 ? (
            <p>{text.noGold}</p>
          ) : (
            <>
              <p class="lesson-quiet">{text.marked}</p>
              {feedback.evidence.map((set, at) => (
                <EvidenceText
                  key={set.join(' ')}
                  desk={desk}
                  ids={set}
                  at={at}
                  count={feedback.evidence.length}
                />
              ))}
            </>
          )}
        </section>
      )}
      <div class="answer-panel-foot">
        <button type="button" class="primary answer-panel-submit" onClick={() => desk.act({ type: 'next' })}>
          {words.label.nextClaim} <kbd>{shownKeys('submit')}</kbd>
        </button>
      </div>
    </aside>
  );
}

function Shares({ feedback }: { readonly feedback: Feedback }): JSX.Element {
  const { evidencePrecision, evidenceRecall } = feedback;
  const text = words.label.lesson;
  return (
    <>
      {evidencePrecision !== null && <p>{text.precision(evidencePrecision)}</p>}
      {evidenceRecall !== null && <p>{text.recall(evidenceRecall)}</p>}
    </>
  );
}
