import { labelOfSpelling, labels } from '../../claims/label.ts';
import type { FormRecord } from '../../claims/record-form.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { ScoreOptions, Scorer } from '../scorer.ts';
import { scoreRules } from './score-rules.ts';

/** Different labels that are remembered: a file that has more has none. */
const maxLabels = 100;

/** Finds predicted labels that no gold claim has. */
export class UnknownLabels {
  readonly #gold = new Set<string>();
  readonly #predicted = new Map<string, { count: number; readonly record: FormRecord }>();

  see(gold: string, predicted: string | undefined, record: FormRecord | undefined, claims = 1): void {
    if (this.#gold.size < maxLabels) this.#gold.add(gold);
    if (predicted === undefined || record === undefined) return;
    const known = this.#predicted.get(predicted);
    if (known !== undefined) known.count += claims;
    else if (this.#predicted.size < maxLabels) this.#predicted.set(predicted, { count: claims, record });
  }

  *findings(scorer: Scorer, options: ScoreOptions): Generator<Diagnostic> {
    for (const [label, { count, record }] of this.#predicted) {
      // One of the three is a fair guess, also where no claim of a small file has it.
      if ([...labels, ...this.#gold].some((gold) => scorer.sameLabel(gold, label, options))) continue;
      const known = labelOfSpelling(label);
      const place = record.place(['predicted_label']);
      yield known === undefined
        ? createDiagnostic(scoreRules.unknownLabel, 'unknown', { place, data: { label, count } })
        : createDiagnostic(scoreRules.unknownLabel, 'spelling', {
            place,
            data: { label, count, known },
            help: 'Write labels as the gold file does, or score with `--lenient`.',
          });
    }
  }
}
