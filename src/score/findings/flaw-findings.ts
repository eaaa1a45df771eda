import type { FormRecord } from '../../claims/record-form.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic, type RuleMeta } from '../../diagnostic/rule-meta.ts';
import type { Flaw } from '../scorer.ts';
import { scoreRules } from './score-rules.ts';

/** Findings of a kind that are told in full. */
const toldInFull = 5;

interface Kind {
  count: number;
  /** The first record that is not told in full. */
  next: FormRecord | undefined;
}

/** Makes findings of the flaws of records: the first few of each kind, and how many more there are. */
export class FlawFindings {
  readonly #rule: RuleMeta;
  readonly #kinds = new Map<string, Kind>();
  readonly #told: Diagnostic[] = [];

  /** @param rule whose messages the flaws are */
  constructor(rule: RuleMeta) {
    this.#rule = rule;
  }

  add(record: FormRecord, flaws: readonly Flaw[]): void {
    for (const { path, messageId, data } of flaws) {
      const kind = this.#kinds.get(messageId) ?? { count: 0, next: undefined };
      this.#kinds.set(messageId, kind);
      kind.count += 1;
      if (kind.count > toldInFull) {
        kind.next ??= record;
        continue;
      }
      this.#told.push(
        createDiagnostic(this.#rule, messageId, { place: record.place(path), ...(data && { data }) }),
      );
    }
  }

  *findings(): Generator<Diagnostic> {
    yield* this.#told;
    for (const { count, next } of this.#kinds.values()) {
      if (next === undefined) continue;
      yield createDiagnostic(scoreRules.more, 'alike', {
        place: next.place([]),
        data: { count: count - toldInFull },
      });
    }
  }
}
