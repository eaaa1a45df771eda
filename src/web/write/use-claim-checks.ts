import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Session } from '../../annotate/api/session.ts';
import { claimOfDraft } from '../../annotate/write/claim-of-draft.ts';
import { likelyLabels } from '../../annotate/write/likely-labels.ts';
import type { WriteDraft } from '../../annotate/write/write-draft.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createLiveChecks } from '../checks/live-checks.ts';
import { writing } from './writing.ts';

/** What the validator's rules say of the claim that is being written; `undefined` while it has no text. */
export function useClaimChecks(session: Session): {
  readonly findings: ReadonlySignal<readonly Diagnostic[] | undefined>;
  /** Whether the claim as it stands has an error. */
  readonly hasError: () => Promise<boolean>;
} {
  const text = useMemo(() => createLiveChecks(session, 'text'), [session]);
  const answer = useMemo(() => createLiveChecks(session, 'answer'), [session]);
  useEffect(
    () => () => {
      text.stop();
      answer.stop();
    },
    [text, answer],
  );
  useSignalEffect(() => {
    text.check(recordsOf(writing.value, true));
    answer.check(recordsOf(writing.value, false));
  });
  const findings = useComputed(() => {
    if (writing.value.text.trim() === '') return undefined;
    const [ofText, ofAnswer] = [text.findings.value, answer.findings.value];
    return ofText === undefined && ofAnswer === undefined ? undefined : merge(ofText ?? [], ofAnswer ?? []);
  });
  return {
    findings,
    hasError: async () => {
      const found = await Promise.all([
        text.checkNow(recordsOf(writing.value, true)),
        answer.checkNow(recordsOf(writing.value, false)),
      ]);
      return found.flat().some(({ severity }) => severity === 'error');
    },
  };
}

/** The record to check; none without text. The text is checked before there is a label too, by the rules for the likeliest. */
function recordsOf(draft: WriteDraft, isForText: boolean): { kind: 'claim'; record: object }[] {
  if (draft.text.trim() === '') return [];
  const { answer, mutation } = draft;
  const label = answer.label ?? (isForText ? (likelyLabels(mutation)[0] ?? 'SUPPORTS') : undefined);
  const record = claimOfDraft(draft.replaces ?? 'new', { ...draft, answer: { ...answer, label } });
  return record === undefined ? [] : [{ kind: 'claim', record }];
}

/** Findings of both, each said once, errors first. */
function merge(some: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const finding of [...some, ...others]) {
    const key = `${finding.ruleId} ${finding.messageId} ${finding.place.pointer}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()].sort((a, b) => weights[a.severity] - weights[b.severity]);
}

const weights = { error: 0, warning: 1, info: 2 } as const;
