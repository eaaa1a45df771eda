import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Session } from '../../annotate/api/session.ts';
import type { Draft, DraftAction } from '../../annotate/draft/draft.ts';
import { emptyDraft } from '../../annotate/draft/draft.ts';
import { describeUnit, type UnitDescription } from '../../annotate/evidence/describe-unit.ts';
import { type FindRecord, recordFinder } from '../../annotate/evidence/find-record.ts';
import { marksOfAnswers } from '../../annotate/evidence/marks-of-answers.ts';
import { marksOfDraft } from '../../annotate/evidence/marks-of-draft.ts';
import type { UnitMark } from '../../annotate/evidence/unit-mark.ts';
import { answerOfDraft } from '../../annotate/label/answer-of-draft.ts';
import type { ClaimInHand } from '../../annotate/label/claim-in-hand.ts';
import { replyOf, secondsOf } from '../../annotate/label/reply-of.ts';
import type { SkipReason } from '../../claims/skip-reason.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { toNfc } from '../../text/normalise.ts';
import { createLiveChecks, type LiveChecks } from '../checks/live-checks.ts';
import type { CheckedRecord } from '../checks/validator.ts';
import { ApiError } from '../store/api.ts';
import { articles, openArticle } from '../store/articles.ts';
import { words } from '../words/words.ts';
import { createLabelStore, type LabelStore } from './label-store.ts';

/** A page that could not be opened. */
export interface FailedPage {
  readonly title: string;
  readonly message: string;
}

/** What the parts of the label page share. */
export interface Workspace extends LabelStore {
  readonly session: Session;
  /** Of the claim in hand, or of the one that a lesson is about. */
  readonly shown: ReadonlySignal<ClaimInHand | undefined>;
  readonly draft: ReadonlySignal<Draft>;
  readonly marks: ReadonlySignal<ReadonlyMap<string, UnitMark>>;
  /** The element of the article that keys act on. */
  readonly focused: Signal<string | undefined>;
  readonly checks: LiveChecks;
  /** The page that could not be opened. */
  readonly failed: ReadonlySignal<FailedPage | undefined>;
  /** Errors that stand in the way of submitting without a reason. */
  readonly blocking: Signal<number>;
  /** What is told to screen readers. */
  readonly said: Signal<string>;
  readonly find: FindRecord;
  readonly describe: (id: string) => UnitDescription | undefined;
  readonly change: (action: DraftAction) => void;
  /** Brings a page to the front, with an element of it in focus. */
  readonly show: (title: string, id?: string) => Promise<void>;
  /** Brings the element of the id to the front. */
  readonly showUnit: (id: string) => void;
  /** Sends the answer; false where it cannot be sent yet. */
  readonly submitAnswer: () => Promise<boolean>;
  readonly skip: (skip: { reason: SkipReason; comment: string; fix: string }) => void;
}

