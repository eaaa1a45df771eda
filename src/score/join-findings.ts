import type { FormRecord } from '../claims/record-form.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import type { JoinedRecord, JoinReport, Unjoined } from './join-records.ts';
import { scoreRules } from './score-rules.ts';

/** What becomes of gold without a prediction: it counts as wrong, or not at all. */
export type Missing = 'wrong' | 'skip';

type MessageId = keyof (typeof scoreRules.unjoined)['messages'];

/**
 * What did not come together, one finding a kind with the first records of it.
 *
 * @param total number of gold records
 * @param missing what was asked for; not having been asked for makes it an error
 */
export function* joinFindings<R extends JoinedRecord & FormRecord>(
  report: JoinReport<R>,
  total: number,
  missing: Missing | undefined,
): Generator<Diagnostic> {
  const told = function* (messageId: MessageId, { count, first }: Unjoined<R>): Generator<Diagnostic> {
    const [one, ...others] = first;
    if (one === undefined) return;
    const finding = createDiagnostic(scoreRules.unjoined, messageId, {
      data: { count, total },
      place: one.place([]),
      related: others.map((other) => ({ message: 'another one', place: other.place([]) })),
    });
    const isAccepted = messageId === 'missingAccepted' || messageId === 'missingSkipped';
    yield isAccepted ? { ...finding, severity: 'warning' } : finding;
  };
  const missingMessage =
    missing === undefined ? 'missing' : missing === 'wrong' ? 'missingAccepted' : 'missingSkipped';
  yield* told(missingMessage, report.missing);
  yield* told('extra', report.extra);
  yield* told('repeatedGold', report.repeatedGold);
  yield* told('repeatedPredictions', report.repeatedPredictions);
  yield* told('withoutId', report.withoutId);
}
