import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  type Decision,
  type DecisionAction,
  reduceDecision,
  startDecision,
} from '../../annotate/adjudication/decision.ts';
import {
  type KeptDecision,
  keptOf,
  parseKept,
  startKept,
} from '../../annotate/adjudication/kept-decision.ts';
import { type ConflictResponse, conflictResponseSchema } from '../../annotate/api/adjudication.ts';
import { record, redo, undo } from '../../annotate/draft/timeline.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { toNfc } from '../../text/normalise.ts';
import { ApiError, callApi } from '../store/api.ts';
import { findDraft, keepDraft } from '../store/drafts.ts';
import type { NewEvent } from '../store/keep.ts';
import { takeSeconds } from './work-clock.ts';

/** A claim on the desk of who adjudicates: what was said of it, and the decision that is being made. It stays as it is left. */
export interface Desk {
  readonly id: ClaimId;
  readonly conflict: Signal<ConflictResponse | undefined>;
  readonly failure: Signal<ApiError | undefined>;
  readonly kept: Signal<KeptDecision>;
  readonly decision: ReadonlySignal<Decision>;
  /** What was sent, taken back and not changed since: redo sends it again. */
  readonly resend: Signal<NewEvent | undefined>;
  /** Titles that can be looked at, in order. */
  readonly titles: Signal<readonly string[]>;
  readonly title: Signal<string | undefined>;
  /** Id of the element that keys act on, in Unicode normal form C. */
  readonly focused: Signal<string | undefined>;
  readonly act: (action: DecisionAction) => void;
  /** False where there is nothing to go back to. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly say: (comment: string) => void;
  /** Seconds of work at the claim so far. */
  readonly seconds: () => number;
  /** Shows an element in its article, or an article. */
  readonly show: (id: string) => void;
  readonly open: (title: string) => void;
  /** Asks the server anew what was said; what is being decided stays. */
  readonly load: () => Promise<void>;
}

const desks = new Map<string, Desk>();

/** The desk of a claim, the same as long as the page is open. */
export function deskOf(id: ClaimId): Desk {
  const key = claimIdKey(id);
  const desk = desks.get(key) ?? createDesk(id);
  desks.set(key, desk);
  return desk;
}

function createDesk(id: ClaimId): Desk {
  const conflict = signal<ConflictResponse | undefined>(undefined);
  const failure = signal<ApiError | undefined>(undefined);
  const kept = signal<KeptDecision>(startKept(startDecision({ answers: [], decided: null })));
  const resend = signal<NewEvent | undefined>(undefined);
  const titles = signal<readonly string[]>([]);
  const title = signal<string | undefined>(undefined);
  const focused = signal<string | undefined>(undefined);
  const decision = computed(() => kept.value.timeline.present);
  let loading: Promise<void> | undefined;

  const keep = (next: KeptDecision): void => {
    kept.value = next;
    void keepDraft('adjudicate', id, keptOf(next));
  };
  const withTimeline = (timeline: KeptDecision['timeline']): boolean => {
    if (timeline === kept.value.timeline) return false;
    keep({ ...kept.value, timeline });
    resend.value = undefined;
    return true;
  };
  const open = (wanted: string): void => {
    const key = toNfc(wanted);
    const known = titles.value.find((other) => toNfc(other) === key);
    if (known === undefined) titles.value = [...titles.value, wanted];
    title.value = known ?? wanted;
  };
  const show = (wanted: string): void => {
    const of = parseEvidenceId(wanted)?.title;
    if (of === undefined) return;
    batch(() => {
      open(of);
      // Told anew even where it is the same element: the pane follows what is told.
      focused.value = undefined;
      focused.value = toNfc(wanted);
    });
  };

  async function load(): Promise<void> {
    try {
      const found = await callApi(`conflict?claim=${encodeURIComponent(String(id))}`, conflictResponseSchema);
      const isFirst = conflict.peek() === undefined;
      const before = isFirst
        ? parseKept(await findDraft('adjudicate', id).catch(() => undefined))
        : undefined;
      batch(() => {
        conflict.value = found;
        failure.value = undefined;
        titles.value = [...new Set([...found.titles, ...titles.value])];
        if (!isFirst) return;
        kept.value = before ?? startKept(startDecision(found));
        title.value = found.titles[0];
        focused.value = firstCited(found);
      });
    } catch (error) {
      failure.value = error instanceof ApiError ? error : new ApiError(0, 'FAILED', String(error));
    }
  }

  return {
    id,
    conflict,
    failure,
    kept,
    decision,
    resend,
    titles,
    title,
    focused,
    act: (action) => {
      const { timeline } = kept.value;
      const answers = conflict.value?.answers ?? [];
      withTimeline(record(timeline, reduceDecision(timeline.present, action, answers)));
    },
    undo: () => withTimeline(undo(kept.value.timeline)),
    redo: () => withTimeline(redo(kept.value.timeline)),
    say: (comment) => {
      keep({ ...kept.value, comment });
      resend.value = undefined;
    },
    seconds: () => {
      kept.value = { ...kept.value, seconds: kept.value.seconds + takeSeconds() };
      return kept.value.seconds;
    },
    show,
    open,
    load: () => {
      loading ??= load().finally(() => {
        loading = undefined;
      });
      return loading;
    },
  };
}

/** The first element that an answer, or the decision, cites. */
function firstCited({ answers, decided }: ConflictResponse): string | undefined {
  const evidence = [...(decided?.evidence ?? []), ...answers.flatMap((answer) => answer.evidence)];
  const [first] = evidence.flat();
  return first === undefined ? undefined : toNfc(first);
}
