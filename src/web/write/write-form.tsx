import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Session } from '../../annotate/api/session.ts';
import type { DraftAction } from '../../annotate/draft/draft.ts';
import { describeUnit } from '../../annotate/evidence/describe-unit.ts';
import { recordFinder } from '../../annotate/evidence/find-record.ts';
import type { WrittenClaim } from '../../annotate/write/kept-writing.ts';
import { emptyWriteDraft, reduceWrite } from '../../annotate/write/reduce-write.ts';
import type { WriteDraft } from '../../annotate/write/write-draft.ts';
import { challenges } from '../../claims/challenge.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { languageOf } from '../../text/languages/index.ts';
import { CheckList } from '../checks/check-list.tsx';
import { EvidenceSets } from '../evidence/evidence-sets.tsx';
import { ariaKeys, shownKeys, useKeys } from '../keyboard/use-keys.ts';
import { confirm } from '../shell/confirm.tsx';
import { articles } from '../store/articles.ts';
import { words } from '../words/words.ts';
import { ClaimBox } from './claim-box.tsx';
import { DatasetHints } from './dataset-hints.tsx';
import { LabelChoice } from './label-choice.tsx';
import { MutationChoice } from './mutation-choice.tsx';
import { MutationOffers } from './mutation-offers.tsx';
import { showArticle } from './open-articles.ts';
import { SourcePart } from './source-part.tsx';
import { useClaimChecks } from './use-claim-checks.ts';
import { useDatasetCheck } from './use-dataset-check.ts';
import './write-form.css';
import { act, hasText, redoChoice, startWith, submitMessage, writeFrom, writing } from './writing.ts';
import { change, stepBack, submitClaim } from './written.ts';
import { WrittenList } from './written-list.tsx';

/** The claim: source, text, how it was made, label, evidence, challenge; then what was written before. */
export function WriteForm({ session }: { readonly session: Session }): JSX.Element {
  const id = useId();
  const challenge = useRef<HTMLSelectElement>(null);
  const checks = useClaimChecks(session);
  const datasetCheck = useDatasetCheck();
  const find = useComputed(() => recordFinder((title) => articles.value.get(title)?.article));
  const draft = writing.value;
  const { answer } = draft;
  const actOnAnswer = (action: DraftAction): void => act({ type: 'answer', action });

  async function submit(): Promise<void> {
    if (await checks.hasError()) {
      submitMessage.value = words.write.errors;
      return;
    }
    submitClaim();
  }
  useKeys({
    submit: () => void submit(),
    supports: () => actOnAnswer({ type: 'label', label: 'SUPPORTS' }),
    refutes: () => actOnAnswer({ type: 'label', label: 'REFUTES' }),
    'not-enough': () => actOnAnswer({ type: 'label', label: 'NOT ENOUGH INFO' }),
    challenge: () => challenge.current?.focus(),
    undo: () => stepBack(),
    redo: () => redoChoice(),
  });
  // Of a text that stays behind nothing is said any more.
  useEffect(
    () => () => {
      submitMessage.value = '';
    },
    [],
  );

  return (
    <>
      <form
        class="write-form"
        aria-label={words.write.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {draft.replaces !== undefined && (
          <p class="write-form-editing" role="status">
            {words.write.editing(String(draft.replaces))}{' '}
            <button type="button" class="quiet" onClick={() => startWith(emptyWriteDraft)}>
              {words.write.stopEditing}
            </button>
          </p>
        )}
        <SourcePart
          draft={draft}
          describe={(unit) => describeUnit(unit, find.value)}
          show={show}
          onChooseOther={() => act({ type: 'choose-source' })}
          onKeep={() => act({ type: 'choose-evidence' })}
        />
        <ClaimBox />
        <CheckList findings={checks.findings.value} waiting={words.write.checks} />
        <DatasetHints check={datasetCheck} />
        <MutationChoice
          mutation={draft.mutation}
          onChange={(mutation) => act({ type: 'mutation', mutation })}
        />
        {languageOf(session.dataset.language) !== undefined && <MutationOffers />}
        <LabelChoice draft={draft} onChange={(label) => actOnAnswer({ type: 'label', label })} />
        {answer.label === 'NOT ENOUGH INFO' && <p class="write-form-note">{words.write.evidenceOfNei}</p>}
        {answer.label !== 'NOT ENOUGH INFO' && draft.choosing === 'evidence' && (
          <EvidenceSets
            draft={answer}
            act={actOnAnswer}
            show={show}
            describe={(unit) => describeUnit(unit, find.value)}
          />
        )}
        <div class="write-form-challenge">
          <label for={`${id}-challenge`}>{words.write.challenge}</label>
          <select
            ref={challenge}
            id={`${id}-challenge`}
            aria-keyshortcuts={ariaKeys('challenge')}
            value={answer.challenge ?? ''}
            onChange={(event) => {
              const chosen = challenges.find((other) => other === event.currentTarget.value);
              actOnAnswer({ type: 'challenge', challenge: chosen });
            }}
          >
            <option value="">{words.write.noChallenge}</option>
            {challenges.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="write-form-submit">
          <p class="write-form-message" role="alert">
            {submitMessage.value}
          </p>
          <button type="submit" class="primary" aria-keyshortcuts={ariaKeys('submit')}>
            {draft.replaces === undefined ? words.write.submit : words.write.submitChange}
            {shownKeys('submit') !== '' && <span class="write-form-keys">{shownKeys('submit')}</span>}
          </button>
        </div>
      </form>
      <WrittenList
        onChange={(claim) => void replaceText(() => change(claim), claim)}
        onMutate={(claim) => void replaceText(() => writeFrom(mutationOf(claim)), claim)}
      />
    </>
  );
}

function show(id: string): void {
  const title = parseEvidenceId(id)?.title;
  if (title !== undefined) void showArticle(title, id);
}

/** Puts something else into the form, after asking where a text would be lost, and shows its evidence. */
async function replaceText(replace: () => void, { record }: WrittenClaim): Promise<void> {
  const { replaceTitle: title, replaceText: text, replaceYes: yes } = words.write;
  if (hasText() && !(await confirm({ title, text, yes }))) return;
  replace();
  const [first] = record.evidence.flat();
  if (first !== undefined) show(first);
}

function mutationOf({ record: { id, claim, label, evidence } }: WrittenClaim): WriteDraft {
  return reduceWrite(emptyWriteDraft, { type: 'mutate', id, claim, label, evidence });
}
