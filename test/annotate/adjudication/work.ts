import type { AdjudicationSettings } from '../../../src/annotate/adjudication/adjudication-settings.ts';
import { foldJournals } from '../../../src/annotate/work/fold-journals.ts';
import type { ClaimWork, Work } from '../../../src/annotate/work/work.ts';
import type { Annotation } from '../../../src/claims/annotation.ts';
import type { Claim, ClaimId } from '../../../src/claims/claim.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import type { Label } from '../../../src/claims/label.ts';

/** A line of a journal with its time: the minute of a day. */
export function line(
  annotator: string,
  minute: number,
  rest: Record<string, unknown> & { readonly claim?: ClaimId },
): JournalRecord {
  const at = `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`;
  return { claim: 'c1', annotator, at, ...rest } as JournalRecord;
}

/** An answer, a minute after midnight of its annotator's name. */
export function answer(
  annotator: string,
  label: Label,
  evidence: readonly (readonly string[])[] = [],
  rest: Partial<Annotation> = {},
): Annotation {
  return line(annotator, 1, { label, evidence: evidence as string[][], ...rest }) as Annotation;
}

/** What stands of one claim. */
export function workOf(records: readonly JournalRecord[], id: ClaimId = 'c1'): ClaimWork {
  const work = foldJournals(records).claims.get(String(id));
  if (work === undefined) throw new Error(`no line is about ${id}`);
  return work;
}

export function foldOf(records: readonly JournalRecord[]): Work {
  return foldJournals(records);
}

/** A dataset with the claims, two answers each, asked by the lead. */
export function settingsOf(
  claims: readonly (Partial<Claim> & { readonly id: ClaimId })[] = [{ id: 'c1' }],
  rest: Partial<AdjudicationSettings> = {},
): AdjudicationSettings {
  return {
    overlap: 2,
    annotators: new Set(),
    seed: 7,
    sure: [],
    adjudicator: 'lead',
    find: (id) => {
      const found = claims.find((claim) => String(claim.id) === String(id));
      return found === undefined ? undefined : { record: { claim: `Claim ${found.id}.`, ...found } as Claim };
    },
    ...rest,
  };
}
