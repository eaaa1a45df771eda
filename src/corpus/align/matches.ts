import type { EvidenceRecord } from '../article.ts';

/** Why it is not certain that one element is the other. */
export type Doubt = 'similar' | 'copies';

/** What an element of the old text is in the new one. */
export interface Match {
  readonly next: EvidenceRecord;
  /** Absent where it is certain. */
  readonly doubt?: Doubt;
  /** Of the texts: 0 to 1. */
  readonly similarity: number;
}

/** Which element has become which; none of either text twice. */
export class Matches {
  readonly #matches = new Map<EvidenceRecord, Match>();
  readonly #taken = new Set<EvidenceRecord>();

  get(record: EvidenceRecord): Match | undefined {
    return this.#matches.get(record);
  }

  /** Notes a match, unless one of the two has one already. */
  add(record: EvidenceRecord, match: Match): void {
    if (this.#matches.has(record) || this.#taken.has(match.next)) return;
    this.#matches.set(record, match);
    this.#taken.add(match.next);
  }

  /** Those of the old elements that have become none yet. */
  left(records: readonly EvidenceRecord[]): EvidenceRecord[] {
    return records.filter((record) => !this.#matches.has(record));
  }

  /** Those of the new elements that none has become yet. */
  free(records: readonly EvidenceRecord[]): EvidenceRecord[] {
    return records.filter((record) => !this.#taken.has(record));
  }
}