/** Opens the label page of somebody. `dispose` ends it. */
export function openWorkspace(session: Session, named: string | undefined): Workspace {
  const store = createLabelStore(session, named);
  const { state, act, clock } = store;
  const checks = createLiveChecks(session, 'answer');
  const focused = signal<string | undefined>(undefined);
  const failed = signal<FailedPage | undefined>(undefined);
  const blocking = signal(0);
  const said = signal('');
  const find = recordFinder((title) => articles.value.get(title)?.article);
  const textOf = (id: string): string | undefined => find(id)?.text;

  const shown = computed(() =>
    state.value.view.is === 'lesson' ? state.value.back.at(-1) : state.value.current,
  );
  const item = computed(() => shown.value?.item);
  const draft = computed(() => shown.value?.timeline.present ?? emptyDraft);
  // The state changes with every second of work: what hangs on a part of it looks at that part.
  const isOpen = computed(() => state.value.view.is === 'open');
  const lesson = computed(() => (state.value.view.is === 'lesson' ? state.value.view.feedback : undefined));
  const marks = computed(() => {
    const gold = lesson.value;
    return gold === undefined
      ? marksOfDraft(draft.value, find)
      : marksOfAnswers([{ letter: words.label.lesson.letter, evidence: gold.evidence }], draft.value, find);
  });

  async function show(title: string, id?: string): Promise<void> {
    const claim = state.peek().current?.item.id;
    try {
      const { article, fingerprint } = await openArticle(title);
      if (state.peek().current?.item.id !== claim) return;
      failed.value = undefined;
      act({ type: 'opened', title: toNfc(article.title), fingerprint });
      if (id !== undefined) focused.value = toNfc(id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failed.value = { title, message: error.message };
    }
  }

  function recordsOf(claim: ClaimInHand): CheckedRecord[] {
    const answer = answerOfDraft(claim.timeline.present);
    if (answer === undefined || claim.item.verdictOn !== undefined) return [];
    const { id } = claim.item;
    const { label, evidence, challenge } = answer;
    const record = { label, evidence, ...(challenge !== undefined && { challenge }) };
    const at = new Date().toISOString();
    return [
      { kind: 'claim', record: { id, claim: claim.item.claim, ...record } },
      { kind: 'annotation', record: { claim: id, annotator: session.annotator, ...record, at } },
    ];
  }

  async function submitAnswer(): Promise<boolean> {
    const before = state.peek().current;
    if (before === undefined || before.closed !== undefined) return false;
    if (before.timeline.present.label === undefined) {
      said.value = words.label.noVerdict;
      return false;
    }
    const findings = await checks.checkNow(recordsOf(before));
    // Meanwhile something else may have been done.
    const current = state.peek().current;
    if (current?.timeline.present !== before.timeline.present || current.item.id !== before.item.id)
      return false;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (errors > 0 && current.despite.trim() === '') {
      blocking.value = errors;
      return false;
    }
    act({ type: 'time', time: clock.settle() });
    const reply = replyOf(state.peek().current ?? current, {
      at: new Date().toISOString(),
      guidelines: session.guidelines,
      hasErrors: errors > 0,
      textOf,
    });
    if (reply === undefined) return false;
    act({ type: 'submit', reply, at: Date.now() });
    return true;
  }

  function skip({ reason, comment, fix }: { reason: SkipReason; comment: string; fix: string }): void {
    const { current } = state.peek();
    if (current === undefined) return;
    const reply = {
      kind: 'skip' as const,
      claim: current.item.id,
      at: new Date().toISOString(),
      reason,
      ...(comment.trim() !== '' && { comment: comment.trim() }),
      ...(fix.trim() !== '' && { fix: fix.trim() }),
      seconds: secondsOf(clock.settle().active),
    };
    act({ type: 'submit', reply, at: Date.now() });
  }

  let openedFor: unknown;
  const stops = [
    // Checks what is said as it changes.
    effect(() => {
      const isChecked = isOpen.value && draft.value.label !== undefined && item.value !== undefined;
      const current = state.peek().current;
      blocking.value = 0;
      checks.check(isChecked && current !== undefined ? recordsOf(current) : []);
    }),
    // Articles that the answer cites: their texts are shown with it.
    effect(() => {
      const ids = [
        ...draft.value.sets.flat(),
        ...draft.value.consulted,
        ...(item.value?.verdictOn ?? []).flat(),
      ];
      const titles = new Set(ids.flatMap((id) => parseEvidenceId(id)?.title ?? []));
      for (const title of titles) void openArticle(title).catch(ignoreApiError);
    }),
    // A claim that comes into hand begins at its first page.
    effect(() => {
      const id = item.value?.id;
      const current = state.peek().current;
      if (current === undefined || current.item.id !== id || openedFor === current.item.id) return;
      openedFor = current.item.id;
      failed.value = undefined;
      focused.value = undefined;
      const title = current.page ?? current.item.titles[0];
      if (title !== undefined && current.item.verdictOn === undefined) queueMicrotask(() => void show(title));
    }),
    // The page in front was changed on the server.
    effect(() => {
      const current = state.value.current;
      const page = current?.pages.find(({ title }) => title === current.page);
      const now = page === undefined ? undefined : articles.value.get(page.title);
      if (page === undefined || now === undefined || now.fingerprint === page.fingerprint) return;
      queueMicrotask(() => act({ type: 'opened', title: page.title, fingerprint: now.fingerprint }));
    }),
  ];

  return {
    ...store,
    session,
    shown,
    draft,
    marks,
    focused,
    checks,
    failed,
    blocking,
    said,
    find,
    describe: (id) => describeUnit(id, find),
    change: (action) => act({ type: 'draft', action }),
    show,
    showUnit: (id) => {
      const parts = parseEvidenceId(id);
      if (parts !== undefined) void show(parts.title, id);
    },
    submitAnswer,
    skip,
    dispose: () => {
      for (const stop of stops) stop();
      checks.stop();
      store.dispose();
    },
  };
}

/** What cannot be had now is asked for again when it is needed. */
function ignoreApiError(error: unknown): void {
  if (!(error instanceof ApiError)) throw error;
}
