import type { FormRecord } from '../../claims/record-form.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { JoinedRecord, JoinReport, Unjoined } from '../join/join-records.ts';
import { scoreRules } from './score-rules.ts';

/** What becomes of gold without a prediction: it counts as wrong, or not at all. */
export type Missing = 'wrong' | 'skip';

type MessageId = keyof (typeof scoreRules.unjoined)['messages'];

const missingHelp =
  'Write one prediction for each gold claim, with its `id`. `--missing wrong` or `--missing skip` says what is meant by those left out, `--split` that predictions are for one split.';
const repeatedHelp =
  'Give each record an id of its own, or take the files line by line with `--join position`.';

/** What to do about it. */
const helps: Readonly<Record<MessageId, string>> = {
  missing: missingHelp,
  missingAccepted: missingHelp,
  missingSkipped: missingHelp,
  extra: 'Check that gold and predictions are of the same claims, and of the same split.',
  repeatedGold: repeatedHelp,
  repeatedPredictions: repeatedHelp,
  withoutId: repeatedHelp,
};

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
      help: helps[messageId],
      related: others.map((other) => {
        const place = other.place([]);
        return { message: place.claimId === undefined ? 'another one' : `claim ${place.claimId}`, place };
      }),
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
